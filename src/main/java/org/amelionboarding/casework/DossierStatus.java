package org.amelionboarding.casework;

/** Where a dossier stands, in the order of the way; a dossier has one of them. */
enum DossierStatus {
    WAITS_FOR_NUMBER,
    WAITS_FOR_CARD,
    /** The provisional code has not been used yet. */
    CODE,
    PASSWORD,
    TERMS,
    DETAILS,
    CONFIRMATION,
    ACTIVE,
    COMPLETE,
    CLOSED;

    /** SQL that tells the status of dossier {@code d}: what came last comes first. */
    static final String SQL = """
            case when d.closed_at is not null then 'CLOSED'
                 when d.profile_completed_at is not null then 'COMPLETE'
                 when d.activated_at is not null then 'ACTIVE'
                 when d.details_given_at is not null then 'CONFIRMATION'
                 when d.terms_accepted_at is not null then 'DETAILS'
                 when d.password_chosen_at is not null then 'TERMS'
                 when coalesce(d.first_signed_in_at, d.signed_in_at) is not null then 'PASSWORD'
                 when d.readiness = 'WAIT_FOR_NUMBER' then 'WAITS_FOR_NUMBER'
                 when d.readiness = 'WAIT_FOR_CARD' then 'WAITS_FOR_CARD'
                 else 'CODE' end""";
}
