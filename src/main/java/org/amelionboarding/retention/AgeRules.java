package org.amelionboarding.retention;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.stereotype.Component;

/** What is deleted by its age alone, whatever becomes of its dossier. */
@Component
class AgeRules {

    /** Nothing was written since; of two words on one thing the last one counts. */
    private static final String SILENT = "%1$s <= :before and not exists (select 1 from %2$s_message said"
            + " where said.dossier = %2$s.dossier and said.%2$s = %2$s.number and said.written_at > :before)";

    /** A question that waits for an advisor is not over. */
    private static final String ANSWERED = " and 'ADVISOR' = (select said.author from contact_message said"
            + " where said.dossier = contact.dossier and said.contact = contact.number"
            + " order by said.place desc fetch first 1 rows only)";

    private static final String DECIDED = " and (decided_at is null or decided_at <= :before)";

    /** Only those of the last hour are looked at. */
    private static final Duration CHECKS = Duration.ofHours(1);

    private final RetentionSettings settings;
    private final OnboardingSettings.SignIn signIn;

    AgeRules(RetentionSettings settings, OnboardingSettings settingsOfOthers) {
        this.settings = settings;
        this.signIn = settingsOfOthers.signIn();
    }

    List<AgeRule> all() {
        return List.of(
                rule(Act.MESSAGES, "message", "id", "queued_at <= :before and status <> 'QUEUED'", settings.message()),
                rule(Act.SECRETS, "one_time_secret", "id", "expires_at <= :before", settings.secret()),
                rule(
                        Act.CONTACTS,
                        "contact",
                        "dossier, number",
                        SILENT.formatted("opened_at", "contact") + ANSWERED,
                        settings.contact()),
                rule(
                        Act.CARD_ORDERS,
                        "carte_vitale_order",
                        "dossier, number",
                        SILENT.formatted("ordered_at", "carte_vitale_order") + DECIDED,
                        settings.cardOrder()),
                rule(Act.REIMBURSEMENTS, "reimbursement", "statement", "taken_at <= :before", settings.reimbursement()),
                rule(Act.ATTESTATIONS, "attestation", "reference", "issued_at <= :before", settings.attestation()),
                new AgeRule(Act.DEVICES, "device", "digest", "last_seen_at <= :before", signIn.deviceMemory()),
                new AgeRule(
                        Act.FAILED_SIGN_INS,
                        "sign_in_failure",
                        "name, origin",
                        "since <= :before and blocked_until <= :before",
                        signIn.window()),
                new AgeRule(
                        Act.ATTESTATION_CHECKS,
                        "attestation_check",
                        "origin, checked_at",
                        "checked_at <= :before",
                        CHECKS),
                rule(Act.LOG, "retention_log", "id", "done_at <= :before", settings.log()));
    }

    private static AgeRule rule(Act act, String table, String key, String old, Period age) {
        return new AgeRule(act, table, key, old, age);
    }
}
