package org.amelionboarding.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Who calls the engine; nobody when it is the application itself. */
final class Caller {

    private Caller() {}

    static boolean isStudent() {
        Authentication caller = authentication();
        return caller != null
                && caller.getGroupIds() != null
                && caller.getGroupIds().contains(Groups.STUDENTS);
    }

    static boolean isAssigneeOf(TaskEntity task) {
        return userId() != null && userId().equals(task.getAssignee());
    }

    static String userId() {
        Authentication caller = authentication();
        return caller == null ? null : caller.getUserId();
    }

    private static Authentication authentication() {
        return Context.getCommandContext().getAuthentication();
    }
}
