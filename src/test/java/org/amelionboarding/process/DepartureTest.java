package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.CEAM_REMINDER;
import static org.amelionboarding.message.MessagePurpose.PROFILE_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amelionboarding.Mailbag;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The European card of a student who leaves on some day: it takes two to three weeks to come. */
class DepartureTest extends ProcessTest {

    private static final String CEAM = "Task_OrderCeam";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    JdbcClient database;

    private String dossier;

    /** On 1 March 2027, a Monday, at 10:00 in Paris. */
    @BeforeEach
    void the_account_has_become_active() {
        dossier = activeAccount();
    }

    /** 9 June is 30 days before, 19 June 20 and 29 June 10. */
    @Test
    void the_card_is_recalled_30_and_20_days_before_and_the_certificate_10_days_before() {
        leaveOn("2027-07-09");

        time.pass(Duration.ofDays(365));

        assertThat(reminders()).containsExactly("2027-06-09T09:00", "2027-06-19T09:00", "2027-06-29T09:00");
    }

    @Test
    void while_the_card_comes_in_time_the_mail_says_order_it() {
        leaveOn("2027-07-09");

        passUntil("2027-06-19T09:00");

        assertThat(newest())
                .contains("vous partez le 9 juillet 2027", "Commandez maintenant", "15 à 20 jours", "vérifié le")
                .doesNotContain("certificat");
    }

    @Test
    void when_the_card_would_come_too_late_the_mail_points_to_the_certificate() {
        leaveOn("2027-07-09");

        passUntil("2027-06-29T09:00");

        assertThat(newest())
                .contains("n’arriverait plus à temps", "certificat provisoire de remplacement", "valable 3 mois")
                .doesNotContain("Commandez");
    }

