package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.amelionboarding.Defaults;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.PersonalEmail;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ActiveProfiles;

/**
 * The mail server is unreachable for four hours; 2,000 mails wait, half of them with codes that live ten minutes. Rounds
 * and pace are those of the settings when nobody sets anything.
 */
@SpringBootTest
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FourHourOutageTest {

    private static final int LASTING = 1000;
    private static final int EXPIRING = 1000;
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final MessageSettings SETTINGS = Defaults.messageSettings();
    private static final String SENDER = "no-reply@sender.example";

    @Autowired
    private MessageRepository repository;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Payloads payloads;

    @Autowired
    private CircuitBreaker breaker;

    @Autowired
    private Channels channels;

    @Autowired
    private SmsLimits smsLimits;

    @Autowired
    private Undelivered undelivered;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private Repair repair;

    @Autowired
    private Time time;

    @Autowired
    private DeliveryMetrics metrics;

    @Autowired
    private RuntimeService runtime;

    private final List<Integer> sentInEachRound = new ArrayList<>();
    private GreenMail server;
    private Delivery delivery;
    private Transport transport;
    private List<Incident> incidents;
    private int triesDuringOutage;
    private int inAnotherStateThanQueuedOrDropped;
    private List<String> order;

    @BeforeAll
    void beDownAndComeBack() throws IOException {
        time.stop();
        repair.allChannels();
        jdbc.sql("delete from message").update();
        int port = freePort();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        transport = transport(port);
        delivery = new Delivery(
                repository,
                payloads,
                breaker,
                channels,
                new Pace(SETTINGS, clock),
                smsLimits,
                undelivered,
                metrics,
                SETTINGS,
                clock);
        queue();
        beDown();
        look();
        server.start();
        comeBack();
    }

    private void queue() {
        Dossier dossier = dossiers.open(CodeRequests.fresh());
        dossier.correctEmail(PersonalEmail.of("zofia@mailbox.example"), Instant.EPOCH);
        for (int i = 0; i < LASTING; i++) {
            outbox.queue(dossier, MessagePurpose.ACCOUNT_ACTIVATED, "" + i);
            outbox.queueUntil(
                    time.now().plus(Duration.ofMinutes(10)), dossier, MessagePurpose.SIGN_IN_CODE, "" + i, "01234567");
            time.stopAt(time.now().plusMillis(1));
        }
    }

    private void beDown() {
        for (Duration past = Duration.ZERO; past.compareTo(OUTAGE) < 0; past = past.plus(ROUND)) {
            delivery.deliverDue(transport);
            time.stopAt(time.now().plus(ROUND));
        }
    }

    private void look() {
        incidents = runtime.createIncidentQuery().list();
        triesDuringOutage = number("select coalesce(max(attempts), 0) from message");
        inAnotherStateThanQueuedOrDropped =
                number("select count(*) from message where status not in ('QUEUED', 'DROPPED')");
        order = jdbc.sql("select id from message where status = 'QUEUED' order by next_attempt_at")
                .query(String.class)
                .list();
    }

    private void comeBack() {
        // The longest wait may have to end first.
        time.stopAt(time.now().plus(SETTINGS.delivery().longestProbe().multipliedBy(2)));
        while (number("select count(*) from message where status = 'QUEUED'") > 0) {
            int before = sent();
            delivery.deliverDue(transport);
            sentInEachRound.add(sent() - before);
            time.stopAt(time.now().plus(SETTINGS.delivery().poll()));
        }
    }

    @AfterAll
    void goOn() {
        server.stop();
        jdbc.sql("delete from message").update();
        repair.allChannels();
        time.goOn();
    }

    @Test
    void none_is_lost() {
        assertThat(Stream.of(server.getReceivedMessages()).map(FourHourOutageTest::id))
                .hasSize(LASTING)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_has_expired_is_dropped() {
        assertThat(number("select count(*) from message where status = 'DROPPED'"))
                .isEqualTo(EXPIRING);
    }

    @Test
    void no_try_is_used_up() {
        assertThat(triesDuringOutage).isZero();
    }

    @Test
    void no_message_fails() {
        assertThat(inAnotherStateThanQueuedOrDropped).isZero();
    }

    @Test
    void there_is_one_incident() {
        assertThat(incidents).hasSize(1);
    }

    @Test
    void the_incident_says_why_in_a_code() {
        assertThat(incidents).extracting(Incident::getIncidentMessage).containsExactly("SMTP_CONNECT");
    }

    @Test
    void the_incident_is_over_when_the_mail_server_is_back() {
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }

    @Test
    void the_way_back_is_no_storm() {
        assertThat(sentInEachRound).allMatch(sent -> sent <= 20);
    }

    @Test
    void the_way_back_does_not_dawdle() {
        assertThat(sentInEachRound).hasSizeLessThanOrEqualTo(LASTING / 20 + 1);
    }

    @Test
    void those_that_waited_leave_in_their_order() {
        assertThat(Arrays.stream(server.getReceivedMessages()).map(FourHourOutageTest::id))
                .containsExactlyElementsOf(order);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID().replaceAll("[<>]|@.*", "");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private int sent() {
        return number("select count(*) from message where status = 'SENT'");
    }

    private int number(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    private static Transport transport(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        for (String name : List.of("connectiontimeout", "timeout", "writetimeout")) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + name, "5000");
        }
        return new SmtpTransport(sender, new MessageSettings(SENDER, null, null, null));
    }

    private static int freePort() throws IOException {
        try (ServerSocket brief = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return brief.getLocalPort();
        }
    }
}
