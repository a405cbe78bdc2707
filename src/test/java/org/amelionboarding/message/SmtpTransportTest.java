package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpTransportTest {

    private static final String ID = "0b0f6a53-2f0c-4d4b-9a68-0d8a7a8a5c11";
    private static final String STUDENT = "amina.diallo@example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WAIT = Duration.ofMillis(300);
    private static final String TEXT = """
            Bonjour Amélie,

            Votre code : 123456. Ça y est, « à bientôt » — l’équipe.
            你好，مرحبا
            """;

    @RegisterExtension
    private static final GreenMailExtension MAILBOX = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_text_with_accents_arrives_intact() throws Exception {
        toMailbox().send(mail());

        assertThat(((String) received(0).getContent()).replace("\r\n", "\n").strip())
                .isEqualTo(TEXT.strip());
    }

    @Test
    void a_subject_with_accents_arrives_intact() throws Exception {
        toMailbox().send(mail());

        assertThat(received(0).getSubject()).isEqualTo("Votre code est arrivé");
    }

    @Test
    void the_sender_is_the_one_of_the_settings() throws Exception {
        toMailbox().send(mail());

        assertThat(received(0).getFrom()[0]).hasToString("Compte <no-reply@sender.example>");
    }

    @Test
    void a_mail_says_that_a_machine_wrote_it() throws Exception {
        toMailbox().send(mail());

        assertThat(received(0).getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    /** RFC 8058 */
    @Test
    void a_mail_that_can_be_stopped_tells_the_mail_program_how() throws Exception {
        String link = "https://sender.example/reminders/stop?token=" + "0f".repeat(32);

        toMailbox().send(new Envelope(ID, Channel.EMAIL, STUDENT, "Rappel", TEXT, link));

        assertThat(received(0).getHeader("List-Unsubscribe")).containsExactly("<" + link + ">");
        assertThat(received(0).getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void a_mail_that_cannot_be_stopped_promises_nothing() throws Exception {
        toMailbox().send(mail());

        assertThat(received(0).getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void a_second_try_bears_the_same_message_id() throws Exception {
        Transport transport = toMailbox();

        transport.send(mail());
        transport.send(mail());

        assertThat(MAILBOX.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<" + ID + "@sender.example>", "<" + ID + "@sender.example>");
    }

    @Test
    void a_subject_cannot_add_a_header() throws Exception {
        toMailbox().send(new Envelope(ID, Channel.EMAIL, STUDENT, "a\r\nReply-To: other@example.org", TEXT));

        assertThat(received(0).getHeader("Reply-To")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 amina.diallo@example.org unknown, SMTP_550",
        "RCPT, 554 5.7.1 refused, SMTP_554",
        ".,    554 5.6.0 amina.diallo@example.org content refused, SMTP_554"
    })
    void a_refused_recipient_or_content_is_permanent(String step, String answer, String code) {
        server.answering(step, answer);

        assertThat(failure()).isEqualTo(DeliveryFailure.permanent(code));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.0 greylisted, SMTP_450",
        "RCPT, 451 4.3.0 later, SMTP_451",
        "DATA, 451 4.3.0 later, SMTP_451",
        ".,    452 4.3.1 full, SMTP_452"
    })
    void an_answer_that_asks_for_patience_is_passing(String step, String answer, String code) {
        server.answering(step, answer);

        assertThat(failure()).isEqualTo(DeliveryFailure.passing(code));
    }

    @Test
    void a_refused_sender_is_not_the_fault_of_the_mail() {
        server.answering("MAIL", "550 5.7.1 sender refused");

        assertThat(failure()).isEqualTo(DeliveryFailure.channel("SMTP_FROM_550"));
    }

    @Test
    void a_refused_sign_in_is_not_the_fault_of_the_mail() {
        server.answering("EHLO", "250-scripted\r\n250 AUTH PLAIN").answering("AUTH", "535 5.7.8 bad credentials");
        JavaMailSenderImpl sender = sender(server.port());
        sender.setUsername("user");
        sender.setPassword("secret");
        sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");

        assertThat(failure(transport(sender))).isEqualTo(DeliveryFailure.channel("SMTP_AUTH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "MAIL"})
    void a_server_that_hangs_up_before_it_knows_the_recipient_takes_no_mail_at_all(String step) {
        server.answering(step, ScriptedSmtpServer.HANG_UP).answering("HELO", ScriptedSmtpServer.HANG_UP);

        assertThat(failure()).isEqualTo(DeliveryFailure.channel("SMTP_CONNECT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", "."})
    void a_server_that_hangs_up_on_a_mail_is_passing(String step) {
        server.answering(step, ScriptedSmtpServer.HANG_UP);

        assertThat(failure()).isEqualTo(DeliveryFailure.passing("SMTP_LOST"));
    }

    @Test
    void a_server_that_never_says_hello_takes_no_mail_at_all() {
        server.answering("EHLO", ScriptedSmtpServer.SILENCE);

        assertThat(failure(impatient())).isEqualTo(DeliveryFailure.channel("SMTP_TIMEOUT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a_server_that_never_answers_is_left_in_time(String step) {
        server.answering(step, ScriptedSmtpServer.SILENCE);

        assertThat(failure(impatient())).isEqualTo(DeliveryFailure.passing("SMTP_TIMEOUT"));
    }

    @Test
    void waiting_for_an_answer_ends_with_the_time_out() {
        server.answering("DATA", ScriptedSmtpServer.SILENCE);
        long start = System.nanoTime();

        failure(impatient());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(WAIT, WAIT.multipliedBy(10));
    }

    @Test
    void a_refused_connection_is_the_fault_of_no_mail() throws IOException {
        Transport transport = transport(sender(closedPort()));

        assertThat(failure(transport)).isEqualTo(DeliveryFailure.channel("SMTP_CONNECT"));
    }

    @Test
    void a_greeting_that_never_comes_is_the_fault_of_no_mail() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(failure(transport(sender(mute.getLocalPort(), WAIT))))
                    .isEqualTo(DeliveryFailure.channel("SMTP_TIMEOUT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtpServer.SILENCE, ScriptedSmtpServer.HANG_UP})
    void a_mail_once_taken_is_sent_even_if_the_goodbye_fails(String answer) {
        server.answering("QUIT", answer);

        assertThatCode(() -> impatient().send(mail())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amina.diallo",
                "amina diallo@example.org",
                "a@b@example.org",
                "@example.org",
                "",
                "amina@example.org, other@example.org",
                "amina@example.org\r\nBcc: other@example.org"
            })
    void a_malformed_address_is_permanent(String address) {
        Envelope mail = new Envelope(ID, Channel.EMAIL, address, "Votre code", TEXT);

        assertThat(failure(toServer(), mail)).isEqualTo(DeliveryFailure.permanent("SMTP_INVALID_ADDRESS"));
    }

    @Test
    void a_malformed_address_never_reaches_the_server() {
        failure(toServer(), new Envelope(ID, Channel.EMAIL, "amina.diallo", "Votre code", TEXT));

        assertThat(server.count("MAIL")).isZero();
    }

    @Test
    void a_failure_never_quotes_the_address() {
        server.answering("RCPT", "550 5.1.1 <" + STUDENT + "> unknown");

        DeliveryException failure =
                catchThrowableOfType(DeliveryException.class, () -> toServer().send(mail()));

        assertThat(failure).hasNoCause().hasMessage("SMTP_550");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout"})
    void it_does_not_start_without_each_time_out(String key) {
        JavaMailSenderImpl sender = sender(server.port());
        sender.getJavaMailProperties().remove(key);

        assertThatIllegalStateException().isThrownBy(() -> transport(sender)).withMessageContaining(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "30001", "10s"})
    void it_does_not_start_with_a_time_out_that_is_no_limit(String millis) {
        JavaMailSenderImpl sender = sender(server.port());
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", millis);

        assertThatIllegalStateException()
                .isThrownBy(() -> transport(sender))
                .withMessageContaining("mail.smtp.timeout");
    }

    @Test
    void it_does_not_start_without_a_sender() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SmtpTransport(sender(server.port()), new MessageSettings(null, null, null, null)))
                .withMessageContaining("onboarding.message.from");
    }

    private static Envelope mail() {
        return new Envelope(ID, Channel.EMAIL, STUDENT, "Votre code est arrivé", TEXT);
    }

    private static MimeMessage received(int index) {
        return MAILBOX.getReceivedMessages()[index];
    }

    private static Transport toMailbox() {
        return transport(sender(MAILBOX.getSmtp().getPort()));
    }

    private Transport toServer() {
        return transport(sender(server.port()));
    }

    private Transport impatient() {
        return transport(sender(server.port(), WAIT));
    }

    private static Transport transport(JavaMailSenderImpl sender) {
        return new SmtpTransport(sender, new MessageSettings("Compte <no-reply@sender.example>", null, null, null));
    }

    private static JavaMailSenderImpl sender(int port) {
        return sender(port, PATIENCE);
    }

    private static JavaMailSenderImpl sender(int port, Duration timeout) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + name, String.valueOf(timeout.toMillis()));
        }
        return sender;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket brief = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return brief.getLocalPort();
        }
    }

    private DeliveryFailure failure() {
        return failure(toServer());
    }

    private static DeliveryFailure failure(Transport transport) {
        return failure(transport, mail());
    }

    private static DeliveryFailure failure(Transport transport, Envelope mail) {
        return DeliveryFailure.of(() -> transport.send(mail));
    }
}
