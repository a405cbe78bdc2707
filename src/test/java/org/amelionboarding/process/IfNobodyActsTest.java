package org.amelionboarding.process;

import static org.amelionboarding.Time.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.amelionboarding.Students;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.step.AdvisorHelp;
import org.amelionboarding.step.HelpReason;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Exactly these messages on these days, then this end. */
class IfNobodyActsTest extends ProcessTest {

    private static final Duration FOR_EVER = Duration.ofDays(400);

    @Autowired
    AdvisorHelp help;

    @Test
    void without_a_carte_vitale_the_student_is_asked_every_month_and_the_dossier_is_closed_on_day_180() {
        ProcessInstance creation = students.start(with("carteVitaleReceived", false));

        time.pass(FOR_EVER);

        assertThat(messages(creation))
                .containsExactly(
                        "day 0: GUIDANCE_WAIT_FOR_CARD",
                        "day 30: WAITING_CHECK_IN",
                        "day 60: WAITING_CHECK_IN",
                        "day 90: WAITING_CHECK_IN",
                        "day 120: WAITING_CHECK_IN",
                        "day 150: WAITING_CHECK_IN");
        assertThat(end(creation)).isEqualTo("day 180: Event_PrerequisitesNeverMet");
    }

    @Test
    void with_a_provisional_number_the_same_happens() {
        Map<String, Object> request = with("nir", "7030799350123");
        request.put("mobile", "06 45 67 89 10");
        ProcessInstance creation = students.start(request);

        time.pass(FOR_EVER);

        assertThat(messages(creation))
                .startsWith("day 0: GUIDANCE_WAIT_FOR_NUMBER", "day 30: WAITING_CHECK_IN")
                .hasSize(6);
        assertThat(end(creation)).isEqualTo("day 180: Event_PrerequisitesNeverMet");
    }

