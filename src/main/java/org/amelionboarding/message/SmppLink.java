package org.amelionboarding.message;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/** The one bound transceiver session with the SMS gateway: bound at first use, bound again when found lost. */
class SmppLink implements AutoCloseable {

    private final MessageSettings.Smpp settings;
    private final int timeout;
    // A lock that can be waited for in vain: while the gateway is unreachable, waiting senders must not queue up
    // one connection attempt behind the other.
    private final ReentrantLock lock = new ReentrantLock();
    private SMPPSession session = new SMPPSession();

    SmppLink(MessageSettings.Smpp settings) {
        this.settings = settings;
        this.timeout = (int) settings.timeout().toMillis();
    }

    /** Waits at most three time-outs. */
    SMPPSession session() throws DeliveryException {
        acquire();
        try {
            if (!session.getSessionState().isTransmittable()) {
                session.close();
                session = bind();
            }
            return session;
        } finally {
            lock.unlock();
        }
    }

    /** Says goodbye to the gateway. */
    @Override
    public void close() {
        lock.lock();
        try {
            session.unbindAndClose();
        } finally {
            lock.unlock();
        }
    }

    private void acquire() throws DeliveryException {
        try {
            if (lock.tryLock(timeout, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw DeliveryException.channel("SMPP_CONNECT");
    }

    private SMPPSession bind() throws DeliveryException {
        SMPPSession fresh = new SMPPSession(this::connect);
        fresh.setTransactionTimer(timeout);
        fresh.setEnquireLinkTimer((int) settings.enquireLink().toMillis());
        fresh.setMessageReceiverListener(new ReceiptsIgnored());
        try {
            fresh.connectAndBind(settings.host(), settings.port(), account(), timeout);
            return fresh;
        } catch (IOException e) {
            fresh.close();
            // A refused account is never the message's fault, whatever its status.
            throw DeliveryException.channel(
                    e.getCause() instanceof NegativeResponseException refusal
                            ? "SMPP_BIND_" + SmppTransport.hex(refusal.getCommandStatus())
                            : "SMPP_CONNECT");
        }
    }

    private BindParameter account() {
        return new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    /** The library's own connection waits as long as the operating system does. */
    private Connection connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), timeout);
            return new SocketConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
