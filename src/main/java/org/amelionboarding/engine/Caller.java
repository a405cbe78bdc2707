package org.amelionboarding.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/** Who calls the engine; nobody when it is the application itself. */
final class Caller {

    private Caller() {}

    static boolean isStudent() {
        return groups().contains(Groups.STUDENTS);
    }

    static boolean isAssigneeOf(TaskEntity task) {
        return userId() != null && userId().equals(task.getAssignee());
    }

    /** Whether the task was given to a group that the caller belongs to, claimed or not. */
    static boolean isInGroupOf(TaskEntity task) {
        return !groups().isEmpty()
                && task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .anyMatch(group -> group != null && groups().contains(group));
    }

    static String userId() {
        Authentication caller = authentication();
        return caller == null ? null : caller.getUserId();
    }

    private static List<String> groups() {
        Authentication caller = authentication();
        return caller == null || caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
    }

    private static Authentication authentication() {
        return Context.getCommandContext().getAuthentication();
    }
}
