package org.amelionboarding.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends plain-text UTF-8 mail through the server of {@code spring.mail.*}, one connection per mail. The Message-ID is
 * {@code <id@domain of the sender>}, the same at every attempt.
 *
 * <p>Refuses to start without finite time-outs: the mail library's default is to wait for ever, longer than the
 * engine's five-minute job lock.
 */
@Component
@ConditionalOnProperty(name = "onboarding.message.email", havingValue = "smtp")
public class SmtpTransport implements Transport {

    private static final int LONGEST_WAIT_MILLIS = 30_000;

    private final JavaMailSenderImpl sender;
    private final InternetAddress from;
    private final String domain;

    public SmtpTransport(JavaMailSenderImpl sender, MessageSettings settings) {
        requireFiniteTimeouts(sender);
        this.sender = sender;
        this.from = sender(settings.from());
        this.domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void send(Envelope envelope) throws DeliveryException {
        InternetAddress to = recipient(envelope.to());
        try {
            sender.send(compose(envelope, to));
        } catch (MailSendException e) {
            // No failed message: the server took the mail and only the goodbye went wrong. Failing would send it again.
            if (!e.getFailedMessages().isEmpty()) {
                Exception failure = e.getMessageExceptions()[0];
                throw failure == e.getCause() ? SmtpFailure.connecting(failure) : SmtpFailure.of(failure);
            }
        } catch (MailException | MessagingException e) {
            throw SmtpFailure.of(e);
        }
    }

    private MimeMessage compose(Envelope envelope, InternetAddress to) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject(envelope.subject());
        helper.setText(envelope.text());
        // Saving a message gives it a new Message-ID; Spring's sender puts back the one it finds here.
        message.setHeader("Message-ID", "<" + envelope.id() + "@" + domain + ">");
        // RFC 3834: keeps out-of-office robots from answering.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (envelope.stopLink() != null) {
            message.setHeader("List-Unsubscribe", "<" + envelope.stopLink() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private static InternetAddress recipient(String address) throws DeliveryException {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException e) {
            throw DeliveryException.permanent("SMTP_INVALID_ADDRESS");
        }
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from == null ? "" : from, true);
        } catch (AddressException e) {
            throw new IllegalStateException("onboarding.message.from must be set to the mail address to send from");
        }
    }

    private static void requireFiniteTimeouts(JavaMailSenderImpl sender) {
        String protocol = sender.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : sender.getProtocol();
        for (String name : List.of("connectiontimeout", "timeout", "writetimeout")) {
            String key = "mail." + protocol + "." + name;
            String millis = sender.getJavaMailProperties().getProperty(key, "");
            if (!millis.matches("[1-9]\\d{0,4}") || Integer.parseInt(millis) > LONGEST_WAIT_MILLIS) {
                throw new IllegalStateException("spring.mail.properties." + key
                        + " must be set, in milliseconds from 1 to " + LONGEST_WAIT_MILLIS);
            }
        }
    }
}
