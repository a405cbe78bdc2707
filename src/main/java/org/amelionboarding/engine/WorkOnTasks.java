package org.amelionboarding.engine;

import java.util.Objects;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Who may work on a task: its assignee, and as long as it has none, each member of its candidate group. Claiming it for
 * somebody else and handing it on stay closed; giving it back is open.
 */
class WorkOnTasks extends AuthorizationCommandChecker {

    @Override
    public void checkReadTask(TaskEntity task) {
        if (!mayWork(task)) {
            super.checkReadTask(task);
        }
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        if (!mayWork(task)) {
            super.checkReadTaskVariable(task);
        }
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (isWithColleague(task)) {
            throw new TaskAlreadyClaimedException(task.getId(), "a colleague");
        }
        if (!mayWork(task) || isClaimForAnother()) {
            super.checkTaskWork(task);
        }
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        if (!(Caller.isAssigneeOf(task) && Caller.isInGroupOf(task) && isGivenBack())) {
            super.checkTaskAssign(task);
        }
    }

    private static boolean mayWork(TaskEntity task) {
        return Caller.isAssigneeOf(task) || task.getAssignee() == null && Caller.isInGroupOf(task);
    }

    private static boolean isWithColleague(TaskEntity task) {
        return task.getAssignee() != null && !Caller.isAssigneeOf(task) && Caller.isInGroupOf(task);
    }

    private static boolean isClaimForAnother() {
        Command<?> command = command();
        return command instanceof ClaimTaskCmd && !Objects.equals(Caller.userId(), userIn(command));
    }

    private static boolean isGivenBack() {
        Command<?> command = command();
        return command instanceof AssignTaskCmd && userIn(command) == null;
    }

    private static Command<?> command() {
        return Context.getCommandInvocationContext().getCommand();
    }

    private static Object userIn(Command<?> command) {
        return new DirectFieldAccessor(command).getPropertyValue("userId");
    }
}
