package org.amelionboarding.message;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages leave. {@code onboarding.message.email=smtp} and {@code onboarding.message.sms=smpp} switch the real
 * adapters on; the mail server itself is described by {@code spring.mail.*}.
 *
 * @param from the sender of every mail, {@code name@domain} or {@code Name <name@domain>}; no default, needed for SMTP;
 *     its domain also ends every Message-ID
 * @param smpp the SMS gateway
 * @param delivery pace and patience of the delivery
 * @param smsLimits what bounds the SMS that strangers could have us send
 */
@Validated
@ConfigurationProperties("onboarding.message")
public record MessageSettings(
        String from,
        @Valid @DefaultValue Smpp smpp,
        @Valid @DefaultValue Delivery delivery,
        @DefaultValue SmsLimits smsLimits) {

    /**
     * How the outbox is emptied.
     *
     * @param poll pause between two rounds; a new message starts one at once
     * @param lease time for which a worker holds a message; longer than the longest send, or it goes out twice
     * @param retries waits before the second, third … try, each varied by half; after the last one the message failed
     * @param firstProbe while a channel is down, the wait before the first single message is tried, varied by half; it
     *     doubles with each failure
     * @param longestProbe upper bound of that wait, varied likewise; also the wait before a listener that failed is told
     *     again of a message that was given up
     * @param mailsPerSecond mails that may leave one node, on average over two rounds
     * @param smsPerSecond SMS likewise
     */
    public record Delivery(
            @DefaultValue("PT2S") Duration poll,
            @DefaultValue("PT3M") Duration lease,

            @DefaultValue({"PT30S", "PT2M", "PT10M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H"})
            List<Duration> retries,

            @DefaultValue("PT30S") Duration firstProbe,
            @DefaultValue("PT10M") Duration longestProbe,
            @DefaultValue("10") @Min(1) int mailsPerSecond,
            @DefaultValue("5") @Min(1) int smsPerSecond) {}

    /**
     * Limits of the SMS (requirements A13, A14).
     *
     * @param foreign whether numbers outside mainland France and its overseas territories get SMS
     * @param phonePerHour SMS to one number within an hour
     * @param phonePerDay SMS to one number within 24 hours
     * @param mostPerHour SMS of the whole installation within an hour; beyond it they wait and the operator is alarmed
     * @param cohortsPerHour of these, how many serve students of a university's file; the rest is kept for who asks alone
     * @param alarmRatio codes sent for each one used, within 24 hours, above which the operator is alarmed
     * @param alarmFrom codes sent within 24 hours below which that ratio tells nothing
     */
    public record SmsLimits(
            @DefaultValue("false") boolean foreign,
            @DefaultValue("3") int phonePerHour,
            @DefaultValue("6") int phonePerDay,
            @DefaultValue("500") int mostPerHour,
            @DefaultValue("400") @Min(1) int cohortsPerHour,
            @DefaultValue("3") int alarmRatio,
            @DefaultValue("30") int alarmFrom) {}

    /**
     * The SMS gateway, spoken to in SMPP 3.4. Lengths are the protocol's.
     *
     * @param host name or address of the gateway; default {@code localhost}
     * @param port its TCP port; default 2775, the registered one
     * @param systemId the account's name, at most 15 characters; no default, needed for SMPP
     * @param password the account's password, at most 8 characters; no default, needed for SMPP
     * @param source what the student sees as sender: up to 11 letters, digits and spaces, a short number of 3 to 8
     *     digits, or an E.164 number with its plus sign; no default, needed for SMPP
     * @param timeout the longest single wait; a send has at most four of them (for another thread's connecting, to
     *     connect, to bind, for the answer), so the limit of 7.5 seconds keeps a send within 30; default 7 seconds
     * @param enquireLink silence after which the link is probed, and given up if the probe is not answered within
     *     {@code timeout}; from 1 second to 5 minutes, default 30 seconds
     */
    public record Smpp(
            @DefaultValue("localhost") String host,
            @DefaultValue("2775") @Min(1) @Max(65535) int port,
            @Size(max = 15) String systemId,
            @Size(max = 8) String password,

            @Pattern(regexp = "\\+[1-9]\\d{6,14}|\\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")
            String source,

            @DefaultValue("PT7S") @DurationMin(millis = 1) @DurationMax(millis = 7500)
            Duration timeout,

            @DefaultValue("PT30S") @DurationMin(seconds = 1) @DurationMax(minutes = 5)
            Duration enquireLink) {

        @Override
        public String toString() {
            return "Smpp[host=" + host + ", port=" + port + "]";
        }
    }
}
