package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistyped provider is asked about in both forms that take an address, and the answer is the student's. */
class EmailSuggestionTest extends BrowserTest {

    private static final String SUGGESTION = "[data-email-suggestion]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 1280 | Vouliez-vous dire       | Utiliser cette adresse
            en | 360  | Did you mean            | Use this address
            """)
    void a_student_takes_the_suggested_address_over_or_keeps_what_was_typed(
            String language, int width, String question, String takeOver) {
        Applicant applicant = Applicant.next();
        reachContactDetails(applicant, language);
        try (Visitor student = visitor("suggestion-" + language, language, width)) {
            student.open("/sign-in?lang=" + language)
                    .type("nir", applicant.nir())
                    .type("secret", Applicant.PASSWORD)
                    .press("form#sign-in button");
            student.see(".onboarding.ready #email");

            student.type("email", "zofia@gmial.com").press("#mobile").see(SUGGESTION + " button");
            student.shoot("asked");
            assertThat(student.text(SUGGESTION)).contains(question, "zofia@gmail.com", takeOver);
            student.press(SUGGESTION + " button");
            assertThat(student.see("#email").inputValue()).isEqualTo("zofia@gmail.com");
            assertThat(student.see("#confirmEmail").inputValue()).isEqualTo("zofia@gmail.com");
            assertThat(student.run("() => document.querySelector('[data-email-suggestion]').innerText"))
                    .isEqualTo("");

            String kept = "zofia.maria@laposte.ne";
            student.type("email", kept).press("#confirmEmail").see(SUGGESTION + " button");
            student.type("confirmEmail", kept).press("[data-submit]");
            student.see("[data-shown=maskedEmail]:not(:empty)");
            assertThat(student.text("[data-shown=maskedEmail]")).contains("@laposte.ne");

            student.press("summary").type("email", "zofia@hotmial.fr").press("#confirmEmail");
            student.see(SUGGESTION + " button");
            student.shoot("asked-while-waiting");
            assertThat(student.text(SUGGESTION)).contains("zofia@hotmail.fr");
            assertThat(student.failures()).isEmpty();
        }
    }

    private void reachContactDetails(Applicant applicant, String language) {
        Map<String, Object> request = applicant.request();
        request.put("language", language);
        demo.advisor().submitForm("/process-definition/key/account-creation", request);
        Browser student = demo.student(applicant.nir(), demo.code(applicant));
        demo.choosePassword(student);
        assertThat(student.doTask(Map.of("termsAccepted", true)).status()).isEqualTo(204);
    }
}
