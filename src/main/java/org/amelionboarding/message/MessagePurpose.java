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
    SIGN_IN_CODE(Channel.EMAIL),
    ACCOUNT_ACTIVATED(Channel.EMAIL),
    CONTACT_ANSWERED(Channel.EMAIL),
    REIMBURSEMENT_STATEMENT(Channel.EMAIL),
    PROFILE_REMINDER(Channel.EMAIL);

    private final Channel channel;

    MessagePurpose(Channel channel) {
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }
}
