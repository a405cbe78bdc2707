package org.amelionboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amelionboarding.Students;
import org.amelionboarding.step.AdvisorHelp;
import org.amelionboarding.step.HelpReason;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever runs for a dossier ends when the dossier is erased, in an end of its own; nothing else does. */
class ErasureTest extends ProcessTest {

    @Autowired
    AdvisorHelp help;

    private String accountWithEverythingUnderWay() {
        String dossier = activeAccount();
        start("contact", dossier, null, Map.of("subject", "Maternité", "message", "Quand ?"));
        start(
                "carte-vitale-order",
                dossier,
                null,
                Map.of(
                        "reason",
                        "LOST",
                        "lostOn",
                        "2027-02-27",
                        "declared",
                        true,
                        "street",
                        "3 rue Victor Hugo",
                        "postalCode",
                        "69002",
                        "city",
                        "Lyon"));
        start(
                "contact-details-change",
                dossier,
                null,
                Map.of("email", "new-" + Students.emailOf(dossier), "password", Students.PASSWORD));
        engine.getRuntimeService()
                .createMessageCorrelation("RESET_ASKED")
                .processInstanceBusinessKey(dossier)
                .correlate();
        return dossier;
    }

    private List<ProcessInstance> running(String dossier) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .list();
    }

    @Test
    void everything_under_way_in_an_account_ends_as_erased() {
        String dossier = accountWithEverythingUnderWay();
        List<ProcessInstance> roots = Stream.of(
                        "contact",
                        "carte-vitale-order",
                        "contact-details-change",
                        "password-reset",
                        "profile-completion")
                .map(process -> instance(process, dossier))
                .toList();

        askForErasure(dossier);

        assertThat(running(dossier)).isEmpty();
        assertThat(roots).extracting(process -> ending(process).getActivityId()).containsOnly("Event_DossierErased");
    }

    @Test
    void an_advisor_is_called_off() {
        String dossier = students.requestCode();
        help.call(dossier, HelpReason.ABANDONMENT_NEAR);
        ProcessInstance called = instance("advisor-help", dossier);

        askForErasure(dossier);

        assertThatProcess(called).isEnded().hasPassed("Event_DossierErased").hasNotPassed("Event_StudentCalled");
    }

    @Test
    void another_dossier_goes_on() {
        String other = accountWithEverythingUnderWay();
        int before = running(other).size();

        askForErasure(activeAccount());

        assertThat(running(other)).hasSize(before);
    }
}
