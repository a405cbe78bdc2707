package org.amelionboarding.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** The engine's switches, where the default is too open or costs what nobody uses. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        close(configuration);
        slim(configuration);
        // A refused form is an everyday answer, not an error with a stack trace in the log.
        configuration.setEnableCmdExceptionLogging(false);
        // A job without a date stands neither before nor behind the others, so that no age can be told.
        configuration.setEnsureJobDueDateNotNull(true);
        // What it logs names the dossier as everything else that logs does.
        configuration.setLoggingContextBusinessKey("dossier");
        // Passing failures of timers: five tries over half an hour, then an incident.
        configuration.setFailedJobRetryTimeCycle("R5/PT5M");
    }

    private static void close(ProcessEngineConfigurationImpl configuration) {
        configuration.setAuthorizationEnabled(true);
        configuration.setAuthorizationEnabledForCustomCode(false);
        // No revoke is used, and looking for them is slow on PostgreSQL.
        configuration.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        // With the default (UPDATE) an assignee could set variables and hand the task on.
        configuration.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        configuration.setEnforceSpecificVariablePermission(true);
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setJavaSerializationFormatEnabled(false);
        // An error that no event catches must not quietly end a student's process.
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    }

    private static void slim(ProcessEngineConfigurationImpl configuration) {
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
    }
}
