package org.amelionboarding.retention;

/** What the log tells of: an erasure or a copy on request, or what a rule has deleted. */
public enum Act {
    ERASURE,
    COPY,
    CLOSED_DOSSIERS,
    UNUSED_ACCOUNTS,
    UNUSED_NOTICES,
    MESSAGES,
    SECRETS,
    CONTACTS,
    CARD_ORDERS,
    REIMBURSEMENTS,
    ATTESTATIONS,
    DEVICES,
    FAILED_SIGN_INS,
    ATTESTATION_CHECKS,
    LOG
}
