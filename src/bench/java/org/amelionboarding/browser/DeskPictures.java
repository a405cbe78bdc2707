package org.amelionboarding.browser;

import org.amelionboarding.bench.Crowd;
import org.amelionboarding.bench.CrowdedDemo;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an advisor with 2,000 students sees: {@code ./mvnw -Pbench test -Dtest=DeskPictures}. */
@CrowdedDemo
class DeskPictures extends BrowserTest {

    @Autowired
    private Crowd crowd;

    @Autowired
    private RepositoryService repository;

    @Test
    void draw() {
        crowd.gather(2000);
        try (Visitor advisor = advisor("crowd");
                Visitor english = visitor("crowd-en", "en-GB", 1280)) {
            advisor.open("/desk/dossiers").shoot("list").shootWhole("whole-list");
            advisor.type("looked", "silva").press("main form[role=search] button");
            advisor.see("main a[href='/desk/dossiers']");
            advisor.shoot("found");
            advisor.open("/desk/dashboard").shoot("dashboard");
            signInAsAdvisor(english);
            for (Visitor one : new Visitor[] {advisor, english}) {
                one.open("/camunda/app/cockpit/default/#/process-definition/" + definition() + "/runtime");
                one.see(".heat-badge");
                one.see(".panel .dossiers");
                one.shoot("heat-map");
                one.press(".heat-map summary").see(".heat-map td");
                one.shoot("numbers");
            }
        }
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("account-creation")
                .latestVersion()
                .singleResult()
                .getId();
    }
}
