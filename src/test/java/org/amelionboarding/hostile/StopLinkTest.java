package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The link that stops the reminders of the profile, in the hands of its owner, mail programs, scanners and forgers. */
@RunningDemo
class StopLinkTest {

    private static final String PAGE = "/reminders/stop";
    private static final Map<String, String> ONE_CLICK = Map.of("List-Unsubscribe", "One-Click");

    @Autowired
    private Demo demo;

    @Autowired
    private Students students;

    @Autowired
    private Profiles profiles;

    private String dossier;
    private String token;

    @BeforeEach
    void an_account_is_active() {
        dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, demo.link(Students.emailOf(dossier)).replaceFirst(".*token=", ""));
        token = profiles.stopToken(dossier);
    }

    @Test
    void the_button_stops_the_reminders() {
        Reply answer = demo.browser().fillIn(link(), Map.of("token", token));

        assertThat(answer.body()).contains("Les rappels sont arrêtés");
        assertThat(profiles.areRemindersStopped(dossier)).isTrue();
    }

    /** A10 */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void looking_changes_nothing(String method) {
        assertThat(demo.browser().send(method, link(), null, null).status()).isEqualTo(200);

        assertThat(profiles.areRemindersStopped(dossier)).isFalse();
    }

    /** RFC 8058: one request, without cookie, session or page before it. */
    @Test
    void a_mail_program_stops_them_with_one_click() {
        assertThat(demo.browser().post(link(), ONE_CLICK).status()).isEqualTo(200);

        assertThat(profiles.areRemindersStopped(dossier)).isTrue();
    }

    @Test
    void the_second_time_is_told_that_it_is_done() {
        demo.browser().post(link(), ONE_CLICK);

        assertThat(demo.browser().post(link(), ONE_CLICK).body())
                .contains("Les rappels étaient déjà arrêtés", "role=\"status\"");
    }

    @Test
    void what_is_to_do_stays() {
        demo.browser().post(link(), ONE_CLICK);

        students.submit(dossier, "Task_DeclareGp", Map.of("answer", "DONE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "ABCDEF", "%00", "é"})
    void a_wrong_token_gets_a_clear_answer(String wrong) {
        Reply answer = demo.browser().post(PAGE + "?lang=fr", Map.of("token", wrong));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Ce lien n’est pas valable", "role=\"alert\"");
    }

    @Test
    void the_number_of_the_dossier_is_no_token() {
        demo.browser().post(PAGE, Map.of("token", dossier));

        assertThat(profiles.areRemindersStopped(dossier)).isFalse();
    }

    @Test
    void the_link_of_another_stops_nothing_here() {
        String other = students.reachWaitingPage();
        students.confirmEmail(other, demo.link(Students.emailOf(other)).replaceFirst(".*token=", ""));

        demo.browser().post(PAGE, Map.of("token", profiles.stopToken(other)));

        assertThat(profiles.areRemindersStopped(dossier)).isFalse();
    }

    private String link() {
        return PAGE + "?token=" + token;
    }
}
