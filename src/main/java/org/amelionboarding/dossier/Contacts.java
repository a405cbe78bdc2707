package org.amelionboarding.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.amelionboarding.dossier.ContactMessage.Author;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What students and advisors write to each other. It can hold anything about a person's health, so it is sealed here and
 * goes neither into the engine nor into a mail. A dossier has one contact at a time: the last.
 */
@Component("contacts")
public class Contacts {

    private static final String LAST = "(select max(number) from contact where dossier = :dossier)";

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Cipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
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
        jdbc.sql("insert into contact_message (dossier, contact, place, author, text, written_at) values (:dossier, "
                        + LAST + ", :place, :author, :text, :now)")
                .param("dossier", dossier)
                .param("place", messages(dossier).size())
                .param("author", author.name())
                .param("text", cipher.seal(text, "contact-message"))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public String subject(String dossier) {
        return cipher.open(
                jdbc.sql("select subject from contact where dossier = :dossier and number = " + LAST)
                        .param("dossier", dossier)
                        .query((row, n) -> row.getBytes("subject"))
                        .single(),
                "contact-subject");
    }

    /** Oldest first. */
    public List<ContactMessage> messages(String dossier) {
        return jdbc.sql("select author, text, written_at from contact_message where dossier = :dossier and contact = "
                        + LAST + " order by place")
                .param("dossier", dossier)
                .query((row, n) -> new ContactMessage(
                        Author.valueOf(row.getString("author")),
                        cipher.open(row.getBytes("text"), "contact-message"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    /** Whether the student was the last to write. */
    public boolean isAnswerDue(String dossier) {
        List<ContactMessage> messages = messages(dossier);
        return !messages.isEmpty() && messages.get(messages.size() - 1).author() == Author.STUDENT;
    }

    void erase(String dossier) {
        jdbc.sql("delete from contact where dossier = :dossier")
                .param("dossier", dossier)
                .update();
    }
}
