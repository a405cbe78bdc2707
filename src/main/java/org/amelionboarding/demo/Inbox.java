package org.amelionboarding.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Envelope;
import org.amelionboarding.message.Payloads;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the demo's messages land: the students' telephones and mailboxes in one. */
@Component
@Profile("demo")
class Inbox {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    record Entry(
            String id,
            Channel channel,
            String to,
            String subject,
            String text,
            List<String> links,
            Instant sentAt,
            String dossier) {}

    private final JdbcClient jdbc;
    private final Payloads payloads;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Payloads payloads, Clock clock) {
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.clock = clock;
    }

    /** A message that comes a second time lies there once: real mail programs go by the Message-ID too. */
    void take(Envelope envelope) {
        jdbc.sql("delete from demo_inbox where id = ?").param(envelope.id()).update();
        jdbc.sql("insert into demo_inbox (id, dossier, sent_at, payload)"
                        + " select id, dossier, ?, ? from message where id = ?")
                .params(Timestamp.from(clock.instant()), payloads.seal(envelope), envelope.id())
                .update();
    }

    List<Entry> newestFirst() {
        return jdbc.sql("select * from demo_inbox order by sent_at desc")
                .query((row, n) -> entry(
                        payloads.open(row.getBytes("payload")),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getString("dossier")))
                .list();
    }

    private static Entry entry(Envelope envelope, Instant sentAt, String dossier) {
        List<String> links =
                LINK.matcher(envelope.text()).results().map(MatchResult::group).toList();
        return new Entry(
                envelope.id(),
                envelope.channel(),
                envelope.to(),
                envelope.subject(),
                envelope.text(),
                links,
                sentAt,
                dossier);
    }
}
