package org.amelionboarding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Fictitious students, and what they and their advisor type: every form goes through the engine's form service and so
 * through the gate, as from Tasklist. A refused form is the engine's {@code FormFieldValidationException}.
 */
@Component
public class Students {

    /** A password that keeps every rule for every student made here. */
    public static final String PASSWORD = "Tilleul,84-rives";

    private static final AtomicInteger ALL = new AtomicInteger();

    private final FormService forms;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;

    Students(
            FormService forms,
            RepositoryService repository,
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identity) {
        this.forms = forms;
        this.repository = repository;
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
    }

    /** What the advisor types for a student who fulfils all prerequisites; another NIR at each call. Can be changed. */
    public static Map<String, Object> codeRequest() {
        return new HashMap<>(Map.of(
                "nir", freshNir(),
                "familyName", "Kowalska",
                "givenNames", "Zofia Maria",
                "birthDate", "2003-07-14",
                "mobile", "06 12 34 56 78",
                "language", "fr",
                "channel", "PHONE_3646",
                "registrationFinalised", true,
                "carteVitaleReceived", true));
    }

    /** A permanent NIR with its key, another one at each call; there are about 870,000. */
    public static String freshNir() {
        int n = ALL.getAndIncrement();
        String body = "2030799%03d%03d".formatted(122 + n / 999, 1 + n % 999);
        return body + "%02d".formatted(97 - Long.parseLong(body) % 97);
    }

    /** A personal address, another one for each dossier. */
    public static String emailOf(String dossier) {
        return dossier.toLowerCase(Locale.ROOT) + "@mailbox.example";
    }

    /** Starts account creation by the advisor's form; the business key is the number of the dossier. */
    public ProcessInstance start(Map<String, Object> codeRequest) {
        return start(codeRequest, null);
    }

    /** As {@link #start(Map)}, by a caller who asks for a business key of their own. */
    public ProcessInstance start(Map<String, Object> codeRequest, String businessKey) {
        return forms.submitStartForm(definition("account-creation"), businessKey, codeRequest);
    }

    /** Begins a service of an active account, as its student who has signed in. */
    public ProcessInstance beginService(String process, String dossier, Map<String, Object> fields) {
        identity.setAuthentication(dossier, List.of("students"));
        try {
            return forms.submitStartForm(definition(process), fields);
        } finally {
            identity.clearAuthentication();
        }
    }

    private String definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Brings a new student to step 1 of 3, with the code sent. Returns the number of the dossier. */
    public String requestCode() {
        return start(codeRequest()).getBusinessKey();
    }

    /** Brings a new student to the page that waits for the link in the mail. Returns the number of the dossier. */
    public String reachWaitingPage() {
        String dossier = requestCode();
        choosePassword(dossier);
        acceptTerms(dossier);
        giveContactDetails(dossier);
        return dossier;
    }

    /** Step 1 of 3, with {@link #PASSWORD}. */
    public void choosePassword(String dossier) {
        submit(dossier, "Task_ChoosePassword", Map.of("newPassword", PASSWORD, "confirmPassword", PASSWORD));
    }

    /** Step 2 of 3. */
    public void acceptTerms(String dossier) {
        submit(dossier, "Task_AcceptTerms", Map.of("termsAccepted", true));
    }

    /** Step 3 of 3, with {@link #emailOf} and no other mobile number. */
    public void giveContactDetails(String dossier) {
        String email = emailOf(dossier);
        submit(dossier, "Task_GiveContactDetails", Map.of("email", email, "confirmEmail", email, "mobile", ""));
    }

    /** On the waiting page. */
    public void askForTheLinkAgain(String dossier) {
        submit(dossier, "Task_AwaitEmailConfirmation", Map.of("action", "RESEND"));
    }

    /** On the waiting page. */
    public void correctEmail(String dossier, String email) {
        submit(
                dossier,
                "Task_AwaitEmailConfirmation",
                Map.of("action", "CORRECT", "email", email, "confirmEmail", email));
    }

    /** On the waiting page of an active account, which asks for the password. */
    public void correctNewEmail(String dossier, String email, String password) {
        submit(
                dossier,
                "Task_AwaitEmailConfirmation",
                Map.of("action", "CORRECT", "email", email, "confirmEmail", email, "password", password));
    }

    /** On the waiting page of an active account. */
    public void keepOldEmail(String dossier) {
        submit(dossier, "Task_AwaitEmailConfirmation", Map.of("action", "KEEP"));
    }

    /** What the button behind the link does. */
    public void confirmEmail(String dossier, String token) {
        submit(dossier, "Task_AwaitEmailConfirmation", Map.of("action", "CONFIRM", "token", token));
    }

    /** At step 2 of 3. */
    public void refuseTerms(String dossier) {
        submit(dossier, "Task_AcceptTerms", Map.of("termsRefused", true));
    }

    /** Asks for the code again, as the student does without signing in. */
    public void askForNewCode(String dossier) {
        runtime.createMessageCorrelation("NEW_CODE_ASKED")
                .processInstanceBusinessKey(dossier)
                .correlate();
    }

    /** An advisor has seen what was missing. */
    public void release(String dossier, Map<String, Object> arrived) {
        Task waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey("Task_ReleaseWaitingDossier")
                .singleResult();
        submit(waiting, arrived);
    }

    /** Leaves for good, by the form of the step that the student stands at. */
    public void cancel(String dossier) {
        submit(openTask(dossier), Map.of("cancel", true));
    }

    /** Fills in any form of a task that is open for the dossier. */
    public void submit(String dossier, String taskDefinitionKey, Map<String, Object> fields) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskAssignee(dossier)
                .taskDefinitionKey(taskDefinitionKey)
                .singleResult();
        if (task == null) {
            throw new IllegalStateException("Not open for " + dossier + ": " + taskDefinitionKey);
        }
        submit(task, fields);
    }

    /** The one task that the student has to do now, or null. */
    public Task openTask(String dossier) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskAssignee(dossier)
                .singleResult();
    }

    private void submit(Task task, Map<String, Object> fields) {
        forms.submitTaskForm(task.getId(), fields);
    }
}
