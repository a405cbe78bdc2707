package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.amelionboarding.web.Applicant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements on their way from the advisor's file to the student's page. */
class ReimbursementsTest extends BrowserTest {

    private static final LocalDate TODAY = LocalDate.now();

    @TempDir
    Path folder;

    @Test
    void an_advisor_imports_a_file_and_the_student_follows_the_reimbursements() throws IOException {
        Applicant applicant = Applicant.next();
        demo.activeStudent(applicant);
        try (Visitor advisor = advisor("reimbursements-advisor");
                Visitor student = visitor("reimbursements-student", "fr-FR", 1280);
                Visitor telephone = visitor("reimbursements-telephone", "en-GB", 360)) {
            signIn(student, applicant, 1);
            student.press("#services a[href='/reimbursements']").see("main .notice");
            student.shoot("none-yet");

            advisor.open("/desk/reimbursements").shoot("form");
            advisor.choosePath("file", file("statements.csv", lines(applicant)));
            advisor.press("main form button").see("main .notice[role=status]");
            assertThat(advisor.text("main .notice")).contains("acceptées : 7", "refusées : 2");
            advisor.shoot("report").press("main > details summary").see("main > details td");
            advisor.shoot("accepted-lines");
            advisor.choosePath("file", file("wrong.csv", "nir;amount"));
            advisor.press("main form button").see("main #problem");
            advisor.shoot("refused");

            student.reload().see(".chart rect");
            assertThat(student.text("tfoot")).contains("2\u202f245,45", "1\u202f099,09");
            student.shoot("page").shootWhole("whole-page");
            student.press(".filters li:last-child a").see(".filters li:last-child a[aria-current]");
            student.shoot("year");

            signIn(telephone, applicant, 2);
            telephone.open("/reimbursements?lang=en").see(".chart rect");
            assertThat(telephone.text("tfoot")).contains("€2,245.45");
            telephone.shoot("page").shootWhole("whole-page");
            assertThat(telephone.run("document.documentElement.scrollWidth"))
                    .as("nothing stands out on the right")
                    .isEqualTo(360);
            assertThat(student.failures()).isEmpty();
            assertThat(telephone.failures()).isEmpty();
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String lines(Applicant applicant) {
        return "statement;nir;careDate;paidOn;kind;amountPaid;amountReimbursed\n"
                + line(applicant, "B-1", 3, "CONSULTATION", "30.00", "19.00")
                + line(applicant, "B-2", 5, "PHARMACY", "14.38", "8.76")
                + line(applicant, "B-3", 33, "DENTAL", "1028.92", "617.35")
                + line(applicant, "B-4", 70, "OPTICAL", "420.00", "60.09")
                + line(applicant, "B-5", 72, "HOSPITAL", "640.25", "320.13")
                + line(applicant, "B-6", 130, "OTHER", "81.90", "54.76")
                + line(applicant, "B-7", 400, "CONSULTATION", "30.00", "19.00")
                + line(applicant, "B-1", 3, "CONSULTATION", "30.00", "18.00")
                + "b-8;12;yesterday\n";
    }

    private static String line(
            Applicant applicant, String id, int daysAgo, String kind, String paid, String reimbursed) {
        LocalDate day = TODAY.minusDays(daysAgo);
        return String.join(
                        ";",
                        id + applicant.mobile().substring(8),
                        applicant.nir(),
                        day.toString(),
                        day.toString(),
                        kind,
                        paid,
                        reimbursed)
                + "\n";
    }

    private void signIn(Visitor student, Applicant applicant, int times) {
        student.open("/sign-in").type("nir", applicant.nir()).type("secret", Applicant.PASSWORD);
        student.press("form#sign-in button").see("#code");
        student.type("code", demo.code(applicant.email(), times)).press("main form button");
        student.see("#services a");
    }
}
