package org.amelionboarding.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.amelionboarding.dossier.ThreadMessage.Author;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a student and advisors write to each other about one thing. It can hold anything about a person's health, so it is
 * sealed here and goes neither into the engine nor into a mail. Of a dossier's things it is about the last one.
 */
class MessageThread {

    private final String thing;
    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Clock clock;

    /** @param thing table of the things, numbered within a dossier; its messages stand in {@code <thing>_message} */
    MessageThread(String thing, JdbcClient jdbc, Cipher cipher, Clock clock) {
        this.thing = thing;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    void add(String dossier, Author author, String text) {
        jdbc.sql("insert into " + thing + "_message (dossier, " + thing + ", place, author, text, written_at) values"
                        + " (:dossier, " + last() + ", :place, :author, :text, :now)")
                .param("dossier", dossier)
                .param("place", messages(dossier).size())
                .param("author", author.name())
                .param("text", cipher.seal(text, context()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Oldest first. */
    List<ThreadMessage> messages(String dossier) {
        return jdbc.sql("select author, text, written_at from " + thing + "_message where dossier = :dossier and "
                        + thing + " = " + last() + " order by place")
                .param("dossier", dossier)
                .query((row, n) -> new ThreadMessage(
                        Author.valueOf(row.getString("author")),
                        cipher.open(row.getBytes("text"), context()),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    boolean endsWith(Author author, String dossier) {
        List<ThreadMessage> messages = messages(dossier);
        return !messages.isEmpty() && messages.get(messages.size() - 1).author() == author;
    }

    /** Number of the dossier's last thing, in a statement with the parameter {@code :dossier}. */
    String last() {
        return "(select max(number) from " + thing + " where dossier = :dossier)";
    }

    void erase(String dossier) {
        jdbc.sql("delete from " + thing + " where dossier = :dossier")
                .param("dossier", dossier)
                .update();
    }

    private String context() {
        return thing + "-message";
    }
}
