package org.amelionboarding.message;

import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells what a failed mail means, by the first telling exception of its chain. Only a 5xx answer to the recipient or
 * to the content is permanent. What goes wrong before a recipient is named (connecting, signing in, the sender) is
 * nothing that the mail could cause: it is the operator's to mend.
 */
final class SmtpFailure {

    private static final int PERMANENT = 500;

    /** The library's way to say that the server hung up instead of answering. */
    private static final int HUNG_UP = -1;

    private SmtpFailure() {}

    /** Of a connection that could not be made: whatever the server said, it was not about the mail. */
    static DeliveryException connecting(Exception failure) {
        return DeliveryException.channel(
                NestedExceptionUtils.getRootCause(failure) instanceof SocketTimeoutException
                        ? "SMTP_TIMEOUT"
                        : "SMTP_CONNECT");
    }

    static DeliveryException of(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof SMTPAddressFailedException refused) {
                return answered(refused.getReturnCode());
            }
            if (link instanceof SMTPSendFailedException refused) {
                return refused.getCommand().startsWith("MAIL ")
                        ? senderRefused(refused.getReturnCode())
                        : answered(refused.getReturnCode());
            }
            if (link instanceof AuthenticationFailedException) {
                return DeliveryException.channel("SMTP_AUTH");
            }
            if (link instanceof SocketTimeoutException) {
                return DeliveryException.passing("SMTP_TIMEOUT");
            }
            if (link instanceof IOException) {
                return DeliveryException.passing("SMTP_LOST");
            }
        }
        return DeliveryException.passing("SMTP_FAILED");
    }

    private static DeliveryException senderRefused(int code) {
        return DeliveryException.channel(code == HUNG_UP ? "SMTP_CONNECT" : "SMTP_FROM_" + code);
    }

    private static DeliveryException answered(int code) {
        if (code == HUNG_UP) {
            return DeliveryException.passing("SMTP_LOST");
        }
        String name = "SMTP_" + code;
        return code >= PERMANENT ? DeliveryException.permanent(name) : DeliveryException.passing(name);
    }
}
