package org.amelionboarding.message;

/**
 * A message was not taken. Its text is a short machine code such as {@code SMTP_550} or {@code SMPP_TIMEOUT}, fit for
 * logs, incidents and engine tables.
 *
 * <p>It never has a cause: the exceptions of mail and SMS libraries quote the recipient's address.
 */
public class DeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a failure means for the message, and for those that wait behind it. */
    public enum Kind {
        /** The same message to the same address will be refused again: a person has to act. */
        PERMANENT,
        /** This message may be taken later; what it says of the others is not known. */
        PASSING,
        /** Nothing is wrong with the message: no other one would be taken now either. */
        CHANNEL,
        /** The network may have taken it and did not say so. */
        UNKNOWN
    }

    private final Kind kind;

    private DeliveryException(String code, Kind kind) {
        super(code);
        this.kind = kind;
    }

    public static DeliveryException permanent(String code) {
        return new DeliveryException(code, Kind.PERMANENT);
    }

    public static DeliveryException passing(String code) {
        return new DeliveryException(code, Kind.PASSING);
    }

    /** Only for what no single message can cause: one that always fails so would keep all others back for ever. */
    public static DeliveryException channel(String code) {
        return new DeliveryException(code, Kind.CHANNEL);
    }

    public static DeliveryException unknown(String code) {
        return new DeliveryException(code, Kind.UNKNOWN);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return getMessage();
    }
}
