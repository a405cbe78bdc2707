package org.amelionboarding.message;

import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * Tells what a failed mail means, by the first telling exception of its chain. Only a 5xx answer to the recipient or
 * to the content is permanent; a refused sender, a failed sign-in and a lost connection are the operator's to mend.
 */
final class SmtpFailure {

    private static final int PERMANENT = 500;

    private SmtpFailure() {}

    static DeliveryException of(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof SMTPAddressFailedException refused) {
                return answered(refused.getReturnCode());
            }
            if (link instanceof SMTPSendFailedException refused) {
                return refused.getCommand().startsWith("MAIL ")
                        ? DeliveryException.passing("SMTP_FROM_" + refused.getReturnCode())
                        : answered(refused.getReturnCode());
            }
            if (link instanceof AuthenticationFailedException) {
                return DeliveryException.passing("SMTP_AUTH");
            }
            if (link instanceof MailConnectException) {
                return DeliveryException.passing("SMTP_CONNECT");
            }
            if (link instanceof SocketTimeoutException) {
                return DeliveryException.passing("SMTP_TIMEOUT");
            }
            if (link instanceof IOException) {
                return DeliveryException.passing("SMTP_CONNECT");
            }
        }
        return DeliveryException.passing("SMTP_FAILED");
    }

    private static DeliveryException answered(int code) {
        if (code < 0) {
            // The library's way to say that the server hung up instead of answering.
            return DeliveryException.passing("SMTP_CONNECT");
        }
        String name = "SMTP_" + code;
        return code >= PERMANENT ? DeliveryException.permanent(name) : DeliveryException.passing(name);
    }
}
