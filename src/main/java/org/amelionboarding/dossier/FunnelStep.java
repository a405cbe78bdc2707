package org.amelionboarding.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The steps from the first request to the complete profile, in their order, each with the moment that a row keeps. */
public enum FunnelStep {
    STARTED("requested_at"),
    CODE_SENT("code_sent_at"),
    SIGNED_IN("first_signed_in_at"),
    PASSWORD_CHOSEN("password_chosen_at"),
    TERMS_ACCEPTED("terms_accepted_at"),
    DETAILS_GIVEN("details_given_at"),
    /** The column is written anew when an active account changes its address; the first one was confirmed before. */
    EMAIL_CONFIRMED("coalesce(least(email_confirmed_at, activated_at), email_confirmed_at)"),
    ACTIVE("activated_at"),
    PROFILE_COMPLETE("profile_completed_at");

    private final String moment;

    FunnelStep(String moment) {
        this.moment = moment;
    }

    /** Name in a metric or a text, such as {@code code-sent}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** SQL. Steps come strictly in order (A29): who has made a later one has made this one, though no row tells when. */
    String count() {
        return Arrays.stream(values())
                .skip(ordinal())
                .map(step -> step.moment)
                .collect(Collectors.joining(", ", "count(coalesce(", ", null))"));
    }

    /** SQL; null where the time is not known. */
    String moment() {
        return moment;
    }
}
