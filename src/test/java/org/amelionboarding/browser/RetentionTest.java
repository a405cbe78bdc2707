package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.amelionboarding.web.Applicant;
import org.junit.jupiter.api.Test;

/** A student takes a copy of their data along; an advisor erases the dossier; the log tells of both. */
class RetentionTest extends BrowserTest {

    @Test
    void a_person_reads_what_is_kept_takes_a_copy_and_is_erased() {
        Applicant applicant = Applicant.next();
        demo.activeStudent(applicant);
        String dossier = demo.dossier(applicant.email());
        try (Visitor student = visitor("retention-student", "fr-FR", 1280);
                Visitor telephone = visitor("retention-telephone", "en-GB", 360);
                Visitor advisor = advisor("retention-advisor")) {
            student.open("/sign-in").press(".colophon a").see("main table");
            student.shootWhole("privacy");
            telephone.open("/privacy").see("main table");
            telephone.shootWhole("privacy");
            isNotWider(telephone);

            signInToAccount(student, applicant);
            student.press("#services a[href='/account/data']").see("main form");
            student.shoot("data").type("currentPassword", "Guess-0nce-more").press("main form button");
            student.see("#currentPassword-problem .problem");
            student.shoot("data-refused");

            advisor.open("/desk/dossiers/" + dossier + "/erasure").see("main form");
            advisor.shootWhole("erasure").choose("reason", "REQUEST_OF_PERSON").press("main form button");
            advisor.see("main .notice.success");
            advisor.shoot("erased").press("main a[href='/desk/purges']").see("main table");
            assertThat(advisor.text("main tbody tr")).contains(dossier, "à la demande de la personne", "advisor");
            advisor.shoot("log");

            signInAsAdvisor(telephone);
            telephone.open("/desk/purges?lang=en").see("main table");
            telephone.shootWhole("log");
            isNotWider(telephone);
            telephone.open("/desk/dossiers/" + dossier + "/erasure").see("main .notice");
            telephone.shoot("already-erased");
            telephone.open("/desk/dossiers/2222-2222/erasure").see("main .notice");
            telephone.shoot("unknown");

            student.open("/account/data").arriveAt("/sign-in");
            student.shoot("signed-out");
        }
    }

    private static void isNotWider(Visitor telephone) {
        assertThat(telephone.run("document.documentElement.scrollWidth"))
                .as("nothing stands out on the right")
                .isEqualTo(360);
    }
}
