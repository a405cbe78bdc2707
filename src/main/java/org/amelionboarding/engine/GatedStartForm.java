package org.amelionboarding.engine;

import java.util.Optional;
import org.amelionboarding.form.Gate;
import org.amelionboarding.form.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.form.StartFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** Hands what was typed into a start form to the gate and takes the business key from it, whatever a client sent. */
class GatedStartForm extends DefaultStartFormHandler {

    private final Gate gate;

    GatedStartForm(Gate gate) {
        this.gate = gate;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity process) {
        StartFormDataImpl form = (StartFormDataImpl) super.createStartFormData(process);
        gate.prefillStart(process.getKey(), student())
                .forEach((name, value) -> form.getFormFields().add(GatedTaskForm.field(name, value)));
        return form;
    }

    @Override
    public void submitFormVariables(VariableMap values, VariableScope scope) {
        ExecutionEntity instance = (ExecutionEntity) scope;
        try {
            instance.setProcessBusinessKey(
                    gate.start(instance.getProcessDefinition().getKey(), student(), Typed.plain(values)));
        } catch (Refusal refusal) {
            throw new FormFieldValidationException(refusal.getClass().getSimpleName(), refusal.getMessage());
        }
    }

    private static Optional<String> student() {
        return Optional.ofNullable(Caller.isStudent() ? Caller.userId() : null);
    }
}
