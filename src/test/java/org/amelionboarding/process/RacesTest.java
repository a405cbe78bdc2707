package org.amelionboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.amelionboarding.Students;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.RepeatedTest;

/** Two things at the same moment: one of them happens, whole, and the other not at all. */
class RacesTest extends ProcessTest {

    @RepeatedTest(5)
    void a_link_that_expires_while_it_is_pressed_either_confirms_or_is_replaced() {
        String dossier = students.reachWaitingPage();
        String token = mailbag.token(dossier);
        String timer = timer("email-verification", dossier, "Event_TimeIsUp");

        List<Boolean> done = Together.all(List.of(
                attempt(() -> students.confirmEmail(dossier, token)),
                attempt(() -> engine.getManagementService().executeJob(timer))));

        boolean confirmed = dossiers.of(dossier).isActive();
        assertThat(done.get(0)).isEqualTo(confirmed);
        assertThat(mailbag.of(dossier, MessagePurpose.ACCOUNT_ACTIVATED)).hasSize(confirmed ? 1 : 0);
        assertThat(instance("email-verification", dossier) == null).isEqualTo(confirmed);
    }

    @RepeatedTest(5)
    void of_two_confirmations_one_activates_the_account() {
        String dossier = students.reachWaitingPage();
        String token = mailbag.token(dossier);

        List<Boolean> done = Together.times(2, attempt(() -> students.confirmEmail(dossier, token)));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(mailbag.of(dossier, MessagePurpose.ACCOUNT_ACTIVATED)).hasSize(1);
    }

    @RepeatedTest(5)
    void who_cancels_at_the_moment_of_a_reminder_is_erased_all_the_same() {
        String dossier = students.requestCode();
        String timer = timer("account-creation", dossier, "Event_PasswordReminderDue");

        List<Boolean> done = Together.all(List.of(
                attempt(() -> students.cancel(dossier)),
                attempt(() -> engine.getManagementService().executeJob(timer))));

        if (!done.get(0)) {
            students.cancel(dossier);
        }
        assertThat(dossiers.of(dossier).isClosed()).isTrue();
        assertThat(instance("account-creation", dossier)).isNull();
    }

    @RepeatedTest(5)
    void a_step_that_ends_while_its_time_is_up_is_either_taken_or_everything_is_erased() {
        String dossier = students.requestCode();
        String timer = timer("account-creation", dossier, "Event_PasswordTimeUp");

        List<Boolean> done = Together.all(List.of(
                attempt(() -> students.choosePassword(dossier)),
                attempt(() -> engine.getManagementService().executeJob(timer))));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(dossiers.of(dossier).isClosed()).isEqualTo(done.get(1));
        assertThat(students.openTask(dossier) == null).isEqualTo(done.get(1));
    }

    @RepeatedTest(5)
    void of_two_advisors_who_release_a_waiting_dossier_one_sends_the_code() {
        Map<String, Object> request = Students.codeRequest();
        request.put("carteVitaleReceived", false);
        String dossier = students.start(request).getBusinessKey();

        List<Boolean> done =
                Together.times(2, attempt(() -> students.release(dossier, Map.of("carteVitaleReceived", true))));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(mailbag.of(dossier, MessagePurpose.PROVISIONAL_CODE)).hasSize(1);
    }

    @RepeatedTest(20)
    void of_two_requests_for_a_new_number_one_opens_the_dossier() {
        Map<String, Object> request = Students.codeRequest();
        request.put("mobile", "06 78 90 12 34");

        List<Boolean> done = Together.times(2, attempt(() -> students.start(request)));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        String dossier = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("account-creation")
                .singleResult()
                .getBusinessKey();
        assertThat(mailbag.of(dossier, MessagePurpose.PROVISIONAL_CODE)).hasSize(1);
    }

    private String timer(String process, String dossier, String event) {
        time.pass(Duration.ofMinutes(1));
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance(process, dossier).getId())
                .activityId(event)
                .singleResult();
        return job.getId();
    }
}