    @Test
    void on_the_provisional_code_the_student_is_reminded_three_times_and_the_dossier_is_closed_on_day_30() {
        ProcessInstance creation = students.start(Students.codeRequest());

        time.pass(FOR_EVER);

        assertThat(messages(creation))
                .containsExactly(
                        "day 0: PROVISIONAL_CODE",
                        "day 7: STEP_REMINDER",
                        "day 14: STEP_REMINDER",
                        "day 21: STEP_REMINDER");
        assertThat(end(creation)).isEqualTo("day 30: Event_Abandoned");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void on_a_step_of_the_wizard_the_days_count_from_the_step_before(int steps) {
        ProcessInstance creation = students.start(Students.codeRequest());
        time.pass(Duration.ofDays(5));
        students.choosePassword(creation.getBusinessKey());
        if (steps == 2) {
            students.acceptTerms(creation.getBusinessKey());
        }

        time.pass(FOR_EVER);

        assertThat(messages(creation))
                .containsExactly(
                        "day 0: PROVISIONAL_CODE",
                        "day 12: STEP_REMINDER",
                        "day 19: STEP_REMINDER",
                        "day 26: STEP_REMINDER");
        assertThat(end(creation)).isEqualTo("day 35: Event_Abandoned");
    }

    @Test
    void on_the_verification_link_then_three_are_sent_and_recalled_and_the_dossier_is_closed_on_day_30() {
        ProcessInstance creation = students.start(Students.codeRequest());
        students.choosePassword(creation.getBusinessKey());
        students.acceptTerms(creation.getBusinessKey());
        students.giveContactDetails(creation.getBusinessKey());
        ProcessInstance verification = instance("email-verification", creation.getBusinessKey());

        time.pass(FOR_EVER);

        assertThat(messages(creation))
                .containsExactly(
                        "day 0: PROVISIONAL_CODE",
                        "day 0: VERIFICATION_LINK",
                        "day 1: VERIFICATION_REMINDER",
                        "day 2: VERIFICATION_LINK",
                        "day 3: VERIFICATION_REMINDER",
                        "day 4: VERIFICATION_LINK",
                        "day 5: VERIFICATION_REMINDER",
                        "day 20: CLOSING_NOTICE");
        assertThat(end(verification)).isEqualTo("day 30: Event_VerificationGivenUp");
        assertThat(end(creation)).isEqualTo("day 30: Event_EmailNeverConfirmed");
    }

    @Test
    void on_the_link_to_a_new_password_then_it_expires_within_the_hour_and_nothing_else_is_sent() {
        ProcessInstance creation = students.start(Students.codeRequest());
        students.choosePassword(creation.getBusinessKey());
        students.acceptTerms(creation.getBusinessKey());
        students.giveContactDetails(creation.getBusinessKey());
        students.confirmEmail(creation.getBusinessKey(), mailbag.token(creation.getBusinessKey()));
        ProcessInstance reset = engine.getRuntimeService()
                .createMessageCorrelation("RESET_ASKED")
                .processInstanceBusinessKey(creation.getBusinessKey())
                .correlateStartMessage();

        time.pass(FOR_EVER);

        assertThat(messages(creation))
                .filteredOn(message -> !message.endsWith("PROFILE_REMINDER"))
                .endsWith("day 0: ACCOUNT_ACTIVATED", "day 0: RESET_LINK");
        assertThat(end(reset)).isEqualTo("day 0: Event_ResetLinkExpired");
    }

    @ParameterizedTest
    @CsvSource({
        "SMS_UNDELIVERABLE, day 30: Event_SettledWithoutAdvisor",
        "STUDENT_LOCKED, day 1: Event_LockEndedByItself"
    })
    void on_a_call_for_help_then_it_ends_with_the_lock_or_at_the_latest_with_the_dossier(
            HelpReason reason, String expected) {
        ProcessInstance creation = students.start(Students.codeRequest());
        help.call(creation.getBusinessKey(), reason);
        ProcessInstance called = instance("advisor-help", creation.getBusinessKey());

        time.pass(FOR_EVER);

        assertThat(end(called)).isEqualTo(expected);
        assertThat(end(creation)).isEqualTo("day 30: Event_Abandoned");
    }

    /** The 21st is a Sunday, the 14th of July a public holiday; both reminders move to the next morning. */
    @Test
    void on_the_profile_three_reminders_are_sent_at_polite_hours_and_30_days_later_it_ends() {
        time.stopAt(Instant.parse("2026-06-14T10:00:00Z"));
        String dossier = activeAccount();
        ProcessInstance profile = instance("profile-completion", dossier);

        time.pass(FOR_EVER);

        assertThat(mailbag.of(dossier, MessagePurpose.PROFILE_REMINDER))
                .extracting(letter -> inParis(letter.queuedAt()))
                .containsExactly("2026-06-22T09:00", "2026-07-15T09:00", "2026-08-13T12:00");
        assertThat(ending(profile).getActivityId()).isEqualTo("Event_RemindersExhausted");
        assertThat(inParis(ending(profile).getEndTime().toInstant())).isEqualTo("2026-09-12T12:00");
    }

    /** The 30th of January is a Sunday. The year 2028 has a 29th of February; 30 days after it nobody waits any more. */
    @Test
    void before_a_departure_then_the_card_is_recalled_twice_and_the_certificate_once() {
        time.stopAt(Instant.parse("2027-11-02T10:00:00Z"));
        String dossier = activeAccount();
        ProcessInstance profile = instance("profile-completion", dossier);
        students.submit(dossier, "Task_OrderCeam", Map.of("answer", "LATER", "travelDate", "2028-02-29"));

        time.pass(FOR_EVER);

        assertThat(mailbag.of(dossier, MessagePurpose.CEAM_REMINDER))
                .extracting(letter -> inParis(letter.queuedAt()))
                .containsExactly("2028-01-31T09:00", "2028-02-09T09:00", "2028-02-19T09:00");
        assertThat(ending(profile).getActivityId()).isEqualTo("Event_RemindersExhausted");
        assertThat(inParis(ending(profile).getEndTime().toInstant())).isEqualTo("2028-03-30T01:00");
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> request = Students.codeRequest();
        request.put(field, value);
        return request;
    }

    private List<String> messages(ProcessInstance instance) {
        return mailbag.of(instance.getBusinessKey()).stream()
                .map(letter -> day(letter.queuedAt()) + letter.purpose())
                .toList();
    }

    /** The end event that was passed last. */
    private String end(ProcessInstance instance) {
        HistoricActivityInstance end = ending(instance);
        return day(end.getEndTime().toInstant()) + end.getActivityId();
    }

    private static String day(Instant instant) {
        return "day " + Duration.between(START, instant).toDays() + ": ";
    }
}
