package org.amelionboarding.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.amelionboarding.dossier.MobileNumber;
import org.springframework.stereotype.Component;

/**
 * What keeps strangers from having SMS sent at our expense, or to one victim without end (A13, A14). Workers that send
 * at the same moment do not see each other: each may go over a limit by one.
 */
@Component
class SmsLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final MessageRepository repository;
    private final Alarm alarm;
    private final MessageSettings.SmsLimits settings;
    private final Clock clock;

    SmsLimits(MessageRepository repository, Alarm alarm, MessageSettings settings, Clock clock) {
        this.repository = repository;
        this.alarm = alarm;
        this.settings = settings.smsLimits();
        this.clock = clock;
    }

    /** Whether this hour's SMS of the whole installation are used up: the others wait. */
    boolean areReached(Channel channel) {
        if (channel != Channel.SMS || sentSince(HOUR) < settings.mostPerHour()) {
            return false;
        }
        alarm.raise("sms-budget", "the SMS of this hour are used up; the others wait");
        return true;
    }

    /** When the SMS of one student of many may leave: behind all that wait, and never the whole of an hour's. */
    Instant turn() {
        int before = sentSince(HOUR) + repository.countByChannelAndStatus(Channel.SMS, Message.Status.QUEUED);
        return clock.instant().plus(HOUR.multipliedBy(before / settings.cohortsPerHour()));
    }

    /** @throws DeliveryException if this number gets no SMS, or none any more today */
    void check(Message message, Envelope envelope) throws DeliveryException {
        if (message.channel() != Channel.SMS) {
            return;
        }
        if (!settings.foreign() && !new MobileNumber(envelope.to()).french()) {
            throw DeliveryException.permanent("SMS_FOREIGN");
        }
        if (sentSince(HOUR, message.phone()) >= settings.phonePerHour()
                || sentSince(DAY, message.phone()) >= settings.phonePerDay()) {
            throw DeliveryException.permanent("SMS_LIMIT");
        }
    }

    private int sentSince(Duration period) {
        return repository.countByChannelAndSentAtAfter(
                Channel.SMS, clock.instant().minus(period));
    }

    private int sentSince(Duration period, String phone) {
        return repository.countByPhoneAndSentAtAfter(phone, clock.instant().minus(period));
    }
}
