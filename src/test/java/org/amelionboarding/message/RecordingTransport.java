package org.amelionboarding.message;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network that does with each message what the test says, and remembers every try. */
class RecordingTransport implements Transport {

    /** What happens to a message that is handed over. */
    interface Fate {
        void meet(Envelope envelope) throws DeliveryException;
    }

    private final Channel channel;
    private final Fate fate;
    private final List<Envelope> tried = new CopyOnWriteArrayList<>();

    RecordingTransport(Channel channel, Fate fate) {
        this.channel = channel;
        this.fate = fate;
    }

    /** Takes every message. */
    static RecordingTransport taking(Channel channel) {
        return new RecordingTransport(channel, envelope -> {});
    }

    /** Takes no message. */
    static RecordingTransport refusing(Channel channel, DeliveryException refusal) {
        return new RecordingTransport(channel, envelope -> {
            throw refusal;
        });
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public void send(Envelope envelope) throws DeliveryException {
        tried.add(envelope);
        fate.meet(envelope);
    }

    /** Every message ever handed over, taken or not, once for each try. */
    List<Envelope> tried() {
        return tried;
    }
}
