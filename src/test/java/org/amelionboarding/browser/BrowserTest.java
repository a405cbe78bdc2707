package org.amelionboarding.browser;

import static org.awaitility.Awaitility.await;

import java.util.Objects;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** The running demo in Chromium. Screenshots lie in {@code target/screenshots}. */
@RunningDemo
abstract class BrowserTest {

    static final String TASKLIST = "/camunda/app/tasklist/default/";
    static final String READY = "form.onboarding.ready ";

    private static Chromium chromium;

    @Autowired
    Demo demo;

    @Autowired
    TaskService tasks;

    @BeforeAll
    static void openChromium() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeChromium() {
        chromium.close();
    }

    /** @param name under which the screenshots lie */
    Visitor visitor(String name, String browserLanguage, int width) {
        return new Visitor(chromium, demo.port(), name, browserLanguage, width);
    }

    /** An advisor who has just signed in. */
    Visitor advisor(String name) {
        Visitor advisor = visitor(name, "fr-FR", 1280);
        signInAsAdvisor(advisor);
        return advisor;
    }

    /** Signs in in two steps, for the first time since the account is active. */
    void signInToAccount(Visitor student, Applicant applicant) {
        student.open("/sign-in").type("nir", applicant.nir()).type("secret", Applicant.PASSWORD);
        student.press("form#sign-in button").see("#code");
        student.type("code", demo.code(applicant.email(), 1)).press("main form button");
    }

    static void signInAsAdvisor(Visitor advisor) {
        signInAsStaff(advisor, "advisor");
    }

    /** @param name of an account of the demo */
    static void signInAsStaff(Visitor staff, String name) {
        staff.open("/staff/sign-in").type("username", name).type("password", name + "-demo");
        staff.press("main form button").arriveAt("/camunda/app/cockpit/");
    }

    /** Where Tasklist shows a task of the applicant's dossier; waits until there is one. */
    String taskPage(String definition, Applicant applicant) {
        TaskQuery open = tasks.createTaskQuery()
                .processInstanceBusinessKey(demo.dossier(applicant.email()))
                .taskDefinitionKey(definition);
        return TASKLIST + "#/?task="
                + await().until(open::singleResult, Objects::nonNull).getId();
    }
}
