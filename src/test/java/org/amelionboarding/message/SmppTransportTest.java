package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.commons.charset.CharsetUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amelionboarding.message.DeliveryException.Kind;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppTransportTest {

    private static final String FRENCH = "Votre code : 123456. Répondez à l'agent [2 €]";
    private static final String CHINESE = "您的验证码是 123456";
    private static final String ARABIC = "رمزك هو 123456";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PROBE = Duration.ofMillis(300);

    private SmscStub gateway;
    private SmppTransport transport;

    @BeforeEach
    void start() throws IOException {
        gateway = new SmscStub();
        transport = transport(gateway.port(), "COMPTE");
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        gateway.close();
    }

    @Test
    void a_french_text_goes_in_the_gsm_alphabet() throws Exception {
        transport.send(sms(FRENCH));

        assertThat(CharsetUtil.decode(received().getShortMessage(), CharsetUtil.CHARSET_GSM))
                .isEqualTo(FRENCH);
    }

    @Test
    void the_gsm_alphabet_is_announced_as_the_default() throws Exception {
        transport.send(sms(FRENCH));

        assertThat(received().getDataCoding()).isEqualTo(Alphabet.ALPHA_DEFAULT.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {CHINESE, ARABIC, "Reçu", "l’agent", "👋"})
    void a_text_with_any_other_character_goes_in_ucs2(String text) throws Exception {
        transport.send(sms(text));

        assertThat(new String(received().getShortMessage(), StandardCharsets.UTF_16BE))
                .isEqualTo(text);
    }

    @Test
    void ucs2_is_announced() throws Exception {
        transport.send(sms(CHINESE));

        assertThat(received().getDataCoding()).isEqualTo(Alphabet.ALPHA_UCS2.value());
    }

    @ParameterizedTest
    @CsvSource({"é, 160", "€, 80", "码, 70"})
    void a_full_part_still_goes_as_a_short_message(String character, int length) throws Exception {
        transport.send(sms(character.repeat(length)));

        assertThat(received().getOptionalParameter(OptionalParameter.Message_payload.class))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"é, 161", "€, 81", "码, 71", "é, 1000"})
    void a_longer_text_goes_whole_as_payload(String character, int length) throws Exception {
        String text = character.repeat(length);

        transport.send(sms(text));

        assertThat(received()
                        .getOptionalParameter(OptionalParameter.Message_payload.class)
                        .getValue())
                .isEqualTo(SmsText.of(text).octets());
    }

    @Test
    void a_text_sent_as_payload_leaves_the_short_message_empty() throws Exception {
        transport.send(sms("a".repeat(161)));

        assertThat(received().getShortMessage()).isEmpty();
    }

    @Test
    void the_number_goes_as_an_international_one_without_plus() throws Exception {
        transport.send(sms(FRENCH));

        assertThat(received())
                .returns("33612345678", SubmitSm::getDestAddress)
                .returns(TypeOfNumber.INTERNATIONAL.value(), SubmitSm::getDestAddrTon)
                .returns(NumberingPlanIndicator.ISDN.value(), SubmitSm::getDestAddrNpi);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPTE, COMPTE, ALPHANUMERIC, UNKNOWN",
        "36460, 36460, NETWORK_SPECIFIC, UNKNOWN",
        "+33700000000, 33700000000, INTERNATIONAL, ISDN"
    })
    void the_sender_is_told_in_the_form_it_has(
            String source, String address, TypeOfNumber type, NumberingPlanIndicator plan) throws Exception {
        try (SmppTransport other = transport(gateway.port(), source)) {
            other.send(sms(FRENCH));
        }

        assertThat(received())
                .returns(address, SubmitSm::getSourceAddr)
                .returns(type.value(), SubmitSm::getSourceAddrTon)
                .returns(plan.value(), SubmitSm::getSourceAddrNpi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0612345678", "33612345678", "+33", "+0612345678", "+33 6 12 34 56 78", ""})
    void a_number_that_is_not_international_is_permanent(String number) {
        Envelope envelope = new Envelope("1", Channel.SMS, number, null, FRENCH);

        assertThat(DeliveryFailure.of(() -> transport.send(envelope)))
                .isEqualTo(DeliveryFailure.permanent("SMPP_INVALID_ADDRESS"));
    }

    @ParameterizedTest
    @CsvSource({"0x0B, SMPP_0x0000000B", "0x50, SMPP_0x00000050", "0x51, SMPP_0x00000051", "0x01, SMPP_0x00000001"})
    void a_refused_number_or_text_is_permanent(String status, String code) {
        gateway.refuseMessages(Integer.decode(status));

        assertThat(failure()).isEqualTo(DeliveryFailure.permanent(code));
    }

    @ParameterizedTest
    @CsvSource({"0x08, SMPP_0x00000008", "0x45, SMPP_0x00000045"})
    void a_gateway_in_trouble_is_passing(String status, String code) {
        gateway.refuseMessages(Integer.decode(status));

        assertThat(failure()).isEqualTo(DeliveryFailure.passing(code));
    }

    @ParameterizedTest
    @CsvSource({"0x58, SMPP_0x00000058", "0x14, SMPP_0x00000014", "0x0A, SMPP_0x0000000A"})
    void a_gateway_with_too_much_to_do_or_that_refuses_the_sender_takes_no_message_at_all(String status, String code) {
        gateway.refuseMessages(Integer.decode(status));

        assertThat(failure()).isEqualTo(DeliveryFailure.channel(code));
    }

    @Test
    void a_refused_account_is_the_fault_of_no_message() {
        gateway.refuseBinds(0x0E);

        assertThat(failure()).isEqualTo(DeliveryFailure.channel("SMPP_BIND_0x0000000E"));
    }

    @Test
    void a_refused_connection_is_the_fault_of_no_message() throws IOException {
        try (SmppTransport lost = transport(closedPort(), "COMPTE")) {
            assertThat(failure(lost)).isEqualTo(DeliveryFailure.channel("SMPP_CONNECT"));
        }
    }

    @Test
    void a_failure_never_quotes_the_number() {
        gateway.refuseMessages(0x0B);

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> transport.send(sms(FRENCH)));

        assertThat(failure).hasNoCause().hasMessage("SMPP_0x0000000B");
    }

    @Test
    void a_message_never_answered_may_have_been_taken() {
        gateway.keepSilent();
        try (SmppTransport impatient = impatient(gateway.port())) {
            assertThat(failure(impatient)).isEqualTo(DeliveryFailure.unknown("SMPP_TIMEOUT"));
        }
    }

    @Test
    void a_bind_never_answered_is_the_fault_of_no_message() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SmppTransport deaf = impatient(mute.getLocalPort())) {
            assertThat(failure(deaf)).isEqualTo(DeliveryFailure.channel("SMPP_CONNECT"));
        }
    }

    @Test
    void waiting_senders_do_not_queue_up_for_an_unreachable_gateway() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SmppTransport deaf = impatient(mute.getLocalPort())) {
            int senders = 10;
            long start = System.nanoTime();

            together(senders, () -> failure(deaf));

            Duration oneAfterTheOther = WAIT.multipliedBy(senders);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(oneAfterTheOther);
        }
    }

    @Test
    void one_session_carries_many_messages() throws Exception {
        transport.send(sms(FRENCH));
        transport.send(sms(CHINESE));

        assertThat(gateway.sessions()).hasSize(1);
    }

    @Test
    void many_threads_share_one_session() throws Exception {
        together(20, this::failure);

        assertThat(gateway.sessions()).hasSize(1);
    }

    @Test
    void no_message_of_many_threads_is_lost() throws Exception {
        together(20, this::failure);

        assertThat(gateway.received()).hasSize(20);
    }

    @Test
    void a_session_the_gateway_unbinds_is_bound_again() throws Exception {
        transport.send(sms(FRENCH));
        gateway.sessions().get(0).unbindAndClose();

        awaitSent(CHINESE);

        assertThat(gateway.sessions()).hasSize(2);
    }

    @Test
    void a_session_the_gateway_drops_is_bound_again() throws Exception {
        transport.send(sms(FRENCH));
        gateway.sessions().get(0).close();

        awaitSent(CHINESE);

        assertThat(gateway.sessions()).hasSize(2);
    }

    @Test
    void a_session_that_no_longer_answers_probes_is_given_up() throws Exception {
        try (SmppTransport impatient = impatient(gateway.port())) {
            impatient.send(sms(FRENCH));

            gateway.keepSilent();

            await().untilAsserted(() ->
                    assertThat(gateway.sessions().get(0).getSessionState()).isEqualTo(SessionState.CLOSED));
        }
    }

    @Test
    void a_gateway_that_comes_back_is_found_again() throws Exception {
        gateway.refuseBinds(0x0D);
        failure();
        gateway.refuseBinds(0);

        assertThatCode(() -> transport.send(sms(FRENCH))).doesNotThrowAnyException();
    }

    @Test
    void what_the_gateway_sends_unasked_is_taken() throws Exception {
        transport.send(sms(FRENCH));

        assertThatCode(() -> deliver(gateway.sessions().get(0), "STOP")).doesNotThrowAnyException();
    }

    @Test
    void closing_unbinds() throws Exception {
        transport.send(sms(FRENCH));

        transport.close();

        await().untilAsserted(() -> assertThat(gateway.sessions().get(0).getSessionState())
                .isIn(SessionState.UNBOUND, SessionState.CLOSED));
    }

    @Test
    void it_does_not_start_without_a_source() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transport(gateway.port(), null))
                .withMessageContaining("onboarding.message.smpp.source");
    }

    private static SmppTransport transport(int port, String source) {
        return transport(port, source, PATIENCE);
    }

    private static SmppTransport impatient(int port) {
        return transport(port, "COMPTE", WAIT);
    }

    private static SmppTransport transport(int port, String source, Duration timeout) {
        return new SmppTransport(new MessageSettings(
                null,
                new MessageSettings.Smpp("127.0.0.1", port, "account", "secret", source, timeout, PROBE),
                null,
                null));
    }

    private static Envelope sms(String text) {
        return new Envelope("1", Channel.SMS, "+33612345678", null, text);
    }

    private SubmitSm received() {
        return gateway.received().element();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket brief = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return brief.getLocalPort();
        }
    }

    private DeliveryFailure failure() {
        return failure(transport);
    }

    private static DeliveryFailure failure(Transport transport) {
        return DeliveryFailure.of(() -> transport.send(sms(FRENCH)));
    }

    /** The very moment of a drop cannot be seen from here: one send may still fail, in a way that passes. */
    private void awaitSent(String text) {
        await().ignoreExceptionsMatching(
                        e -> e instanceof DeliveryException failure && failure.kind() != Kind.PERMANENT)
                .untilAsserted(() -> transport.send(sms(text)));
    }

    private static void together(int times, Runnable sending) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            for (Future<Object> sent : pool.invokeAll(Collections.nCopies(times, Executors.callable(sending)))) {
                sent.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void deliver(SMPPServerSession session, String text) throws Exception {
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "33612345678",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "COMPTE",
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                SmsText.of(text).coding(),
                SmsText.of(text).octets());
    }
}
