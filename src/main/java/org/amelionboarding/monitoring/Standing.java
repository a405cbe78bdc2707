package org.amelionboarding.monitoring;

/** What a student has before them, or what keeps them waiting. */
enum Standing {
    CLOSED,
    PROFILE_COMPLETE,
    ACTIVE,
    CONFIRM_EMAIL,
    GIVE_DETAILS,
    ACCEPT_TERMS,
    CHOOSE_PASSWORD,
    WAIT_FOR_NUMBER,
    WAIT_FOR_CARD,
    SIGN_IN,
    CODE_ON_ITS_WAY;

    /** SQL: one of these names, from the columns of a dossier. */
    static final String COLUMN = """
            case when closed_at is not null then 'CLOSED'
                 when profile_completed_at is not null then 'PROFILE_COMPLETE'
                 when activated_at is not null then 'ACTIVE'
                 when details_given_at is not null then 'CONFIRM_EMAIL'
                 when terms_accepted_at is not null then 'GIVE_DETAILS'
                 when password_chosen_at is not null then 'ACCEPT_TERMS'
                 when signed_in_at is not null then 'CHOOSE_PASSWORD'
                 when readiness like 'WAIT_FOR_%' then readiness
                 when code_sent_at is not null then 'SIGN_IN'
                 else 'CODE_ON_ITS_WAY' end
            """;
}
