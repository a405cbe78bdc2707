package org.amelionboarding.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.amelionboarding.dossier.ThreadMessage.Author;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders of a new Carte Vitale. A dossier has one at a time: the last. The model asks this bean
 * ({@code ${cardOrders…}}).
 */
@Component("cardOrders")
public class CardOrders {

    public enum Decision {
        APPROVED,
        REFUSED
    }

    private static final String LOSS = "card-loss";
    private static final String LOST_ON = "card-lost-on";

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final OnboardingSettings settings;
    private final Clock clock;
    private final MessageThread thread;

    CardOrders(JdbcClient jdbc, Cipher cipher, OnboardingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
        this.thread = new MessageThread("carte_vitale_order", jdbc, cipher, clock);
    }

    public void open(String dossier, CardLoss loss) {
        jdbc.sql("insert into carte_vitale_order (dossier, number, loss, lost_on, ordered_at)"
                        + " select :dossier, coalesce(max(number), 0) + 1, :loss, :lostOn, :now"
                        + " from carte_vitale_order where dossier = :dossier")
                .param("dossier", dossier)
                .param("loss", cipher.seal(loss.kind().name(), LOSS))
                .param("lostOn", cipher.seal(loss.on().toString(), LOST_ON))
                .param("now", now())
                .update();
    }

    public CardLoss loss(String dossier) {
        return jdbc.sql("select loss, lost_on from carte_vitale_order where dossier = :dossier and number = "
                        + thread.last())
                .param("dossier", dossier)
                .query((row, n) -> new CardLoss(
                        CardLoss.Kind.valueOf(cipher.open(row.getBytes("loss"), LOSS)),
                        LocalDate.parse(cipher.open(row.getBytes("lost_on"), LOST_ON))))
                .single();
    }

    public void add(String dossier, Author author, String text) {
        thread.add(dossier, author, text);
    }

    /** Oldest first. */
    public List<ThreadMessage> messages(String dossier) {
        return thread.messages(dossier);
    }

    /** Whether an advisor's question waits for the student's answer. */
    public boolean isAnswerDue(String dossier) {
        return decision(dossier).isEmpty() && thread.endsWith(Author.ADVISOR, dossier);
    }

    /** When an order lapses unless the student answers. */
    public Instant lapsesAt(String dossier) {
        List<ThreadMessage> messages = messages(dossier);
        return messages.get(messages.size() - 1)
                .writtenAt()
                .plus(settings.cardOrder().limit());
    }

    public void decide(String dossier, Decision decision) {
        jdbc.sql("update carte_vitale_order set decision = :decision, decided_at = :now where dossier = :dossier"
                        + " and number = " + thread.last())
                .param("dossier", dossier)
                .param("decision", decision.name())
                .param("now", now())
                .update();
    }

    public Optional<Decision> decision(String dossier) {
        return jdbc.sql("select decision from carte_vitale_order where dossier = :dossier and decision is not null"
                        + " and number = " + thread.last())
                .param("dossier", dossier)
                .query((row, n) -> Decision.valueOf(row.getString("decision")))
                .optional();
    }

    public boolean isApproved(String dossier) {
        return approvedAt(dossier).isPresent();
    }

    public Optional<Instant> approvedAt(String dossier) {
        return jdbc.sql("select decided_at from carte_vitale_order where dossier = :dossier and decision = 'APPROVED'"
                        + " and number = " + thread.last())
                .param("dossier", dossier)
                .query((row, n) -> row.getTimestamp("decided_at").toInstant())
                .optional();
    }

    void erase(String dossier) {
        thread.erase(dossier);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
