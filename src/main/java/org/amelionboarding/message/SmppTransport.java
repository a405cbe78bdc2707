package org.amelionboarding.message;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * Sends SMS through an SMPP 3.4 gateway. A text longer than one part goes whole in the message_payload parameter, the
 * gateway splits it. Receipts are not asked for.
 *
 * <p>{@code SMPP_TIMEOUT} alone means "unknown": the gateway may have taken the message. After every other failure it
 * has not.
 */
@Component
@ConditionalOnProperty(name = "onboarding.message.sms", havingValue = "smpp")
public class SmppTransport implements Transport, AutoCloseable {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** What the gateway would say again to the same number or text; anything else may change with time. */
    private static final Set<Integer> PERMANENT = Set.of(
            SMPPConstant.STAT_ESME_RINVMSGLEN, SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVDSTTON, SMPPConstant.STAT_ESME_RINVDSTNPI);

    /** What the gateway says now to any message of ours: too many at a time, queue full, sender not allowed. */
    private static final Set<Integer> CHANNEL = Set.of(
            SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL, SMPPConstant.STAT_ESME_RINVSRCADR);

    private final SmppLink link;
    private final SmsSender sender;

    public SmppTransport(MessageSettings settings) {
        MessageSettings.Smpp smpp = settings.smpp();
        Assert.state(smpp.systemId() != null, "onboarding.message.smpp.system-id must be set");
        Assert.state(smpp.password() != null, "onboarding.message.smpp.password must be set");
        Assert.state(smpp.source() != null, "onboarding.message.smpp.source must be set");
        this.link = new SmppLink(smpp);
        this.sender = SmsSender.of(smpp.source());
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public void send(Envelope envelope) throws DeliveryException {
        if (!E164.matcher(envelope.to()).matches()) {
            throw DeliveryException.permanent("SMPP_INVALID_ADDRESS");
        }
        try {
            submit(envelope.to().substring(1), SmsText.of(envelope.text()));
        } catch (NegativeResponseException e) {
            throw refused(e.getCommandStatus());
        } catch (ResponseTimeoutException e) {
            throw DeliveryException.unknown("SMPP_TIMEOUT");
        } catch (InvalidResponseException e) {
            throw DeliveryException.passing("SMPP_NACK");
        } catch (PDUException e) {
            throw DeliveryException.permanent("SMPP_INVALID_PDU");
        } catch (IOException e) {
            // Lost while sending: whether the gateway is gone shows at the next binding.
            throw DeliveryException.passing("SMPP_LOST");
        }
    }

    /** Unbinds. Called by Spring at shutdown. */
    @Override
    public void close() {
        link.close();
    }

    static String hex(int status) {
        return String.format("0x%08X", status);
    }

    private void submit(String number, SmsText text)
            throws DeliveryException, NegativeResponseException, ResponseTimeoutException, InvalidResponseException,
                    PDUException, IOException {
        boolean onePart = text.fitsOnePart();
        link.session()
                .submitShortMessage(
                        "",
                        sender.type(),
                        sender.plan(),
                        sender.address(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        number,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(0),
                        (byte) 0,
                        text.coding(),
                        (byte) 0,
                        onePart ? text.octets() : new byte[0],
                        onePart ? new OptionalParameter[0] : payload(text));
    }

    private static OptionalParameter[] payload(SmsText text) {
        return new OptionalParameter[] {new OptionalParameter.Message_payload(text.octets())};
    }

    private static DeliveryException refused(int status) {
        String code = "SMPP_" + hex(status);
        if (PERMANENT.contains(status)) {
            return DeliveryException.permanent(code);
        }
        return CHANNEL.contains(status) ? DeliveryException.channel(code) : DeliveryException.passing(code);
    }
}
