package org.amelionboarding;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amelionboarding.message.Envelope;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Payloads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands in the outbox, opened. A payload is wiped as soon as its message has left, so this is for contexts
 * without a transport.
 */
@Component
public class Mailbag {

    private static final Pattern TOKEN =
            Pattern.compile("/(?:email-confirmation|new-password|reminders/stop)\\?token=([\\w-]+)");
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    /** @param envelope null once the message has left */
    public record Letter(MessagePurpose purpose, Instant queuedAt, Envelope envelope) {}

    private final JdbcClient jdbc;
    private final Payloads payloads;

    Mailbag(JdbcClient jdbc, Payloads payloads) {
        this.jdbc = jdbc;
        this.payloads = payloads;
    }

    /** All messages of a dossier, oldest first. */
    public List<Letter> of(String dossier) {
        return jdbc.sql("select purpose, queued_at, payload from message where dossier = ? order by queued_at")
                .param(dossier)
                .query((row, n) -> new Letter(
                        MessagePurpose.valueOf(row.getString("purpose")),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("payload") == null ? null : payloads.open(row.getBytes("payload"))))
                .list();
    }

    /** All messages of a dossier with one purpose, oldest first. */
    public List<Letter> of(String dossier, MessagePurpose purpose) {
        return of(dossier).stream()
                .filter(letter -> letter.purpose() == purpose)
                .toList();
    }

    /** The newest message of a dossier with one purpose. */
    public Letter newest(String dossier, MessagePurpose purpose) {
        List<Letter> letters = of(dossier, purpose);
        if (letters.isEmpty()) {
            throw new AssertionError("No " + purpose + " for " + dossier);
        }
        return letters.get(letters.size() - 1);
    }

    /** Token of the link that was mailed last. */
    public String token(String dossier) {
        return token(newest(dossier, MessagePurpose.VERIFICATION_LINK));
    }

    /** Token of the reset link that was mailed last. */
    public String resetToken(String dossier) {
        return token(newest(dossier, MessagePurpose.RESET_LINK));
    }

    /** Token of the link in a mail. */
    public static String token(Letter letter) {
        return found(TOKEN.matcher(letter.envelope().text()), 1);
    }

    /** The provisional code that was sent last. */
    public String provisionalCode(String dossier) {
        Letter sms = newest(dossier, MessagePurpose.PROVISIONAL_CODE);
        return found(CODE.matcher(sms.envelope().text()), 0);
    }

    private static String found(Matcher matcher, int group) {
        if (!matcher.find()) {
            throw new AssertionError("Not in the message: " + matcher.pattern());
        }
        return matcher.group(group);
    }
}
