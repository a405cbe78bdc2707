package org.amelionboarding.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.amelionboarding.dossier.ThreadMessage.Author;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What students ask the Assurance Maladie, sealed. A dossier has one contact at a time: the last. */
@Component("contacts")
public class Contacts {

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Clock clock;
    private final MessageThread thread;

    Contacts(JdbcClient jdbc, Cipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
        this.thread = new MessageThread("contact", jdbc, cipher, clock);
    }

    public void open(String dossier, String subject, String question) {
        jdbc.sql(
                        "insert into contact (dossier, number, subject, opened_at) select :dossier, coalesce(max(number), 0) + 1,"
                                + " :subject, :now from contact where dossier = :dossier")
                .param("dossier", dossier)
                .param("subject", cipher.seal(subject, "contact-subject"))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        add(dossier, Author.STUDENT, question);
    }

    public void add(String dossier, Author author, String text) {
        thread.add(dossier, author, text);
    }

    public String subject(String dossier) {
        return cipher.open(
                jdbc.sql("select subject from contact where dossier = :dossier and number = " + thread.last())
                        .param("dossier", dossier)
                        .query((row, n) -> row.getBytes("subject"))
                        .single(),
                "contact-subject");
    }

    /** Oldest first. */
    public List<ThreadMessage> messages(String dossier) {
        return thread.messages(dossier);
    }

    /** Whether the student was the last to write. */
    public boolean isAnswerDue(String dossier) {
        return thread.endsWith(Author.STUDENT, dossier);
    }

    void erase(String dossier) {
        thread.erase(dossier);
    }
}
