package org.amelionboarding.message;

/**
 * A message was not taken. Its text is a short machine code such as {@code SMTP_550} or {@code SMPP_TIMEOUT}, fit for
 * logs, incidents and engine tables.
 *
 * <p>It never has a cause: the exceptions of mail and SMS libraries quote the recipient's address.
 */
public class DeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    private DeliveryException(String code, boolean permanent) {
        super(code);
        this.permanent = permanent;
    }

    /** The same message to the same address will be refused again: a person has to act. */
    public static DeliveryException permanent(String code) {
        return new DeliveryException(code, true);
    }

    /** Nothing is wrong with the message or its address as far as known: try again later. */
    public static DeliveryException passing(String code) {
        return new DeliveryException(code, false);
    }

    public boolean permanent() {
        return permanent;
    }

    public String code() {
        return getMessage();
    }
}
