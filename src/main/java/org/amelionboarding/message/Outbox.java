package org.amelionboarding.message;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.PersonalEmail;
import org.amelionboarding.dossier.RequestChannel;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/**
 * Where the steps leave their messages. The row is written in the step's own transaction: either both happen or neither,
 * and no person waits for a mail server.
 */
@Component
public class Outbox {

    /** Something was queued; heard once the transaction is committed. */
    record Queued(Channel channel) {}

    private static final String MASKED = "masked-address";

    private final MessageRepository repository;
    private final JdbcAggregateTemplate rows;
    private final Payloads payloads;
    private final Cipher cipher;
    private final Texts texts;
    private final SmsLimits smsLimits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(
            MessageRepository repository,
            JdbcAggregateTemplate rows,
            Payloads payloads,
            Cipher cipher,
            Texts texts,
            SmsLimits smsLimits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.payloads = payloads;
        this.cipher = cipher;
        this.texts = texts;
        this.smsLimits = smsLimits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Queues a message to the dossier's mobile or e-mail address, in the student's language.
     *
     * @param occasion tells this message from others of the same purpose and dossier; a second call for the same
     *     occasion queues nothing
     * @param args what the text's placeholders stand for
     */
    public void queue(Dossier dossier, MessagePurpose purpose, String occasion, Object... args) {
        queueUntil(null, dossier, purpose, occasion, args);
    }

    /**
     * As {@link #queue}, for a message that is worthless after some moment: then it is dropped instead of sent.
     *
     * @param expiresAt the end of the code or link in it
     */
    public void queueUntil(
            Instant expiresAt, Dossier dossier, MessagePurpose purpose, String occasion, Object... args) {
        queue(clock.instant(), expiresAt, null, dossier, purpose, occasion, args);
    }

    /** As {@link #queue}, for a message that may not leave before some moment. */
    public void queueFrom(Instant from, Dossier dossier, MessagePurpose purpose, String occasion, Object... args) {
        queue(from, null, null, dossier, purpose, occasion, args);
    }

    /**
     * As {@link #queue}, for a mail of a kind that its reader can stop.
     *
     * @param from when it may leave
     * @param stopLink where; its header lets a mail program offer it (RFC 8058)
     */
    public void queueStoppable(
            Instant from, String stopLink, Dossier dossier, MessagePurpose purpose, String occasion, Object... args) {
        queue(from, null, stopLink, dossier, purpose, occasion, args);
    }

    private void queue(
            Instant from,
            Instant expiresAt,
            String stopLink,
            Dossier dossier,
            MessagePurpose purpose,
            String occasion,
            Object... args) {
        String uniqueKey = dossier.number() + ':' + purpose + ':' + occasion;
        if (repository.existsByUniqueKey(uniqueKey)) {
            return;
        }
        Envelope envelope = compose(UUID.randomUUID().toString(), stopLink, dossier, purpose, args);
        Instant now = clock.instant();
        rows.insert(new Message(
                envelope.id(),
                dossier.number(),
                purpose,
                uniqueKey,
                purpose.channel(),
                purpose.channel() == Channel.SMS ? cipher.digest(envelope.to(), "phone") : null,
                payloads.seal(envelope),
                cipher.seal(masked(dossier, purpose), MASKED),
                Message.Status.QUEUED,
                now,
                from,
                expiresAt,
                isOneOfMany(dossier, purpose) ? smsLimits.turn() : from,
                null,
                0,
                0,
                null,
                null));
        events.publishEvent(new Queued(purpose.channel()));
    }

    /** The first SMS of who came in a university's file: who has asked alone does not wait behind 2,000. */
    private boolean isOneOfMany(Dossier dossier, MessagePurpose purpose) {
        return purpose.channel() == Channel.SMS
                && dossier.channel() == RequestChannel.COHORT
                && !repository.existsByDossier(dossier.number());
    }

    private Envelope compose(String id, String stopLink, Dossier dossier, MessagePurpose purpose, Object... args) {
        String key = "message." + purpose;
        String text = texts.text(dossier.language(), key + ".text", args);
        return purpose.channel() == Channel.SMS
                ? new Envelope(id, Channel.SMS, dossier.mobile().e164(), null, text)
                : new Envelope(
                        id,
                        Channel.EMAIL,
                        address(dossier, purpose).address(),
                        texts.text(dossier.language(), key + ".subject"),
                        text,
                        stopLink);
    }

    private static String masked(Dossier dossier, MessagePurpose purpose) {
        return purpose.channel() == Channel.SMS
                ? dossier.mobile().masked()
                : address(dossier, purpose).masked();
    }

    private static PersonalEmail address(Dossier dossier, MessagePurpose purpose) {
        return purpose.asksForConfirmation() ? dossier.emailToConfirm() : dossier.email();
    }

    /** The last 200 messages of a dossier, newest first. */
    public List<Message> latest(String dossier) {
        return repository.findFirst200ByDossierOrderByQueuedAtDesc(dossier);
    }

    /** Where a message went, as it may be shown; empty once the dossier has ended. */
    public Optional<String> maskedAddress(Message message) {
        return Optional.ofNullable(message.maskedTo()).map(masked -> cipher.open(masked, MASKED));
    }

    public Optional<Message> latest(String dossier, MessagePurpose purpose) {
        return repository.findFirstByDossierAndPurposeOrderByQueuedAtDesc(dossier, purpose);
    }

    public int countSince(String dossier, MessagePurpose purpose, Instant since) {
        return repository.countByDossierAndPurposeAndQueuedAtAfter(dossier, purpose, since);
    }

    public int count(String dossier, MessagePurpose purpose) {
        return repository.countByDossierAndPurpose(dossier, purpose);
    }
}
