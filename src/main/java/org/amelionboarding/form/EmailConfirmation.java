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
        CONFIRMED,
        ALREADY_CONFIRMED,
        EXPIRED,
        UNKNOWN
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
        if (link.isUsed()) {
            return State.ALREADY_CONFIRMED;
        }
        return secrets.isLive(link) ? State.READY : State.EXPIRED;
    }

    /** The dossier that a link, live or not, was sent for. */
    Optional<Dossier> dossier(String token) {
        return secrets.findLink(token).map(OneTimeSecret::dossier).flatMap(dossiers::find);
    }

    State confirm(String token) {
        State before = look(token);
        if (before != State.READY) {
            return before;
        }
        String number = secrets.findLink(token).orElseThrow().dossier();
        Task waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(AwaitEmailConfirmation.KEY)
                .singleResult();
        if (waiting == null) {
            return stateAfterAnother(token);
        }
        try {
            forms.submitTaskForm(waiting.getId(), Map.of("action", "CONFIRM", "token", token));
            return State.CONFIRMED;
        } catch (FormFieldValidationException | OptimisticLockingException e) {
            // Somebody was quicker: a second click, or the timer at the end of the link's life.
            return stateAfterAnother(token);
        }
    }

    private State stateAfterAnother(String token) {
        State now = look(token);
        return now == State.READY ? State.EXPIRED : now;
    }
}
