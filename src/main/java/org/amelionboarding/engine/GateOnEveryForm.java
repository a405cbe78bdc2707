package org.amelionboarding.engine;

import java.util.ArrayList;
import java.util.List;
import org.amelionboarding.form.Gate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.handler.DelegateStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts the gate on every user task and start form of every model, so that no model can forget it. */
@Component
class GateOnEveryForm extends AbstractProcessEnginePlugin {

    private final Gate gate;

    GateOnEveryForm(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new ParseListener(gate))));
        Additions.add(new FormAcceptance.Factory(), configuration);
    }

    private static class ParseListener extends AbstractBpmnParseListener {

        private final Gate gate;

        ParseListener(Gate gate) {
            this.gate = gate;
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            DeploymentEntity deployment = deployment(scope);
            GatedTaskForm handler = new GatedTaskForm(gate);
            handler.setDeploymentId(deployment.getId());
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.setTaskFormHandler(new DelegateTaskFormHandler(handler, deployment));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::nameInTheReadersLanguage);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, new CompletedByItsFormOnly());
        }

        private void nameInTheReadersLanguage(DelegateTask task) {
            String number = task.getExecution().getProcessBusinessKey();
            boolean forStaff = GatedTaskForm.isForStaff((TaskEntity) task);
            task.setName(gate.title(task.getTaskDefinitionKey(), number, forStaff));
        }

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (scope instanceof ProcessDefinitionEntity process && process.getStartFormHandler() != null) {
                GatedStartForm handler = new GatedStartForm(gate);
                handler.setDeploymentId(process.getDeploymentId());
                process.setStartFormHandler(new DelegateStartFormHandler(handler, deployment(scope)));
            }
        }

        private static DeploymentEntity deployment(ScopeImpl scope) {
            DeploymentEntity deployment = new DeploymentEntity();
            deployment.setId(((ProcessDefinitionEntity) scope.getProcessDefinition()).getDeploymentId());
            return deployment;
        }
    }
}
