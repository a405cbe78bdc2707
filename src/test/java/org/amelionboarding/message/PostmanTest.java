package org.amelionboarding.message;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.PersonalEmail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class PostmanTest {

    private static final int PATIENCE_SECONDS = 20;

    @Autowired
    private Delivery delivery;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final CountDownLatch hanging = new CountDownLatch(1);
    private final BlockingQueue<Envelope> taken = new LinkedBlockingQueue<>();
    private Dossier dossier;
    private Postman postman;

    @BeforeEach
    void open() {
        jdbc.sql("delete from message").update();
        dossier = dossiers.open(CodeRequests.fresh());
        dossier.correctEmail(PersonalEmail.of("zofia@mailbox.example"), Instant.EPOCH);
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        postman.stop();
    }

    @Test
    void a_new_message_is_brought_at_once() throws Exception {
        postman = postman(new RecordingTransport(Channel.SMS, taken::add));

        queueSms();

        assertThat(taken.poll(PATIENCE_SECONDS, SECONDS)).isNotNull();
    }

    @Test
    void what_was_queued_before_the_start_is_brought_on_the_rounds() throws Exception {
        queueSms();
        postman = postman(new RecordingTransport(Channel.SMS, taken::add));

        postman.start();

        assertThat(taken.poll(PATIENCE_SECONDS, SECONDS)).isNotNull();
    }

    @Test
    void a_mail_server_that_hangs_does_not_hold_up_the_sms() throws Exception {
        postman = postman(
                new RecordingTransport(Channel.EMAIL, mail -> hang()), new RecordingTransport(Channel.SMS, taken::add));
        postman.start();
        for (int i = 0; i < 20; i++) {
            queueMail("" + i);
        }

        queueSms();

        assertThat(taken.poll(PATIENCE_SECONDS, SECONDS)).isNotNull();
    }

    @Test
    void one_mail_that_hangs_does_not_hold_up_the_next() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        postman = postman(new RecordingTransport(Channel.EMAIL, mail -> {
            if (started.getCount() > 0) {
                started.countDown();
                hang();
            }
            taken.add(mail);
        }));
        queueMail("1");
        started.await();

        queueMail("2");

        assertThat(taken.poll(PATIENCE_SECONDS, SECONDS)).isNotNull();
    }

    /** With rounds so rare that only the first one counts. */
    private Postman postman(Transport... transports) {
        MessageSettings.Delivery rareRounds =
                new MessageSettings.Delivery(Duration.ofHours(1), Duration.ofMinutes(3), List.of());
        return new Postman(List.of(transports), delivery, new MessageSettings(null, null, rareRounds));
    }

    private void hang() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void queueSms() {
        outbox.queue(dossier, MessagePurpose.GUIDANCE_WAIT_FOR_CARD, "once");
        wake(Channel.SMS);
    }

    private void queueMail(String occasion) {
        outbox.queue(dossier, MessagePurpose.ACCOUNT_ACTIVATED, occasion);
        wake(Channel.EMAIL);
    }

    /** The application's own postman hears of the message by itself; this one does not belong to the application. */
    private void wake(Channel channel) {
        if (postman != null) {
            postman.wake(new Outbox.Queued(channel));
        }
    }
}
