package org.amelionboarding.engine;

import org.amelionboarding.form.Gate.Verdict;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Refuses to complete a task unless its form was accepted in the same command, whoever asks and by whatever way. A form
 * that was cancelled leaves the process through its error event.
 */
class CompletedByItsFormOnly implements TaskListener {

    /** Error code of the models' event "Cancelled by student". */
    static final String CANCELLED = "CANCELLED";

    @Override
    public void notify(DelegateTask task) {
        Verdict verdict = FormAcceptance.take(task.getId());
        if (verdict == null) {
            throw new AuthorizationException("A task is completed by its form only");
        }
        if (verdict == Verdict.CANCELLED) {
            throw new BpmnError(CANCELLED);
        }
    }
}
