package org.amelionboarding.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.engine.Groups;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A handful of fictitious students in different states, so that Tasklist and Cockpit are not empty at the first start.
 * They go through the same forms as real ones. {@code onboarding.demo.students=false} leaves them out.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "onboarding.demo.students", matchIfMissing = true)
class DemoStudents {

    private static final String PROCESS = "account-creation";
    private static final String PASSWORD = "Bienvenue-en-Fr4nce";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final FormService forms;
    private final TaskService tasks;
    private final IdentityService identities;
    private final OneTimeSecrets secrets;
    private final Clock clock;
    private final DemoStatements statements;

    DemoStudents(
            RepositoryService repository,
            RuntimeService runtime,
            FormService forms,
            TaskService tasks,
            IdentityService identities,
            OneTimeSecrets secrets,
            DemoStatements statements,
            Clock clock) {
        this.repository = repository;
        this.runtime = runtime;
        this.forms = forms;
        this.tasks = tasks;
        this.identities = identities;
        this.secrets = secrets;
        this.clock = clock;
        this.statements = statements;
    }

    @EventListener(ApplicationReadyEvent.class)
    void welcome() {
        if (runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count() > 0) {
            return;
        }
        request("202059940591156", "Reyes", "Lucía", "2002-05-14", "06 00 00 00 01", "en", true);
        String terms = request("101099922391252", "Sharma", "Arjun", "2001-09-21", "06 00 00 00 02", "en", true);
        choosePassword(terms);
        String details = request("203039933591336", "Diop", "Fatou", "2003-03-08", "06 00 00 00 03", "fr", true);
        choosePassword(details);
        acceptTerms(details);
        String waiting = request("199129920891414", "Trần", "Minh", "1999-12-02", "06 00 00 00 04", "fr", true);
        awaitConfirmation(waiting, "minh.tran@example.com");
        String active = request("204019935091585", "El Amrani", "Salma", "2004-01-30", "06 00 00 00 05", "fr", true);
        awaitConfirmation(active, "salma.elamrani@example.com");
        confirm(active);
        orderCard(active);
        statements.arriveFor("204019935091585");
        request("100079923191619", "Okafor", "Chidi", "2000-07-17", "06 00 00 00 06", "en", false);
    }

    private String request(
            String nir,
            String familyName,
            String givenNames,
            String birthDate,
            String mobile,
            String language,
            boolean carteVitaleReceived) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("nir", nir);
        values.put("familyName", familyName);
        values.put("givenNames", givenNames);
        values.put("birthDate", birthDate);
        values.put("mobile", mobile);
        values.put("language", language);
        values.put("channel", "AGENCY");
        values.put("registrationFinalised", true);
        values.put("carteVitaleReceived", carteVitaleReceived);
        return forms.submitStartForm(definition(PROCESS), values).getBusinessKey();
    }

    private void choosePassword(String dossier) {
        submit(dossier, Map.of("newPassword", PASSWORD, "confirmPassword", PASSWORD));
    }

    private void acceptTerms(String dossier) {
        submit(dossier, Map.of("termsAccepted", true));
    }

    private void awaitConfirmation(String dossier, String email) {
        choosePassword(dossier);
        acceptTerms(dossier);
        submit(dossier, Map.of("email", email, "confirmEmail", email));
    }

    private void confirm(String dossier) {
        String token =
                secrets.reveal(secrets.live(dossier, SecretPurpose.EMAIL_LINK).orElseThrow());
        submit(dossier, Map.of("action", "CONFIRM", "token", token));
    }

    private void orderCard(String dossier) {
        identities.setAuthentication(dossier, List.of(Groups.STUDENTS));
        try {
            forms.submitStartForm(
                    definition("carte-vitale-order"),
                    Map.of(
                            "reason", "STOLEN",
                            "lostOn",
                                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                            .minusDays(2)
                                            .toString(),
                            "declared", true,
                            "street", "12 rue de la République, appartement 4",
                            "postalCode", "69002",
                            "city", "Lyon"));
        } finally {
            identities.clearAuthentication();
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

    private void submit(String dossier, Map<String, Object> values) {
        String task =
                tasks.createTaskQuery().taskAssignee(dossier).singleResult().getId();
        forms.submitTaskForm(task, values);
    }
}
