package org.amelionboarding.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One person in front of one browser window: does what a person does, keeps screenshots under {@code target/screenshots}
 * and notes every answer of the server that is not a success.
 */
class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final String name;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private int shots;

    Visitor(Chromium chromium, int port, String name, String browserLanguage, int width) {
        this.context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(browserLanguage)
                        .setViewportSize(width, 900));
        this.page = context.newPage();
        this.address = "http://127.0.0.1:" + port;
        this.name = name;
        page.onResponse(this::note);
    }

    private void note(Response response) {
        if (response.status() >= 400) {
            failures.add(response.status() + " " + response.request().method() + " "
                    + response.url().replace(address, "").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}"));
        }
    }

    Visitor open(String path) {
        page.navigate(address + path);
        return this;
    }

    Visitor reload() {
        page.reload();
        return this;
    }

    Visitor type(String field, String text) {
        see("[name=" + field + "]").fill(text);
        return this;
    }

    Visitor choose(String field, String option) {
        see("[name=" + field + "]").selectOption(option);
        return this;
    }

    Visitor choosePath(String field, Path file) {
        see("[name=" + field + "]").setInputFiles(file);
        return this;
    }

    Visitor tick(String field) {
        see("[name=" + field + "]").check();
        return this;
    }

    Visitor press(String selector) {
        see(selector).click();
        return this;
    }

    /** Presses keys one after the other. */
    Visitor keys(String... names) {
        for (String key : names) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** The browser's own button. */
    Visitor back() {
        page.goBack();
        return this;
    }

    /** Waits until it can be seen. */
    Locator see(String selector) {
        Locator found = page.locator(selector).first();
        found.waitFor();
        return found;
    }

    /** Waits until it cannot be seen any more. */
    void awaitNoMore(String selector) {
        page.locator(selector).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    String text(String selector) {
        return see(selector).innerText();
    }

    /** Waits until the address in the browser's bar matches. */
    Visitor arriveAt(String pattern) {
        page.waitForURL(java.util.regex.Pattern.compile(pattern));
        return this;
    }

    /** Waits until another address stands in the browser's bar. */
    Visitor arriveAtAnotherThan(String url) {
        page.waitForURL(address -> !address.equals(url));
        return this;
    }

    /** From now on the browser gets no answer there. */
    void failToReach(String pattern) {
        page.route(pattern, Route::abort);
    }

    Visitor reachAgain(String pattern) {
        page.unroute(pattern);
        return this;
    }

    /** Waits until the page has asked there once more. */
    Visitor awaitRequest(String pattern) {
        page.waitForRequest(pattern, () -> {});
        return this;
    }

    Object run(String script) {
        return page.evaluate(script);
    }

    /** Headless Chromium now and then fails to hand out a picture while another window is being drawn. */
    Visitor shoot(String what) {
        return shoot(what, false);
    }

    /** As {@link #shoot}, and what has to be scrolled to. */
    Visitor shootWhole(String what) {
        return shoot(what, true);
    }

    private Visitor shoot(String what, boolean whole) {
        ScreenshotOptions options = new ScreenshotOptions()
                .setFullPage(whole)
                .setPath(Path.of("target/screenshots", "%s-%02d-%s.png".formatted(name, ++shots, what)));
        try {
            page.screenshot(options);
        } catch (PlaywrightException e) {
            page.bringToFront();
            page.screenshot(options);
        }
        return this;
    }

    String url() {
        return page.url();
    }

    void forgetSession() {
        context.clearCookies();
    }

    /** Answers of the server that were not a success, since the last call. */
    List<String> failures() {
        List<String> noted = List.copyOf(failures);
        failures.clear();
        return noted;
    }

    @Override
    public void close() {
        context.close();
    }
}
