package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Demo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order of a new Carte Vitale, as the student and the advisor see it. */
class CarteVitaleOrderTest extends BrowserTest {

    private static final String PAGE = "/carte-vitale-order";

    @ParameterizedTest
    @CsvSource({
        "fr, fr-FR, 1280, Commandez-en une nouvelle, Carte volée, à partir du",
        "en, en-GB, 360, Order a new one, Card stolen, you can order another one from"
    })
    void a_student_orders_a_card_answers_a_question_and_reads_the_approval(
            String language, String browserLanguage, int width, String none, String stolen, String again) {
        Applicant applicant = Applicant.next();
        demo.activeStudent(applicant, language);
        try (Visitor student = visitor("card-student-" + language, browserLanguage, width);
                Visitor advisor = advisor("card-advisor-" + language)) {
            signInToAccount(student, applicant);
            student.press("a[href='" + PAGE + "']").see("main :has-text('" + none + "')");
            student.shoot("page").press("main a.button").see(READY + "#lostOn");
            assertThat(student.text("fieldset")).contains(stolen);
            student.shoot("form").press(".modal-footer .btn-primary").see("#declared-problem:not(:empty)");
            student.shoot("refused").press("label[for=reason-stolen]");
            student.type("lostOn", LocalDate.now().minusDays(2).toString())
                    .type("street", "3 rue Victor Hugo")
                    .type("postalCode", "69002")
                    .type("city", "Lyon")
                    .tick("declared")
                    .shoot("filled")
                    .press(".modal-footer .btn-primary");
            taskPage("Task_ReviewCardOrder", applicant);
            student.open(PAGE).see("form[method=post][action='" + PAGE + "']");
            student.shoot("in-review");

            advisor.open(taskPage("Task_ReviewCardOrder", applicant)).press("text=Prendre en charge");
            assertThat(advisor.text(READY + "[data-shown=street]:not(:empty)")).isEqualTo("3 rue Victor Hugo");
            advisor.shoot("review").press("[data-action=ASK]").see("#message-problem:not(:empty)");
            advisor.shoot("refused").type("message", "Quel étage ?").press("[data-action=ASK]");

            student.open(taskPage("Task_CompleteCardOrder", applicant));
            assertThat(student.text(READY + ".thread:not(:empty)")).contains("Quel étage ?");
            student.see("#city");
            student.type("message", "Le quatrième.").type("street", "3 rue Victor Hugo, étage 4");
            student.shoot("question").press("[data-submit]");

            advisor.open(TASKLIST).open(taskPage("Task_ReviewCardOrder", applicant));
            advisor.press("text=Prendre en charge").see(READY + ".thread:has-text('quatrième')");
            advisor.shoot("answered").press("[data-action=APPROVE]");

            student.open(taskPage("Task_ReadCardDecision", applicant));
            student.see(READY + "[data-shown=decision]:not(:empty)");
            student.shoot("approved").press("[data-submit]");
            await().until(() -> tasks.createTaskQuery()
                    .taskDefinitionKey("Task_ReadCardDecision")
                    .list()
                    .isEmpty());
            assertThat(student.open(PAGE).text("main")).contains(again);
            student.shoot("on-its-way");
            assertThat(student.failures())
                    .as("answers to the student that were not a success, beside the deliberate refusal")
                    .allMatch(failure -> failure.startsWith("400 POST") && failure.endsWith("/submit-form"));
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, fr-FR, 1280, est annulée", "en, en-GB, 360, is withdrawn"})
    void a_student_who_has_found_the_card_withdraws_the_order(
            String language, String browserLanguage, int width, String withdrawn) {
        Applicant applicant = Applicant.next();
        demo.start(demo.activeStudent(applicant, language), "carte-vitale-order", Demo.lostCard());
        try (Visitor student = visitor("card-found-" + language, browserLanguage, width)) {
            signInToAccount(student, applicant);
            student.open(PAGE).press("form[method=post] button");
            assertThat(student.text("[role=status]")).contains(withdrawn);
            student.shoot("withdrawn");
        }
    }
}
