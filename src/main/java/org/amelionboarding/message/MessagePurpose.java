package org.amelionboarding.message;

/** Every message that a student can get. Its texts stand under {@code message.<PURPOSE>} in the message files. */
public enum MessagePurpose {
    PROVISIONAL_CODE(Channel.SMS),
    GUIDANCE_WAIT_FOR_CARD(Channel.SMS),
    GUIDANCE_WAIT_FOR_NUMBER(Channel.SMS),
    GUIDANCE_FINISH_REGISTRATION(Channel.SMS),
    WAITING_CHECK_IN(Channel.SMS),
    STEP_REMINDER(Channel.SMS),
    CLOSING_NOTICE(Channel.SMS),
    VERIFICATION_LINK(Channel.EMAIL),
    VERIFICATION_REMINDER(Channel.EMAIL),
    EMAIL_ALREADY_USED(Channel.EMAIL),
    RESET_LINK(Channel.EMAIL),
    PASSWORD_CHANGED(Channel.EMAIL),
    NEW_DEVICE(Channel.EMAIL),
    SIGN_IN_CODE(Channel.EMAIL),
    ACCOUNT_ACTIVATED(Channel.EMAIL),
    CONTACT_ANSWERED(Channel.EMAIL),
    PROFILE_REMINDER(Channel.EMAIL),
    DETAILS_CHANGED(Channel.EMAIL),
    EMAIL_CHANGED(Channel.EMAIL),
    NEW_EMAIL_IN_USE(Channel.EMAIL),
    EMAIL_KEPT(Channel.EMAIL),
    CEAM_REMINDER(Channel.EMAIL),
    CARD_ORDER_RECEIVED(Channel.EMAIL),
    CARD_ORDER_QUESTION(Channel.EMAIL),
    CARD_ORDER_REMINDER(Channel.EMAIL),
    CARD_ORDER_APPROVED(Channel.EMAIL),
    CARD_ORDER_REFUSED(Channel.EMAIL),
    CARD_ORDER_LAPSED(Channel.EMAIL),
    CARD_ORDER_WITHDRAWN(Channel.EMAIL),
    REIMBURSEMENT_STATEMENT(Channel.EMAIL);

    private final Channel channel;

    MessagePurpose(Channel channel) {
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }

    /** Whether it goes to the address that is to be confirmed; everything else to the one that is valid. */
    boolean asksForConfirmation() {
        return this == VERIFICATION_LINK || this == VERIFICATION_REMINDER || this == EMAIL_ALREADY_USED;
    }
}
