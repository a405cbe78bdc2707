package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.PROVISIONAL_CODE;
import static org.amelionboarding.message.MessagePurpose.VERIFICATION_LINK;
import static org.amelionboarding.message.MessagePurpose.VERIFICATION_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A message that is still waiting when its code or link ends need not be sent any more. */
class WorthlessAfterTest extends ProcessTest {

    @Autowired
    Outbox outbox;

    @Autowired
    OnboardingSettings settings;

    @Test
    void the_sms_with_the_code_is_worthless_when_the_code_ends() {
        String dossier = students.requestCode();

        assertThat(end(dossier, PROVISIONAL_CODE))
                .isEqualTo(Time.START.plus(settings.code().lifetime()));
    }

    @Test
    void the_mail_with_the_link_is_worthless_when_the_link_ends() {
        String dossier = students.reachWaitingPage();

        assertThat(end(dossier, VERIFICATION_LINK))
                .isEqualTo(Time.START.plus(settings.link().lifetime()));
    }

    @Test
    void the_reminder_is_worthless_when_the_link_ends_and_not_later() {
        String dossier = students.reachWaitingPage();
        time.pass(Duration.ofHours(24));

        assertThat(end(dossier, VERIFICATION_REMINDER))
                .isEqualTo(Time.START.plus(settings.link().lifetime()));
    }

    private Instant end(String dossier, MessagePurpose purpose) {
        return outbox.latest(dossier, purpose).orElseThrow().expiresAt();
    }
}
