package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.amelionboarding.dossier.HashingLine;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A21: everybody signs in at the same moment. */
@RunningDemo
class OverloadTest {

    @Autowired
    private Demo demo;

    @Autowired
    private HashingLine line;

    @Autowired
    private OnboardingSettings settings;

    private final ExecutorService crowd = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Applicant known = Applicant.next();

    @AfterEach
    void the_crowd_goes() throws InterruptedException {
        end.countDown();
        crowd.shutdown();
        assertThat(crowd.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void a21_who_signs_in_when_the_line_is_full_is_told_when_to_come_back() {
        everybodySignsIn();

        List<Reply> replies = Together.times(
                20, () -> demo.browser().signInAsStudent(Applicant.next().nir(), "00000000"));

        assertThat(replies).extracting(Reply::status).containsOnly(503);
        assertThat(replies).extracting(reply -> reply.header("Retry-After")).containsOnly("5");
    }

    @Test
    void a21_staff_are_told_too() {
        everybodySignsIn();

        assertThat(demo.browser().signInAsStaff("advisor", "advisor-demo").status())
                .isEqualTo(503);
    }

    @Test
    void a21_the_page_is_a_kind_one() {
        everybodySignsIn();
        Browser browser = demo.browser();
        browser.get("/sign-in?lang=fr");

        Reply reply =
                browser.fillIn("/sign-in", Map.of("nir", known.nir(), "secret", "00000000"), "Accept", "text/html");

        assertThat(reply.body()).contains("Beaucoup de monde en ce moment", "href=\"/sign-in\"");
    }

    @Test
    void a21_who_asks_for_json_gets_json() {
        everybodySignsIn();

        Reply reply = demo.browser()
                .fillIn("/sign-in", Map.of("nir", known.nir(), "secret", "00000000"), "Accept", "application/json");

        assertThat(reply.json().get("status").asInt()).isEqualTo(503);
    }

    @Test
    void a21_who_is_signed_in_notices_nothing() {
        Browser student = demo.student(known);
        everybodySignsIn();

        assertThat(student.engine("GET", "/task", null).status()).isEqualTo(200);
        assertThat(demo.browser().get("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void a21_a_try_that_found_no_place_does_not_count() {
        demo.choosePassword(demo.student(known));
        everybodySignsIn();
        for (int i = 0; i < 10; i++) {
            demo.browser().signInAsStudent(known.nir(), Applicant.PASSWORD);
        }
        end.countDown();
        await().until(() -> demo.browser()
                        .signInAsStudent(Applicant.next().nir(), "00000000")
                        .status()
                == 302);

        assertThat(demo.browser()
                        .signInAsStudent(known.nir(), Applicant.PASSWORD)
                        .location())
                .isEqualTo("/camunda/app/tasklist/default/");
    }

    /** Takes every place in the line, until the end. */
    private void everybodySignsIn() {
        int places = settings.hashing().atOnce() + settings.hashing().waiting();
        AtomicInteger turnedAway = new AtomicInteger();
        IntStream.rangeClosed(0, places)
                .forEach(n -> crowd.submit(() -> {
                    try {
                        return line.inLine(this::staysInLine);
                    } catch (RuntimeException e) {
                        return turnedAway.incrementAndGet();
                    }
                }));
        await().until(() -> turnedAway.get() == 1);
    }

    private int staysInLine() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
