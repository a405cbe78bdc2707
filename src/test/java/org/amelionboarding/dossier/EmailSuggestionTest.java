package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** With the providers as they are delivered. */
class EmailSuggestionTest {

    private static EmailSuggestion suggestion;

    @BeforeAll
    static void readTheProviders() throws Exception {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("providers", new ClassPathResource("common-email-domains.yaml"))
                .forEach(sources::addLast);
        suggestion = new EmailSuggestion(new Binder(ConfigurationPropertySources.from(sources))
                .bind("onboarding.email", OnboardingSettings.Email.class)
                .get()
                .commonDomains());
    }

    @ParameterizedTest
    @CsvSource({
        "gmial.com, gmail.com",
        "gmal.com, gmail.com",
        "gmail.con, gmail.com",
        "gmail.co, gmail.com",
        "gmaill.com, gmail.com",
        "GMIAL.COM, gmail.com",
        "hotmial.fr, hotmail.fr",
        "hotmal.fr, hotmail.fr",
        "hormaul.com, hotmail.com",
        "outlok.com, outlook.com",
        "outllok.fr, outlook.fr",
        "yaho.fr, yahoo.fr",
        "yhaoo.com, yahoo.com",
        "iclod.com, icloud.com",
        "organge.fr, orange.fr",
        "laposte.ne, laposte.net",
        "wandoo.fr, wanadoo.fr",
        "protonmial.com, protonmail.com",
        "qq.con, qq.com",
        "163.co, 163.com",
        "naver.cm, naver.com"
    })
    void a_mistyped_provider_is_recognised(String typed, String meant) {
        assertThat(suggestion.of("anna.li@" + typed)).contains("anna.li@" + meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail,com", "gmailcom", "gmail.com.", "gmail..com"})
    void an_address_that_is_malformed_by_one_slip_is_recognised(String typed) {
        assertThat(suggestion.of("anna@" + typed)).contains("anna@gmail.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "GMail.com",
                "gmx.fr",
                "mail.com",
                "ymail.com",
                "hotmail.fi",
                "live.fi",
                "126.com",
                "163.com",
                "me.com"
            })
    void a_provider_that_is_right_is_left_alone(String domain) {
        assertThat(suggestion.of("anna@" + domain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "kowalska.fr",
                "dupont-conseil.fr",
                "acme.com",
                "aon.com",
                "gmc.com",
                "sfe.fr",
                "qr.com",
                "main.org",
                "hotel.com",
                "cloudwork.com",
                "orangerie.fr",
                "poste.fr",
                "hotmail.it",
                "yahoo.de",
                "gmail.example.org",
                "univ-lyon2.fr"
            })
    void another_domain_is_left_alone(String domain) {
        assertThat(suggestion.of("anna@" + domain)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "anna", "@gmial.com", "an na@gmial.com", "anna@", "anna@zoe@gmial.com"})
    void nothing_is_proposed_where_it_would_not_be_an_address(String typed) {
        assertThat(suggestion.of(typed)).isEmpty();
    }

    @Test
    void blanks_around_a_pasted_address_do_not_matter() {
        assertThat(suggestion.of(" anna@gmial.com ")).contains("anna@gmail.com");
    }

    @Test
    void a_megabyte_is_not_compared_with_anything() {
        assertThat(suggestion.of("anna@" + "gmail".repeat(200_000))).isEmpty();
    }
}
