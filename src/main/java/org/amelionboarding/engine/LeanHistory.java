package org.amelionboarding.engine;

import java.util.List;
import java.util.Set;
import org.amelionboarding.retention.RetentionSettings;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.stereotype.Component;

/**
 * Keeps of history what Cockpit and the advisors read: instances, activities, incidents and who did what. Variables and
 * form values are never written; neither is what nobody looks at.
 */
@Component
class LeanHistory extends AbstractProcessEnginePlugin {

    private final RetentionSettings settings;

    LeanHistory(RetentionSettings settings) {
        this.settings = settings;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Level level = new Level();
        configuration.setCustomHistoryLevels(List.of(level));
        configuration.setHistory(level.getName());
        // Clean-up by end time spares sixteen updates at the end of each instance.
        configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        configuration.setHistoryCleanupStrategy("endTimeBased");
        if (settings.historyFrom() != null) {
            configuration.setHistoryCleanupBatchWindowStartTime(
                    settings.historyFrom().toString());
            configuration.setHistoryCleanupBatchWindowEndTime(
                    settings.historyUntil().toString());
        }
    }

    private static class Level extends AbstractHistoryLevel {

        private static final Set<HistoryEventType> KEPT = Set.of(
                HistoryEventTypes.PROCESS_INSTANCE_START,
                HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
                HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
                HistoryEventTypes.PROCESS_INSTANCE_END,
                HistoryEventTypes.ACTIVITY_INSTANCE_START,
                HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
                HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
                HistoryEventTypes.ACTIVITY_INSTANCE_END,
                HistoryEventTypes.INCIDENT_CREATE,
                HistoryEventTypes.INCIDENT_MIGRATE,
                HistoryEventTypes.INCIDENT_RESOLVE,
                HistoryEventTypes.INCIDENT_DELETE,
                HistoryEventTypes.USER_OPERATION_LOG);

        @Override
        public int getId() {
            return 17;
        }

        @Override
        public String getName() {
            return "onboarding";
        }

        /** The general question for task events keeps task id and assignee on the activity at no extra statement. */
        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
            return KEPT.contains(type) || type == HistoryEventTypes.TASK_INSTANCE_CREATE && entity == null;
        }
    }
}
