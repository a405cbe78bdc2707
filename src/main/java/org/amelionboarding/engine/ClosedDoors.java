package org.amelionboarding.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.stereotype.Component;

/**
 * Refuses, to every person whatever their role, the commands that lead round the gate, and expressions inside task
 * queries. Behind the allow-list of URLs this is the second net.
 *
 * <p>CVE-2026-109432: expressions in {@code orQueries} pass by the engine's own check and run on the server; the
 * community edition has no fix.
 */
@Component
class ClosedDoors extends AbstractProcessEnginePlugin {

    private static final Set<Class<?>> ROUND_THE_GATE = Set.of(
            ResolveTaskCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            SetTaskVariablesCmd.class,
            PatchTaskVariablesCmd.class,
            StartProcessInstanceCmd.class,
            StartProcessInstanceAtActivitiesCmd.class,
            RestartProcessInstancesCmd.class);

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // Before the command context is opened: only then is a person's command told from one of our own delegates,
        // which runs inside it.
        Additions.add(new Doorkeeper(configuration), configuration);
    }

    private static class Doorkeeper extends CommandInterceptor {

        private final ProcessEngineConfigurationImpl configuration;

        Doorkeeper(ProcessEngineConfigurationImpl configuration) {
            this.configuration = configuration;
        }

        @Override
        public <T> T execute(Command<T> command) {
            if (ROUND_THE_GATE.contains(command.getClass()) && isCalledByPerson()) {
                throw new AuthorizationException("Tasks and processes are moved by their forms only");
            }
            refuseExpressions(queryOf(command));
            return next.execute(command);
        }

        private boolean isCalledByPerson() {
            return Context.getCommandContext() == null
                    && configuration.getIdentityService().getCurrentAuthentication() != null;
        }

        private static Object queryOf(Command<?> command) {
            if (command instanceof AbstractExecuteFilterCmd) {
                return new DirectFieldAccessor(command).getPropertyValue("extendingQuery");
            }
            if (command instanceof SaveFilterCmd) {
                return ((FilterEntity) new DirectFieldAccessor(command).getPropertyValue("filter")).getQuery();
            }
            return command;
        }

        private static void refuseExpressions(Object query) {
            if (query instanceof TaskQueryImpl tasks
                    && tasks.getQueries().stream()
                            .anyMatch(part -> !part.getExpressions().isEmpty())) {
                throw new BadUserRequestException("Expressions are not allowed in queries");
            }
        }
    }
}
