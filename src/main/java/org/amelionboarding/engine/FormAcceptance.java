package org.amelionboarding.engine;

import java.util.HashMap;
import java.util.Map;
import org.amelionboarding.form.Gate.Verdict;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** What the gate said of which task, known for the length of one engine command and to nobody outside it. */
class FormAcceptance implements Session {

    private final Map<String, Verdict> verdicts = new HashMap<>();

    static void record(String taskId, Verdict verdict) {
        current().verdicts.put(taskId, verdict);
    }

    /** @return null if no form was accepted for this task in this command */
    static Verdict take(String taskId) {
        return current().verdicts.remove(taskId);
    }

    private static FormAcceptance current() {
        return Context.getCommandContext().getSession(FormAcceptance.class);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FormAcceptance.class;
        }

        @Override
        public Session openSession() {
            return new FormAcceptance();
        }
    }
}
