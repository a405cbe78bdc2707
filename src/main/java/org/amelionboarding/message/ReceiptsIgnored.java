package org.amelionboarding.message;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/**
 * Takes and forgets what a gateway may send unasked (receipts, replies of students). Without a listener jSMPP refuses
 * them, so that the gateway sends them again and again, and writes their text to the log.
 */
class ReceiptsIgnored implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm receipt) {}

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not used", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
