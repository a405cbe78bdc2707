package org.amelionboarding.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.springframework.stereotype.Component;

/**
 * Looks whether far more codes are sent than used: the mark of somebody who earns by the SMS (A14). For those of a
 * university's file an advisor answers.
 */
@Component
class CodeWatch {

    /** Time between two looks. */
    static final Duration INTERVAL = Duration.ofHours(1);

    private static final Duration DAY = Duration.ofDays(1);

    private final OneTimeSecrets secrets;
    private final Alarm alarm;
    private final MessageSettings.SmsLimits settings;
    private final Clock clock;

    CodeWatch(OneTimeSecrets secrets, Alarm alarm, MessageSettings settings, Clock clock) {
        this.secrets = secrets;
        this.alarm = alarm;
        this.settings = settings.smsLimits();
        this.clock = clock;
    }

    void look() {
        Instant yesterday = clock.instant().minus(DAY);
        int sent = secrets.askedForSince(SecretPurpose.PROVISIONAL_CODE, yesterday);
        int used = secrets.askedForAndUsedSince(SecretPurpose.PROVISIONAL_CODE, yesterday);
        if (sent >= settings.alarmFrom() && sent > settings.alarmRatio() * used) {
            alarm.raise("unused-codes", sent + " codes sent within a day, " + used + " used");
        }
    }
}
