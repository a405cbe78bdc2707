package org.amelionboarding.message;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.RandomMessageIDGenerator;

/** An SMS gateway that takes what it is given, or refuses it with a status, or keeps silent. */
class SmscStub implements ServerMessageReceiverListener, AutoCloseable {

    private static final int BIND_MILLIS = 5_000;

    private final BlockingQueue<SubmitSm> received = new LinkedBlockingQueue<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ServerSocket server;
    private volatile int bindStatus;
    private volatile int submitStatus;
    private volatile boolean silent;

    SmscStub() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(this::accept, "smsc-stub").start();
    }

    int port() {
        return server.getLocalPort();
    }

    void refuseBinds(int status) {
        bindStatus = status;
    }

    void refuseMessages(int status) {
        submitStatus = status;
    }

    void keepSilent() {
        silent = true;
    }

    BlockingQueue<SubmitSm> received() {
        return received;
    }

    /** Every session ever bound, open or not. */
    List<SMPPServerSession> sessions() {
        return sessions;
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
        sessions.forEach(SMPPServerSession::close);
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        if (silent) {
            awaitTheEnd();
        }
        if (submitStatus != SMPPConstant.STAT_ESME_ROK) {
            throw new ProcessRequestException("refused by the test", submitStatus);
        }
        received.add(message);
        return new SubmitSmResult(new RandomMessageIDGenerator().newMessageId(), null);
    }

    @Override
    public void onAcceptEnquireLink(EnquireLink probe, Session source) {
        if (silent) {
            awaitTheEnd();
        }
    }

    private void accept() {
        try {
            while (true) {
                SMPPServerSession session =
                        new SMPPServerSession(new SocketConnection(server.accept()), null, this, null, 3, 100);
                answer(session, session.waitForBind(BIND_MILLIS));
            }
        } catch (IOException | TimeoutException | PDUStringException closed) {
            // The test is over.
        }
    }

    private void answer(SMPPServerSession session, BindRequest bind) throws IOException, PDUStringException {
        if (bindStatus != SMPPConstant.STAT_ESME_ROK) {
            bind.reject(bindStatus);
            return;
        }
        sessions.add(session);
        bind.accept("stub");
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submitMulti, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm querySm, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replaceSm, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancelSm, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcastSm, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancelBroadcastSm, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
        throw new UnsupportedOperationException();
    }
}