    @ParameterizedTest
    @CsvSource({"2027-06-08T23:59, false", "2027-06-09T00:00, true"})
    void without_another_day_the_question_comes_again_with_the_first_reminder(String moment, boolean asked) {
        leaveOn("2027-07-09");

        passUntil(moment);

        assertThat(isAsked()).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"2027-05-01, 2027-05-01T00:00", "2027-07-09, 2027-06-09T00:00"})
    void the_question_comes_again_on_the_named_day_but_in_time_for_the_card(String laterUntil, String moment) {
        leaveOn("2027-07-09", laterUntil);

        passUntil(inParis(instant(moment).minusMillis(1)));
        assertThat(isAsked()).isFalse();
        passUntil(moment);
        assertThat(isAsked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-25, 2027-03-05T09:00 2027-03-15T09:00", // 24 days away: the first reminder is over
        "2027-03-15, 2027-03-05T09:00", // 14 days away: only the certificate is left
        "2027-03-11, 2027-03-01T10:00", // 10 days away: at once
        "2027-03-02, 2027-03-01T10:00" // tomorrow: at once
    })
    void a_near_departure_is_recalled_from_where_it_stands(String departure, String expected) {
        leaveOn(departure);

        time.pass(Duration.ofDays(365));

        assertThat(reminders()).containsExactly(expected.split(" "));
    }

    @Test
    void what_was_told_in_the_evening_is_answered_in_the_morning() {
        passUntil("2027-03-01T22:00");

        leaveOn("2027-03-08");

        assertThat(database.sql("select next_attempt_at from message where dossier = ? and purpose = ?")
                        .params(dossier, CEAM_REMINDER.name())
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(instant("2027-03-02T09:00"));
    }

    @Test
    void too_near_a_departure_is_put_off_to_its_day_and_the_certificate_recalled_once() {
        leaveOn("2027-03-08");
        passUntil("2027-03-08T00:00");
        assertThat(isAsked()).isTrue();

        leaveOn("2027-03-12");
        leaveAgainAfter(Duration.ofDays(4), "2027-03-14");

        assertThat(reminders()).hasSize(3);
        assertThat(mailbag.of(dossier, CEAM_REMINDER))
                .allMatch(letter -> letter.envelope().text().contains("certificat"));
    }

    @Test
    void the_same_near_departure_told_twice_is_recalled_once() {
        leaveOn("2027-03-11", "2027-03-03");
        passUntil("2027-03-03T12:00");

        leaveOn("2027-03-11");

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void while_the_question_stands_open_the_reminders_come_all_the_same() {
        leaveOn("2027-07-09");
        passUntil("2027-06-09T12:00");
        assertThat(isAsked()).isTrue();

        passUntil("2027-06-29T12:00");

        assertThat(reminders()).hasSize(3);
        assertThat(isAsked()).isTrue();
    }

    @Test
    void a_departure_that_has_moved_is_recalled_by_its_new_day() {
        leaveOn("2027-07-09");
        passUntil("2027-06-09T12:00");

        leaveOn("2027-09-08");
        time.pass(Duration.ofDays(365));

        assertThat(reminders())
                .containsExactly("2027-06-09T09:00", "2027-08-09T09:00", "2027-08-19T09:00", "2027-08-30T09:00");
    }

    @Test
    void a_departure_that_was_given_up_is_not_recalled() {
        leaveOn("2027-07-09");
        passUntil("2027-06-09T12:00");

        students.submit(dossier, CEAM, Map.of("answer", "LATER", "laterUntil", "2027-12-01"));
        time.pass(Duration.ofDays(100));

        assertThat(reminders()).hasSize(1);
        assertThat(profiles.departure(dossier)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DONE", "NOT_CONCERNED"})
    void who_has_answered_is_not_reminded(String answer) {
        leaveOn("2027-07-09");
        passUntil("2027-06-09T12:00");

        students.submit(dossier, CEAM, Map.of("answer", answer, "travelDate", "2027-07-09"));
        time.pass(Duration.ofDays(365));

        assertThat(reminders()).hasSize(1);
        assertThat(profiles.departure(dossier)).isEmpty();
    }

    @Test
    void who_has_stopped_the_reminders_gets_none_but_is_asked_in_time() {
        leaveOn("2027-07-09");
        stopReminders(dossier);

        passUntil("2027-06-09T12:00");

        assertThat(reminders()).isEmpty();
        assertThat(isAsked()).isTrue();
    }

    @Test
    void who_had_stopped_the_reminders_before_gets_none() {
        stopReminders(dossier);

        leaveOn("2027-03-08");
        time.pass(Duration.ofDays(365));

        assertThat(reminders()).isEmpty();
    }

    @Test
    void the_stop_link_of_a_ceam_reminder_stops_those_that_would_follow() {
        leaveOn("2027-07-09");
        passUntil("2027-06-09T12:00");
        Mailbag.Letter mail = mailbag.newest(dossier, CEAM_REMINDER);

        assertThat(mail.envelope().stopLink()).endsWith("/reminders/stop?token=" + Mailbag.token(mail));
        stopReminders(profiles.findByStopToken(Mailbag.token(mail)).orElseThrow());
        time.pass(Duration.ofDays(365));

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void reminders_missed_while_the_application_was_down_are_one_and_say_what_is_true_then() {
        leaveOn("2027-07-09");

        time.beDownFor(Duration.between(time.now(), instant("2027-07-05T10:00")));

        assertThat(reminders()).containsExactly("2027-07-05T10:00");
        assertThat(newest()).contains("certificat");
    }

    @Test
    void nobody_is_reminded_after_the_departure() {
        leaveOn("2027-07-09");

        time.beDownFor(Duration.between(time.now(), instant("2027-07-09T10:00")));

        assertThat(reminders()).isEmpty();
        assertThat(isAsked()).isTrue();
    }

    @Test
    void a_departure_that_is_over_is_asked_about_no_more() {
        leaveOn("2027-03-08");
        assertThat(shown()).containsEntry("travelDate", null);

        passUntil("2027-03-08T12:00");

        assertThat(shown()).containsEntry("travelDate", null).containsEntry("itemState", "LATER");
    }

    @Test
    void the_form_knows_the_departure_and_from_when_on_the_card_comes_too_late() {
        leaveOn("2027-03-25");
        passUntil("2027-03-05T12:00");

        assertThat(shown()).containsEntry("travelDate", "2027-03-25").containsEntry("tooLateUntil", "2027-03-15");
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-29, 2028-01-31T09:00 2028-02-09T09:00 2028-02-19T09:00", // 30 January is a Sunday
        "2028-03-30, 2028-02-29T09:00 2028-03-10T09:00 2028-03-20T09:00"
    })
    void a_leap_year_has_its_29th_of_february(String departure, String expected) {
        time.stopAt(Instant.parse("2027-12-01T09:00:00Z"));

        leaveOn(departure);
        time.pass(Duration.ofDays(150));

        assertThat(reminders()).containsExactly(expected.split(" "));
    }

    @Test
    void the_end_waits_until_30_days_after_the_departure() {
        leaveOn("2027-12-01");
        ProcessInstance profile = instance("profile-completion", dossier);

        passUntil("2027-12-30T23:00");
        assertThatProcess(profile).isNotEnded();
        passUntil("2027-12-31T01:00");

        assertThatProcess(profile).isEnded().hasPassed("Event_RemindersExhausted");
    }

    @Test
    void a_reminder_of_the_profile_leaves_out_a_card_that_is_put_off_for_a_departure() {
        leaveOn("2027-07-09");

        time.pass(Duration.ofDays(7));

        assertThat(mailbag.newest(dossier, PROFILE_REMINDER).envelope().text()).doesNotContain("CEAM");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            LATER, -,          2027-03-01, travelDate: NOT_FUTURE
            LATER, -,          2026-03-01, travelDate: NOT_FUTURE
            LATER, -,          2028-03-02, travelDate: TOO_FAR
            LATER, -,          2027-02-29, travelDate: MALFORMED
            LATER, -,          soon,       travelDate: MALFORMED
            LATER, 2027-07-10, 2027-07-09, laterUntil: AFTER_DEPARTURE
            LATER, 2027-03-01, 2027-07-09, laterUntil: NOT_FUTURE
            LATER, -,          -,          laterUntil: EMPTY
            LATER, -,          '',         laterUntil: EMPTY
            """)
    void a_departure_that_cannot_be_is_refused(String answer, String laterUntil, String travelDate, String problem) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("answer", answer);
        typed.put("laterUntil", laterUntil);
        typed.put("travelDate", travelDate);

        assertThatThrownBy(() -> students.submit(dossier, CEAM, typed))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void only_the_card_is_asked_about_with_a_departure() {
        assertThatThrownBy(() -> students.submit(
                        dossier,
                        "Task_DeclareGp",
                        Map.of("answer", "LATER", "laterUntil", "2027-05-01", "travelDate", "2027-07-09")))
                .hasMessageContaining("form: UNKNOWN_FIELD");
    }

    private void leaveOn(String departure) {
        leaveOn(departure, "");
    }

    private void leaveOn(String departure, String laterUntil) {
        students.submit(dossier, CEAM, Map.of("answer", "LATER", "laterUntil", laterUntil, "travelDate", departure));
    }

    private void leaveAgainAfter(Duration duration, String departure) {
        time.pass(duration);
        leaveOn(departure);
    }

    private void passUntil(String moment) {
        time.pass(Duration.between(time.now(), instant(moment)));
    }

    private static Instant instant(String inParis) {
        return LocalDateTime.parse(inParis).atZone(PARIS).toInstant();
    }

    private boolean isAsked() {
        return engine.getTaskService()
                        .createTaskQuery()
                        .taskAssignee(dossier)
                        .taskDefinitionKey(CEAM)
                        .count()
                == 1;
    }

    private Map<String, String> shown() {
        Map<String, String> shown = new HashMap<>();
        if (isAsked()) {
            String task = engine.getTaskService()
                    .createTaskQuery()
                    .taskAssignee(dossier)
                    .taskDefinitionKey(CEAM)
                    .singleResult()
                    .getId();
            engine.getFormService()
                    .getTaskFormVariables(task)
                    .forEach((field, value) -> shown.put(field, (String) value));
        }
        shown.putIfAbsent("travelDate", null);
        return shown;
    }

    private List<String> reminders() {
        return mailbag.of(dossier, CEAM_REMINDER).stream()
                .map(letter -> inParis(letter.queuedAt()))
                .toList();
    }

    private String newest() {
        return mailbag.newest(dossier, CEAM_REMINDER).envelope().text();
    }
}
