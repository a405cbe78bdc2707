package org.amelionboarding.casework;

import java.util.List;
import org.amelionboarding.dossier.Dossier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Where a student stands: what the dossier says, and what is to be done by whom. */
@Component
class Standing {

    /**
     * @param address of the advisors' task in Tasklist; null if the student is to do it
     * @param claimedBy who works on it; null if nobody does
     */
    record Todo(String text, String since, String address, String claimedBy) {}

    private final TaskService tasks;
    private final Words words;

    Standing(TaskService tasks, Words words) {
        this.tasks = tasks;
        this.words = words;
    }

    String sentence(Dossier dossier) {
        if (dossier.isClosed()) {
            return words.say("closed." + dossier.closure(), words.moment(dossier.closedAt()));
        }
        return dossier.isActive()
                ? words.say("state.active", words.moment(dossier.activatedAt()))
                : words.say(dossier.isReady() ? "state.under-way" : "state.waiting");
    }

    /** The oldest first. */
    List<Todo> todos(Dossier dossier) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(dossier.number())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(task -> todo(task, dossier))
                .toList();
    }

    private Todo todo(Task task, Dossier dossier) {
        boolean student = dossier.number().equals(task.getAssignee());
        return new Todo(
                words.standing(process(task.getProcessDefinitionId()), task.getTaskDefinitionKey()),
                words.moment(task.getCreateTime()),
                student ? null : "/camunda/app/tasklist/default/#/?task=" + task.getId(),
                student ? null : task.getAssignee());
    }

    /** The engine's ids of definitions begin with the key. */
    private static String process(String definition) {
        return definition.substring(0, definition.indexOf(':'));
    }
}
