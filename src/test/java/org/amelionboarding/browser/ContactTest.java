package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.amelionboarding.web.Applicant;
import org.junit.jupiter.api.Test;

/** A question and its answer, as the student and the advisor see them in Tasklist. */
class ContactTest extends BrowserTest {

    @Test
    void a_student_asks_an_advisor_answers_and_the_student_reads_it() {
        Applicant applicant = Applicant.next();
        demo.activeStudent(applicant);
        try (Visitor student = visitor("contact-student", "fr-FR", 360);
                Visitor advisor = advisor("contact-advisor")) {
            signInToAccount(student, applicant);
            student.see("#account #services a");
            student.shoot("offer").press("#services a[href*=contact]").see(READY + "#subject");
            student.shoot("form").press(".modal-footer .btn-primary");
            assertThat(student.text("#subject-problem")).isNotEmpty();
            student.shoot("refused").type("subject", "Lunettes").type("message", "Sont-elles remboursées ?");
            student.press(".modal-footer .btn-primary").see("#services:has-text('envoyée')");
            student.shoot("sent");

            advisor.open(taskPage("Task_AnswerContact", applicant)).press("text=Prendre en charge");
            advisor.see(READY + ".thread:has-text('remboursées')");
            advisor.shoot("question").type("answer", "Oui.\nEn partie.");
            advisor.shoot("answer").press("[data-submit]");
            await().until(() -> demo.messages(applicant.email()).anyMatch(text -> text.contains("a répondu")));

            student.open(taskPage("Task_ReadAnswer", applicant));
            assertThat(student.text(".thread:has-text('En partie')")).contains("Sont-elles remboursées ?");
            student.shoot("answered").press("[data-action=DONE]").see("#account #services a[href*=contact]");
            assertThat(student.failures())
                    .as("answers to the student that were not a success, beside the deliberate refusal")
                    .allMatch(failure -> failure.startsWith("400 POST") && failure.endsWith("/submit-form"));
        }
    }
}
