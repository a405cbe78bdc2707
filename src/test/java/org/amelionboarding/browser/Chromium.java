package org.amelionboarding.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser of the tests: the one on this machine, else Playwright's own download, else the system's package when the
 * tests run as root; where none of these works it says what to type.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String HINT = "No Chromium found. Type: sudo apt-get install chromium"
            + " (or set CHROMIUM to the path of a Chrome or Chromium)";

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium() {
        browser = launch(installed())
                .or(() -> run(playwrightInstaller()) ? launch(Optional.empty()) : Optional.empty())
                .or(() -> run(systemInstaller()) ? launch(installed()) : Optional.empty())
                .orElseThrow(() -> new IllegalStateException(HINT));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of),
                        NAMES.stream()
                                .flatMap(name -> Stream.of(path.split(File.pathSeparator))
                                        .map(folder -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param program empty for the one that Playwright has downloaded */
    private Optional<Browser> launch(Optional<Path> program) {
        // Nothing but the pages under test is asked for; a container's root cannot use the sandbox.
        LaunchOptions options = new LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        program.ifPresent(options::setExecutablePath);
        try {
            return Optional.of(playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> playwrightInstaller() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
    }

    private static List<String> systemInstaller() {
        return List.of("sh", "-c", "[ $(id -u) = 0 ] && apt-get update -qq && apt-get install -y -qq chromium");
    }

    private static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
