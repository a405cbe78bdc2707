package org.amelionboarding.engine;

import java.util.Map;
import org.amelionboarding.form.Gate;
import org.amelionboarding.form.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Hands what was typed into a task's form to the gate; sets no variable, and so never calls the default handler. */
class GatedTaskForm extends DefaultTaskFormHandler {

    private final Gate gate;

    GatedTaskForm(Gate gate) {
        this.gate = gate;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormDataImpl form = (TaskFormDataImpl) super.createTaskForm(task);
        prefill(task).forEach((name, value) -> form.getFormFields().add(field(name, value)));
        return form;
    }

    @Override
    public void submitFormVariables(VariableMap values, VariableScope scope) {
        TaskEntity task = (TaskEntity) scope;
        try {
            FormAcceptance.record(
                    task.getId(), gate.submit(key(task), number(task), isForStaff(task), Typed.plain(values)));
        } catch (Refusal refusal) {
            throw new FormFieldValidationException(refusal.getClass().getSimpleName(), refusal.getMessage());
        }
    }

    private Map<String, String> prefill(TaskEntity task) {
        return gate.prefill(key(task), number(task));
    }

    /** A student's task is assigned to their dossier from its beginning. */
    static boolean isForStaff(TaskEntity task) {
        return !number(task).equals(task.getAssignee());
    }

    private static String key(TaskEntity task) {
        return task.getTaskDefinitionKey();
    }

    private static String number(TaskEntity task) {
        return task.getExecution().getProcessBusinessKey();
    }

    static FormFieldImpl field(String name, String value) {
        FormFieldImpl field = new FormFieldImpl();
        field.setId(name);
        field.setType(new StringFormType());
        field.setValue(Variables.stringValue(value, true));
        return field;
    }
}
