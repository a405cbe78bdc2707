package org.amelionboarding.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Holding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The copy of everything that is held about one person (GDPR art. 15), as JSON and without secrets. */
@Component
class PersonalData {

    private static final List<String> MOMENTS = List.of(
            "requested_at",
            "signed_in_at",
            "previous_signed_in_at",
            "password_chosen_at",
            "terms_accepted_at",
            "details_given_at",
            "email_confirmed_at",
            "activated_at",
            "last_action_at",
            "unused_notice_at",
            "closed_at",
            "erased_at");

    private final Dossiers dossiers;
    private final List<Holding> holdings;
    private final ProcessHistory history;
    private final RetentionLog log;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    PersonalData(
            Dossiers dossiers,
            List<Holding> holdings,
            ProcessHistory history,
            RetentionLog log,
            ObjectMapper json,
            JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.holdings = holdings;
        this.history = history;
        this.log = log;
        this.json = json;
        this.jdbc = jdbc;
    }

    /**
     * Hands a copy out, which is noted.
     *
     * @param who hands it out: an advisor, or the student
     * @return empty if there is no such dossier
     */
    @Transactional
    Optional<byte[]> copy(String number, String who) {
        return dossiers.find(number).map(dossier -> {
            log.copied(number, who);
            return write(dossier);
        });
    }

    private byte[] write(Dossier dossier) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("dossier", state(dossier));
        all.put("identity", identity(dossier));
        all.put("contactDetails", contactDetails(dossier));
        all.put("moments", moments(dossier.number()));
        all.put("processes", history.of(dossier.number()));
        holdings.forEach(holding -> all.put(holding.name(), holding.of(dossier.number())));
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            // Without the cause: Jackson quotes what it could not write.
            throw new IllegalStateException("Copy cannot be written: " + dossier);
        }
    }

    private static Map<String, Object> state(Dossier dossier) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("number", dossier.number());
        state.put("language", dossier.language());
        state.put("requestedThrough", dossier.channel());
        state.put("registrationFinalised", dossier.registrationFinalised());
        state.put("carteVitaleReceived", dossier.carteVitaleReceived());
        state.put("prerequisites", dossier.readiness());
        state.put("closure", dossier.closure());
        return state;
    }

    private static Map<String, Object> identity(Dossier dossier) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("nir", dossier.nir() == null ? null : dossier.nir().withKey());
        identity.put(
                "provisionalNumber",
                dossier.provisionalNumber() == null
                        ? null
                        : dossier.provisionalNumber().body());
        if (dossier.identity() != null) {
            identity.put("familyName", dossier.identity().familyName());
            identity.put("givenNames", dossier.identity().givenNames());
            identity.put("birthDate", dossier.identity().birthDate());
        }
        return identity;
    }

    private static Map<String, Object> contactDetails(Dossier dossier) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mobile", dossier.mobile() == null ? null : dossier.mobile().e164());
        details.put("email", dossier.email() == null ? null : dossier.email().address());
        details.put(
                "emailToConfirm",
                dossier.isNewEmailGiven() ? dossier.emailToConfirm().address() : null);
        return details;
    }

    /** What was done when, and never what was not. */
    private Map<String, Instant> moments(String number) {
        return jdbc.sql("select " + String.join(", ", MOMENTS) + " from dossier where number = ?")
                .param(number)
                .query((row, n) -> moments(row))
                .single();
    }

    private static Map<String, Instant> moments(ResultSet row) throws SQLException {
        Map<String, Instant> moments = new LinkedHashMap<>();
        for (String moment : MOMENTS) {
            Timestamp at = row.getTimestamp(moment);
            if (at != null) {
                moments.put(moment, at.toInstant());
            }
        }
        return moments;
    }
}
