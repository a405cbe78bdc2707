package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.amelionboarding.web.Applicant;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The items of the profile as a student sees them in Tasklist. */
class ProfileTest extends BrowserTest {

    /** Contrast of the marker's words to its ground, as WCAG 2.2 reckons it. */
    private static final String CONTRAST = """
            () => {
                const style = getComputedStyle(document.querySelector('.item-state'));
                const light = colour => colour.match(/[0-9.]+/g).slice(0, 3)
                    .map(part => part / 255)
                    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
                const [a, b] = [light(style.color), light(style.backgroundColor)].sort();
                return (b + 0.05) / (a + 0.05);
            }
            """;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void a_student_reads_what_is_true_today_and_puts_the_card_off_until_a_departure(String language, int width) {
        Applicant applicant = Applicant.next();
        demo.activeStudent(applicant, language);
        try (Visitor student = visitor("profile-" + language, language, width)) {
            signInToAccount(student, applicant);
            student.arriveAt(TASKLIST);
            open(student, "Task_CheckContactDetails", applicant);
            assertThat(student.text(READY + ".item-state[data-state=TO_DO]"))
                    .contains(language.equals("fr") ? "À faire" : "To do");
            student.shoot("contact-details");
            open(student, "Task_DeclareGp", applicant);
            assertThat(student.text(READY + ".what-to-know")).contains("S3704", "2026");
            student.shoot("gp");
            open(student, "Task_ArrangeTopUpInsurance", applicant);
            student.see(READY + ".what-to-know a[href*='ucl.fr'][rel*=noopener]");
            student.shoot("top-up-insurance");

            open(student, "Task_OrderCeam", applicant);
            student.type("travelDate", inDays(9)).see("[data-certificate]");
            student.shoot("certificate");
            student.type("travelDate", inDays(60)).press("#answer-LATER").type("laterUntil", inDays(61));
            assertThat(student.run("() => document.querySelector('[data-certificate]').hidden"))
                    .isEqualTo(true);
            student.press("[data-submit]").see("#laterUntil-problem:not(:empty)");
            student.shoot("refused");
            assertThat(student.failures())
                    .as("answers to the student that were not a success, beside the deliberate refusal")
                    .allMatch(failure -> failure.startsWith("400 POST") && failure.endsWith("/submit-form"));
            String before = student.url();
            student.type("laterUntil", "").press("[data-submit]").arriveAtAnotherThan(before);
            assertThat(isOpen("Task_OrderCeam", applicant)).isFalse();
        }
    }

    /** RGAA 3.1 and 3.2 */
    @ParameterizedTest
    @ValueSource(strings = {"TO_DO", "LATER", "DONE", "NOT_CONCERNED"})
    void how_an_item_stands_is_said_in_words_and_an_icon_and_with_contrast(String state) {
        Applicant applicant = Applicant.next();
        demo.activeStudent(applicant);
        try (Visitor student = visitor("state-" + state, "fr", 1280)) {
            signInToAccount(student, applicant);
            student.arriveAt(TASKLIST);
            open(student, "Task_DeclareGp", applicant);
            student.run("() => { document.querySelector('.item-state').dataset.state = '" + state + "' }");

            assertThat(((Number) student.run(CONTRAST)).doubleValue()).isGreaterThanOrEqualTo(4.5);
            assertThat(student.run("() => getComputedStyle(document.querySelector('.item-state'), '::before').content"))
                    .asString()
                    .containsAnyOf("☐", "◷", "☑");
            student.shoot("state");
        }
    }

    private String inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"))
                .plusDays(days)
                .toString();
    }

    private void open(Visitor student, String definition, Applicant applicant) {
        String task = tasks.createTaskQuery()
                .taskAssignee(demo.dossier(applicant.email()))
                .taskDefinitionKey(definition)
                .singleResult()
                .getId();
        student.open(TASKLIST + "#/?task=" + task).see(READY + "[data-facts=" + name(definition) + "]");
        student.see(READY + ".item-state[data-state]");
    }

    private static String name(String definition) {
        return definition
                .replace("Task_", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private boolean isOpen(String definition, Applicant applicant) {
        return tasks.createTaskQuery()
                        .taskAssignee(demo.dossier(applicant.email()))
                        .taskDefinitionKey(definition)
                        .count()
                > 0;
    }
}
