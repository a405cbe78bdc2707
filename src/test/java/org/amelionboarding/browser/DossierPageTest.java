package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.amelionboarding.web.Applicant;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An advisor with a student on the telephone: the page of the dossier, by itself and as a tab in Cockpit. */
class DossierPageTest extends BrowserTest {

    @Autowired
    private RuntimeService processes;

    @Test
    void an_advisor_extends_a_deadline_and_notes_why() {
        String dossier = stuckStudent();
        Visitor advisor = advisor("dossier-fr");

        advisor.open("/desk/dossiers/" + dossier).shootWhole("first");
        advisor.press("summary:has-text('Prolonger l’échéance')").shootWhole("asked");
        advisor.see("#reason-EXTEND_DEADLINE").fill("Revient de voyage le mois prochain");
        advisor.press("button:has-text('Prolonger l’échéance')").see(".notice.success");

        assertThat(advisor.text(".notice.success")).isEqualTo("L’échéance est prolongée.");
        assertThat(advisor.text("section[aria-labelledby=events]"))
                .contains("advisor a prolongé l’échéance.", "Revient de voyage le mois prochain");
        advisor.shootWhole("done");
        assertThat(advisor.failures()).isEmpty();
    }

    @Test
    void an_advisor_reads_it_in_english_on_a_telephone() {
        String dossier = stuckStudent();
        Visitor advisor = visitor("dossier-en", "en-GB", 360);
        signInAsAdvisor(advisor);

        advisor.open("/desk/dossiers/" + dossier).see("#standing");
        advisor.press("summary:has-text('Close the dossier')").shootWhole("narrow");

        assertThat((Integer) advisor.run("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }

    @Test
    void in_cockpit_it_is_a_tab_of_the_instance() {
        String dossier = stuckStudent();
        Visitor advisor = advisor("dossier-cockpit");

        advisor.open(inCockpit(dossier)).see("main.panel #standing");
        advisor.shoot("tab");
        advisor.press("main.panel summary:has-text('Ajouter une note')");
        advisor.see("#reason-ADD_NOTE").fill("A appelé le 3646");
        advisor.press("main.panel button:has-text('Enregistrer la note')").see("main.panel .notice.success");

        assertThat(advisor.text("main.panel section[aria-labelledby=notes]")).contains("A appelé le 3646");
        assertThat(advisor.url()).contains("/camunda/app/cockpit/");
        advisor.shoot("noted");
        assertThat(advisor.failures()).isEmpty();
    }

    @Test
    void in_cockpit_a_refusal_is_shown_where_it_belongs() {
        String dossier = stuckStudent();
        Visitor advisor = advisor("dossier-refused");
        advisor.open(inCockpit(dossier)).press("main.panel summary:has-text('Ajouter une note')");

        advisor.see("#reason-ADD_NOTE").fill("     a");
        advisor.press("main.panel button:has-text('Enregistrer la note')").see("#reason-ADD_NOTE-problem");

        advisor.shoot("refused");
        assertThat(advisor.failures()).containsExactly("400 POST /desk/dossiers/" + dossier);
    }

    private String inCockpit(String dossier) {
        return "/camunda/app/cockpit/default/#/process-instance/"
                + processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(dossier)
                        .processDefinitionKey("account-creation")
                        .singleResult()
                        .getId()
                + "/runtime";
    }

    /** At the second of the three steps. */
    private String stuckStudent() {
        Applicant applicant = Applicant.next();
        demo.choosePassword(demo.student(applicant));
        return demo.dossier(applicant.mobile());
    }
}
