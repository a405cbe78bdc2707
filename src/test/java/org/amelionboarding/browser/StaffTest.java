package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amelionboarding.dossier.OnboardingSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff who sign in, and the accounts that an operator keeps, seen in a browser. */
class StaffTest extends BrowserTest {

    private static final String PASSWORD = "quatre mots sans rapport";

    @Autowired
    private OnboardingSettings settings;

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void staff_find_the_organisations_button(String language, int width) {
        try (Visitor visitor = visitor("staff-sign-in-" + language, language, width)) {
            visitor.open("/staff/sign-in?lang=" + language).see("a[href='/staff/oidc/organisation']");
            visitor.shootWhole("provider");
            visitor.press("a[href='/staff/oidc/elsewhere']").see(".problem[role=alert]");
            visitor.shootWhole("unreachable");
            visitor.open("/staff/sign-in?problem=NO_ROLE&lang=" + language).see(".problem[role=alert]");
            visitor.shootWhole("no-role");
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void the_first_operator_gives_somebody_an_account(String language, int width) throws IOException {
        String secret = "secret-of-a-screenshot";
        Path file = settings.keys().folder().resolve("first-operator-secret");
        Files.writeString(file, secret);
        String first = "first-" + language;
        try (Visitor operator = visitor("staff-accounts-" + language, language, width)) {
            operator.open("/staff/first-operator?lang=" + language).shootWhole("first-operator");
            choose(operator, secret, "Anna K", "court");
            assertThat(operator.see("#name-problem .problem").innerText()).contains("op-12");
            operator.shootWhole("refused");
            choose(operator, secret, first, PASSWORD);
            operator.arriveAt("/staff/sign-in\\?problem=CHOSEN").shootWhole("chosen");

            signIn(operator, first);
            operator.open("/staff/accounts").shootWhole("accounts");
            operator.type("name", "auditor-" + language).choose("role", "AUDITOR");
            operator.press("form[action='/staff/accounts'] button").see("[role=status] code");
            operator.shootWhole("secret");
            String given = operator.text("[role=status] code");
            operator.press("form[action$='/auditor-%s/block'] button".formatted(language));
            operator.see("form[action$='/auditor-%s/unblock'] button".formatted(language));
            operator.shootWhole("blocked");
            operator.press("form[action$='/unblock'] button").press("form[action='/sign-out'] button");
            operator.arriveAt("/goodbye");

            operator.open("/staff/password?lang=" + language).shootWhole("given");
            choose(operator, given, "auditor-" + language, PASSWORD);
            operator.failures();
            signIn(operator, "auditor-" + language);
            operator.open("/camunda/app/cockpit/default/#/processes").see("a:text-is('Email verification')");
            operator.shoot("auditors-cockpit").press("a:text-is('Email verification')");
            operator.see(".djs-container [data-element-id^=Task_]");
            assertThat(operator.failures()).isEmpty();
            operator.open("/desk/agencies").shoot("auditors-desk");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void choose(Visitor visitor, String secret, String name, String password) {
        visitor.type("secret", secret).type("name", name);
        visitor.type("newPassword", password).type("confirmPassword", password);
        visitor.press("main form button");
    }

    private static void signIn(Visitor visitor, String name) {
        visitor.open("/staff/sign-in").type("username", name).type("password", PASSWORD);
        visitor.press("main form button").arriveAt("/camunda/app/cockpit/");
    }
}
