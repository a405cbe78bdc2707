package org.amelionboarding.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The few static grants and the task lists. The students' lists name no student: a student's queries are bound to their
 * own tasks anyway ({@link OwnTasksOnly}).
 */
@Component
class Grants implements SmartInitializingSingleton {

    private static final String STUDENTS_LIST = "À faire · To do";
    private static final String ACCOUNT_LIST = "Mon compte · My account";
    private static final String ADVISORS_LIST = "À traiter · To handle";
    private static final String WAITING_LIST = "En attente · Waiting";
    /** What a student with an active account may start; that it is for themself the gate sees to. */
    private static final List<String> SERVICES = List.of("carte-vitale-order", "contact", "contact-details-change");
    /** What begins by itself in the life of an account. */
    private static final String PROFILE = "profile-completion";

    /** Tasklist opens the list that comes first. */
    private static final int FIRST = 0;

    private static final int SECOND = 1;

    /** Below it a task only waits for something to come; the models say so. */
    private static final int TO_HANDLE = 50;

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    Grants(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    public void afterSingletonsInstantiated() {
        grant(Groups.STUDENTS, Resources.APPLICATION, "tasklist", ACCESS);
        Filter ownTasks = taskList(STUDENTS_LIST, FIRST, tasks.createTaskQuery());
        grant(Groups.STUDENTS, Resources.FILTER, ownTasks.getId(), READ);
        Filter accountTasks = taskList(ACCOUNT_LIST, SECOND, accountTasks());
        grant(Groups.STUDENTS, Resources.FILTER, accountTasks.getId(), READ);
        for (String service : SERVICES) {
            grant(Groups.STUDENTS, Resources.PROCESS_DEFINITION, service, READ, CREATE_INSTANCE);
        }
        grant(Groups.STUDENTS, Resources.PROCESS_INSTANCE, "*", CREATE);
        Filter advisorsTasks = taskList(ADVISORS_LIST, FIRST, advisorsTasks().taskMinPriority(TO_HANDLE));
        Filter waitingTasks = taskList(WAITING_LIST, SECOND, advisorsTasks().taskMaxPriority(TO_HANDLE - 1));
        for (String staff : List.of(Groups.ADVISORS, Groups.OPERATORS, Groups.AUDITORS)) {
            grant(staff, Resources.APPLICATION, "tasklist", ACCESS);
            grant(staff, Resources.APPLICATION, "cockpit", ACCESS);
            grant(staff, Resources.FILTER, advisorsTasks.getId(), READ);
            grant(staff, Resources.FILTER, waitingTasks.getId(), READ);
            grant(staff, Resources.PROCESS_INSTANCE, "*", READ);
            grant(staff, Resources.DECISION_DEFINITION, "*", READ, READ_HISTORY);
            grant(staff, Resources.DEPLOYMENT, "*", READ);
        }
        grant(Groups.OPERATORS, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_HISTORY, RETRY_JOB);
        grant(Groups.AUDITORS, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_HISTORY);
        grant(
                Groups.ADVISORS,
                Resources.PROCESS_DEFINITION,
                "*",
                READ,
                READ_INSTANCE,
                READ_HISTORY,
                READ_TASK,
                RETRY_JOB);
        grant(Groups.ADVISORS, Resources.PROCESS_DEFINITION, "account-creation", CREATE_INSTANCE);
        grant(Groups.ADVISORS, Resources.PROCESS_INSTANCE, "*", READ, CREATE);
        // Cockpit counts tasks by group with this right only.
        grant(Groups.ADVISORS, Resources.TASK, "*", READ);
    }

    private TaskQuery accountTasks() {
        String[] processes =
                Stream.concat(Stream.of(PROFILE), SERVICES.stream()).toArray(String[]::new);
        return tasks.createTaskQuery().processDefinitionKeyIn(processes);
    }

    private TaskQuery advisorsTasks() {
        return tasks.createTaskQuery().taskCandidateGroup(Groups.ADVISORS).includeAssignedTasks();
    }

    private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    private Filter taskList(String name, int place, TaskQuery query) {
        Filter list = filters.createTaskFilterQuery().filterName(name).singleResult();
        return filters.saveFilter((list == null ? filters.newTaskFilter(name) : list)
                .setQuery(query)
                .setProperties(Map.of("priority", place)));
    }
}
