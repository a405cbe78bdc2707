package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class MessageSettingsTest {

    private static final String[] SMTP = {
        "onboarding.message.email=smtp", "spring.mail.host=localhost", "onboarding.message.from=no-reply@sender.example"
    };

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(ValidationAutoConfiguration.class, MailSenderAutoConfiguration.class))
            .withUserConfiguration(Settings.class, SmtpTransport.class, SmppTransport.class);

    @Test
    void nothing_has_to_be_set_where_no_real_adapter_is_on() {
        application.run(context -> assertThat(
                        context.getBean(MessageSettings.class).smpp().timeout())
                .isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void no_real_adapter_is_on_unless_asked_for() {
        application.run(context -> assertThat(context).doesNotHaveBean(Transport.class));
    }

    @Test
    void smpp_is_switched_on_by_its_setting() {
        application
                .withPropertyValues(
                        "onboarding.message.sms=smpp",
                        "onboarding.message.smpp.system-id=account",
                        "onboarding.message.smpp.password=secret",
                        "onboarding.message.smpp.source=36460")
                .run(context -> assertThat(context).hasSingleBean(SmppTransport.class));
    }

    @Test
    void smtp_is_switched_on_by_its_setting() {
        application
                .withPropertyValues(SMTP)
                .withPropertyValues(
                        "spring.mail.properties.mail.smtp.connectiontimeout=5000",
                        "spring.mail.properties.mail.smtp.timeout=10000",
                        "spring.mail.properties.mail.smtp.writetimeout=10000")
                .run(context -> assertThat(context).hasSingleBean(SmtpTransport.class));
    }

    @Test
    void smtp_without_time_outs_is_refused_at_start() {
        application
                .withPropertyValues(SMTP)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("spring.mail.properties.mail.smtp.connectiontimeout must be set"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout=PT0S",
                "timeout=PT8S",
                "enquire-link=PT0S",
                "port=0",
                "password=longer-than-8",
                "source=TWELVELETTER",
                "source=Sécu",
                "source=12"
            })
    void a_setting_outside_its_limits_is_refused_at_start(String setting) {
        application
                .withPropertyValues("onboarding.message.smpp." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void the_password_is_not_shown() {
        application
                .withPropertyValues("onboarding.message.smpp.password=s3cret")
                .run(context -> assertThat(
                                context.getBean(MessageSettings.class).toString())
                        .doesNotContain("s3cret"));
    }

    @Test
    void an_envelope_shows_neither_reader_nor_text() {
        Envelope envelope = new Envelope("42", Channel.EMAIL, "amina@example.org", "Votre code", "123456");

        assertThat(envelope).hasToString("Envelope[id=42, channel=EMAIL]");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MessageSettings.class)
    static class Settings {}
}
