package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.amelionboarding.web.Applicant;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An advisor looks for a student and sees where students stand: on a page of its own, and inside Cockpit. */
class DossierListTest extends BrowserTest {

    private static final String HEAT = "section.heat-map ";

    @Autowired
    private RepositoryService repository;

    @Test
    void a_student_is_looked_for_on_the_page() {
        Applicant applicant = Applicant.next();
        String dossier = demo.request(applicant);
        try (Visitor advisor = advisor("dossiers-page");
                Visitor telephone = visitor("dossiers-telephone", "en-GB", 360)) {
            advisor.open("/desk/dossiers").shoot("list");
            advisor.press("main summary").choose("status", "CODE").shoot("filter");
            advisor.press("main form[method=get] button").see("main .dossiers");
            assertThat(advisor.url()).contains("status=CODE");
            advisor.type("looked", applicant.familyName()).press("main form[role=search] button");
            assertThat(advisor.text("main .dossiers tbody")).contains(dossier, "F•••");
            assertThat(advisor.url()).doesNotContain(applicant.familyName());
            advisor.shoot("found");
            advisor.type("looked", "Nessuno")
                    .press("main form[role=search] button")
                    .see("main .notice");
            advisor.shoot("nobody");

            signInAsAdvisor(telephone);
            telephone.open("/desk/dossiers?lang=en").shoot("list").shootWhole("whole-list");
            assertThat(telephone.run("document.documentElement.scrollWidth"))
                    .as("nothing stands out on the right")
                    .isEqualTo(360);
            assertThat(advisor.failures()).isEmpty();
            assertThat(telephone.failures()).isEmpty();
        }
    }

    @Test
    void cockpit_shows_the_dossiers_of_a_process_and_the_heat_map_over_its_diagram() {
        Applicant applicant = Applicant.next();
        String dossier = demo.request(applicant);
        try (Visitor french = advisor("dossiers-cockpit-fr");
                Visitor english = visitor("dossiers-cockpit-en", "en-GB", 1280)) {
            openProcess(french);
            assertThat(french.text(HEAT)).contains("Masquer", "30 jours");
            french.see(".heat-badge");
            french.shoot("heat-map");
            french.choose("channel", "AGENCY").choose("language", "fr").see(".heat-badge");
            french.press(HEAT + "summary").see(HEAT + "td");
            french.choose("channel", "").choose("language", "").see(HEAT + "td");
            french.shoot("numbers");
            french.press(HEAT + "button").awaitNoMore(".heat-map form");
            assertThat(french.run("document.querySelectorAll('.heat-badge').length"))
                    .isEqualTo(0);
            french.shoot("hidden");

            french.see(".panel .dossiers");
            french.type("looked", applicant.familyName()).press(".panel form[role=search] button");
            french.see(".panel a[href='/desk/dossiers']");
            assertThat(french.text(".panel .dossiers tbody")).contains(dossier);
            assertThat(french.url()).doesNotContain(applicant.familyName());
            french.shoot("found");

            signInAsAdvisor(english);
            openProcess(english);
            english.see(".heat-badge");
            english.shoot("heat-map");
            assertThat(french.failures()).isEmpty();
            assertThat(english.failures()).isEmpty();
        }
    }

    private void openProcess(Visitor advisor) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("account-creation")
                .latestVersion()
                .singleResult()
                .getId();
        advisor.open("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
        advisor.see(HEAT + "form");
    }
}
