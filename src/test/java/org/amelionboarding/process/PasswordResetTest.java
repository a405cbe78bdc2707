package org.amelionboarding.process;

import static org.amelionboarding.Time.START;
import static org.amelionboarding.message.MessagePurpose.PASSWORD_CHANGED;
import static org.amelionboarding.message.MessagePurpose.RESET_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.session.SessionRegistry;

/** From the request for a link to the new password, or to nothing. */
class PasswordResetTest extends ProcessTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Duration A_LINKS_LIFE = Duration.ofMinutes(30);

    @Autowired
    OneTimeSecrets secrets;

    @Autowired
    SessionRegistry sessions;

    private String dossier;
    private ProcessInstance reset;

    @BeforeEach
    void the_owner_of_an_active_account_has_asked() {
        dossier = openAccount();
        reset = ask(dossier);
    }

    private String openAccount() {
        String opened = students.reachWaitingPage();
        students.confirmEmail(opened, mailbag.token(opened));
        return opened;
    }

    private ProcessInstance ask(String owner) {
        correlate("RESET_ASKED", owner);
        return instance("password-reset", owner);
    }

    private void correlate(String message, String owner) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(owner)
                .correlate();
    }

    @Test
    void the_link_goes_to_the_address_on_file() {
        assertThat(mailbag.newest(dossier, RESET_LINK).envelope().to()).isEqualTo(Students.emailOf(dossier));
        assertThatProcess(reset).isWaitingAt("Gateway_LinkUsedInTime");
    }

    @Test
    void once_a_password_is_chosen_the_owner_is_told() {
        correlate("PASSWORD_CHOSEN", dossier);

        assertThatProcess(reset)
                .isEnded()
                .hasPassedInOrder(
                        "Event_ResetAsked",
                        "Task_SendResetLink",
                        "Gateway_LinkUsedInTime",
                        "Event_PasswordChosen",
                        "Task_EndOtherSessions",
                        "Task_TellOwner",
                        "Event_PasswordChanged")
                .hasNotPassed("Event_LinkExpired", "Event_ResetLinkExpired");
        assertThat(mailbag.newest(dossier, PASSWORD_CHANGED).envelope().to()).isEqualTo(Students.emailOf(dossier));
    }

    /** A17 */
    @Test
    void once_a_password_is_chosen_the_owners_sessions_are_ended_and_nobody_elses() {
        sessions.registerNewSession("telephone", dossier);
        sessions.registerNewSession("library", dossier);
        sessions.registerNewSession("stranger", "another");

        correlate("PASSWORD_CHOSEN", dossier);

        assertThat(sessions.getAllSessions(dossier, false)).isEmpty();
        assertThat(sessions.getAllSessions("another", false)).hasSize(1);
    }

    @Test
    void once_a_password_is_chosen_a_sign_in_that_began_with_the_old_one_cannot_be_completed() {
        secrets.issueSignInCode(dossier);

        correlate("PASSWORD_CHOSEN", dossier);

        assertThat(secrets.live(dossier, SecretPurpose.SIGN_IN_CODE)).isEmpty();
    }

    @Test
    void the_link_lives_half_an_hour() {
        time.pass(A_LINKS_LIFE.minus(A_MOMENT));

        assertThatProcess(reset).isWaitingAt("Gateway_LinkUsedInTime");
    }

    @Test
    void after_half_an_hour_the_reset_is_over() {
        time.pass(A_LINKS_LIFE);

        assertThatProcess(reset)
                .isEnded()
                .hasPassedInOrder("Event_LinkExpired", "Event_ResetLinkExpired")
                .hasNotPassed("Task_EndOtherSessions");
        assertThat(mailbag.of(dossier, PASSWORD_CHANGED)).isEmpty();
    }

    @Test
    void a_password_chosen_after_the_timer_comes_too_late() {
        time.pass(A_LINKS_LIFE);

        assertThatThrownBy(() -> correlate("PASSWORD_CHOSEN", dossier))
                .isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    @Test
    void a_timer_after_the_chosen_password_finds_nothing_to_do() {
        correlate("PASSWORD_CHOSEN", dossier);

        time.pass(A_LINKS_LIFE);

        assertThatProcess(reset).hasNotPassed("Event_LinkExpired");
    }

    @Test
    void asking_again_reaches_the_running_reset_and_sends_another_link() {
        time.pass(Duration.ofMinutes(5));

        assertThat(ask(dossier).getId()).isEqualTo(reset.getId());

        assertThatProcess(reset)
                .isWaitingAt("Gateway_LinkUsedInTime")
                .hasPassedInOrder("Gateway_LinkUsedInTime", "Event_AskedAgain", "Task_SendResetLink");
        assertThat(mailbag.of(dossier, RESET_LINK))
                .extracting(Mailbag::token)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void asking_again_kills_the_link_before() {
        String before = mailbag.resetToken(dossier);
        time.pass(Duration.ofMinutes(5));

        ask(dossier);

        assertThat(secrets.useResetToken(dossier, before)).isFalse();
        assertThat(secrets.useResetToken(dossier, mailbag.resetToken(dossier))).isTrue();
    }

    @Test
    void the_other_link_has_its_own_full_life() {
        time.pass(Duration.ofMinutes(5));
        ask(dossier);

        time.pass(A_LINKS_LIFE.minus(A_MOMENT));

        assertThatProcess(reset).isWaitingAt("Gateway_LinkUsedInTime");
        assertThat(time.now()).isAfter(START.plus(A_LINKS_LIFE));
    }

    @Test
    void the_reset_leaves_no_process_variable() {
        ask(dossier);
        correlate("PASSWORD_CHOSEN", dossier);

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void these_ways_together_take_every_element_of_the_model() throws IOException {
        ask(dossier);
        correlate("PASSWORD_CHOSEN", dossier);
        String late = openAccount();
        ask(late);
        time.pass(A_LINKS_LIFE);
        ask(late);
        askForErasure(late);

        assertThat(passed()).containsAll(elements());
    }

    private Set<String> passed() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(reset.getProcessDefinitionId())
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }

    private static Set<String> elements() throws IOException {
        Model model = Model.all().stream()
                .filter(some -> some.file().equals("password-reset.bpmn"))
                .findFirst()
                .orElseThrow();
        return model.all(FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toSet());
    }
}
