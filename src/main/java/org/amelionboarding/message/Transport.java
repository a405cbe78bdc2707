package org.amelionboarding.message;

/** Hands messages of one channel over to the network that carries them. Safe for use by several threads. */
public interface Transport {

    Channel channel();

    /**
     * Returns once the network has taken responsibility for the message; no single wait inside exceeds 30 seconds.
     * After a crash or a lost answer the same message may arrive twice.
     *
     * @throws DeliveryException when the network did not take the message, or did not say that it did
     */
    void send(Envelope envelope) throws DeliveryException;
}
