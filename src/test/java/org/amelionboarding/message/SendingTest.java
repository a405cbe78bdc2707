package org.amelionboarding.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** An outbox with nothing in it, channels that work, one student, and a clock that moves when the test says so. */
@SpringBootTest
@ActiveProfiles("test")
abstract class SendingTest {

    static final String CODE = "01234567";
    static final Duration MILLISECOND = Duration.ofMillis(1);

    /** About this message; about the channel; nothing at all. */
    static final DeliveryException BUSY = DeliveryException.passing("SMPP_0x00000008");

    static final DeliveryException UNKNOWN_NUMBER = DeliveryException.permanent("SMPP_0x0000000B");
    static final DeliveryException UNREACHABLE = DeliveryException.channel("SMPP_CONNECT");
    static final DeliveryException SILENT = DeliveryException.unknown("SMPP_TIMEOUT");

    @Autowired
    Delivery delivery;

    @Autowired
    Outbox outbox;

    @Autowired
    Dossiers dossiers;

    @Autowired
    MessageSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcAggregateTemplate rows;

    @Autowired
    Repair repair;

    @Autowired
    News news;

    @Autowired
    Time time;

    Dossier dossier;

    @BeforeEach
    void tidyUp() {
        time.stop();
        jdbc.sql("delete from message").update();
        repair.allChannels();
        news.forget();
        dossier = dossiers.open(CodeRequests.fresh());
    }

    @AfterEach
    void leaveNoOutage() {
        news.forget();
        repair.allChannels();
        time.goOn();
    }

    void deliver(Transport network) {
        delivery.deliverDue(network);
    }

    /** Queues an SMS; it comes after those that were queued before. */
    void queue(String occasion) {
        outbox.queue(dossier, MessagePurpose.PROVISIONAL_CODE, occasion, CODE, "14 mars");
        pass(MILLISECOND);
    }

    /** As many SMS, called {@code 1}, {@code 2} … */
    void queue(int number) {
        for (int i = 1; i <= number; i++) {
            queue("" + i);
        }
    }

    Message message(String occasion) {
        String id = jdbc.sql("select id from message where unique_key = ?")
                .param(dossier.number() + ":PROVISIONAL_CODE:" + occasion)
                .query(String.class)
                .single();
        return rows.findById(id, Message.class);
    }

    List<String> idsOf(List<String> occasions) {
        return occasions.stream().map(occasion -> message(occasion).id()).toList();
    }

    void moveTo(Instant instant) {
        time.stopAt(instant);
    }

    void pass(Duration duration) {
        time.stopAt(time.now().plus(duration));
    }
}
