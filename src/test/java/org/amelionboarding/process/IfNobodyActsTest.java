package org.amelionboarding.process;

import static org.amelionboarding.Time.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.amelionboarding.Students;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** Exactly these messages on these days, then this end. */
class IfNobodyActsTest extends ProcessTest {

    @Test
    void on_the_provisional_code_then_nothing_else_is_sent_and_the_first_step_stays_open() {
        ProcessInstance creation = students.start(Students.codeRequest());

        time.pass(Duration.ofDays(400));

        assertThat(messages(creation)).containsExactly("day 0: PROVISIONAL_CODE");
        assertThatProcess(creation).isWaitingAt("Task_ChoosePassword");
    }

    @Test
    void on_the_verification_link_then_three_are_sent_and_recalled_and_the_dossier_is_closed_on_day_6() {
        ProcessInstance creation = students.start(Students.codeRequest());
        students.choosePassword(creation.getBusinessKey());
        students.acceptTerms(creation.getBusinessKey());
        students.giveContactDetails(creation.getBusinessKey());
        ProcessInstance verification = instance("email-verification", creation.getBusinessKey());

        time.pass(Duration.ofDays(400));

        assertThat(messages(creation))
                .containsExactly(
                        "day 0: PROVISIONAL_CODE",
                        "day 0: VERIFICATION_LINK",
                        "day 1: VERIFICATION_REMINDER",
                        "day 2: VERIFICATION_LINK",
                        "day 3: VERIFICATION_REMINDER",
                        "day 4: VERIFICATION_LINK",
                        "day 5: VERIFICATION_REMINDER");
        assertThat(end(verification)).isEqualTo("day 6: Event_VerificationGivenUp");
        assertThat(end(creation)).isEqualTo("day 6: Event_EmailNeverConfirmed");
    }

    private List<String> messages(ProcessInstance instance) {
        return mailbag.of(instance.getBusinessKey()).stream()
                .map(letter -> day(letter.queuedAt()) + letter.purpose())
                .toList();
    }

    /** The end event that was passed last. */
    private String end(ProcessInstance instance) {
        HistoricActivityInstance end = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityType("noneEndEvent")
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .listPage(0, 1)
                .get(0);
        return day(end.getEndTime().toInstant()) + end.getActivityId();
    }

    private static String day(Instant instant) {
        return "day " + Duration.between(START, instant).toDays() + ": ";
    }
}
