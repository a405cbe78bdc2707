package org.amelionboarding.form;

import java.util.Map;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What a verification link is good for, and its use: through the gate, as the form of the waiting task. */
@Component
class EmailConfirmation {

    enum State {
        READY,
        READY_TO_CHANGE,
        CONFIRMED,
        CHANGED,
        ALREADY_CONFIRMED,
        KEPT,
        ADDRESS_TAKEN,
        EXPIRED,
        RENEWED,
        TOO_SOON,
        CLOSED,
        UNKNOWN;

        /** Whether the button confirms. */
        boolean isReady() {
            return this == READY || this == READY_TO_CHANGE;
        }
    }

    private final OneTimeSecrets secrets;
    private final Dossiers dossiers;
    private final TaskService tasks;
    private final FormService forms;

    EmailConfirmation(OneTimeSecrets secrets, Dossiers dossiers, TaskService tasks, FormService forms) {
        this.secrets = secrets;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.forms = forms;
    }

    /** Tells what the link is good for and changes nothing: mail scanners open every link (A10). */
    State look(String token) {
        return secrets.findLink(token).map(this::state).orElse(State.UNKNOWN);
    }

    private State state(OneTimeSecret link) {
        Dossier dossier = dossiers.of(link.dossier());
        if (link.isUsed() || dossier.isEmailConfirmedSince(link.issuedAt())) {
            return State.ALREADY_CONFIRMED;
        }
        if (dossier.isClosed()) {
            return State.CLOSED;
        }
        if (dossier.isNewEmailWithdrawn()) {
            return State.KEPT;
        }
        if (!secrets.isLive(link)) {
            return State.EXPIRED;
        }
        // Who has the link has the mailbox, and may know that it belongs to another account (A28).
        if (dossiers.isTaken(dossier.emailToConfirm(), dossier.number())) {
            return State.ADDRESS_TAKEN;
        }
        return dossier.isActive() ? State.READY_TO_CHANGE : State.READY;
    }

    /** The dossier that a link, live or not, was sent for. */
    Optional<Dossier> dossier(String token) {
        return secrets.findLink(token).map(OneTimeSecret::dossier).flatMap(dossiers::find);
    }

    State confirm(String token) {
        State before = look(token);
        if (!before.isReady()) {
            return before;
        }
        Optional<Task> waiting = waitingTask(token);
        if (waiting.isEmpty()) {
            return stateAfterAnother(token);
        }
        try {
            forms.submitTaskForm(waiting.get().getId(), Map.of("action", "CONFIRM", "token", token));
            return before == State.READY ? State.CONFIRMED : State.CHANGED;
        } catch (FormFieldValidationException | OptimisticLockingException e) {
            // Somebody was quicker: a second click, the timer at the end of the link's life, another owner.
            return stateAfterAnother(token);
        }
    }

    /** Sends a link once more to who came with an expired one; the address is the dossier's, whoever asks. */
    State renew(String token) {
        State before = look(token);
        if (before != State.EXPIRED) {
            return before;
        }
        try {
            waitingTask(token).ifPresent(task -> forms.submitTaskForm(task.getId(), Map.of("action", "RESEND")));
            return State.RENEWED;
        } catch (FormFieldValidationException | OptimisticLockingException e) {
            return State.TOO_SOON;
        }
    }

    private Optional<Task> waitingTask(String token) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(
                        secrets.findLink(token).orElseThrow().dossier())
                .taskDefinitionKey(AwaitEmailConfirmation.KEY)
                .singleResult());
    }

    private State stateAfterAnother(String token) {
        State now = look(token);
        return now.isReady() ? State.EXPIRED : now;
    }
}
