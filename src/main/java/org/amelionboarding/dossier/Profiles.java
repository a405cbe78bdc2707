package org.amelionboarding.dossier;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What students have answered since their account is active. The model asks this bean ({@code ${profiles…}}).
 *
 * <p>The token of the stop link is worked out from the dossier's number with a key outside the database, so that the
 * link in every reminder goes on working and no copy of it is kept.
 */
@Component("profiles")
public class Profiles {

    private static final String TOKEN = "stop-link";
    private static final String LOOKUP = "stop-link-lookup";
    private static final String ADDRESS = "postal-address";

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final ObjectMapper json;
    private final OnboardingSettings settings;
    private final Clock clock;

    Profiles(JdbcClient jdbc, Cipher cipher, ObjectMapper json, OnboardingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens the profile of an account. */
    public void open(String dossier) {
        jdbc.sql("insert into profile (dossier, stop_digest) values (?, ?)")
                .params(dossier, lookup(stopToken(dossier)))
                .update();
    }

    public boolean exists(String dossier) {
        return jdbc.sql("select count(*) from profile where dossier = ?")
                        .param(dossier)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param laterUntil the day on which the item is asked about again, of {@link ProfileAnswer#LATER} only */
    @Transactional
    public void answer(String dossier, ProfileItem item, ProfileAnswer answer, LocalDate laterUntil) {
        jdbc.sql("delete from profile_item where dossier = ? and item = ?")
                .params(dossier, item.name())
                .update();
        jdbc.sql("insert into profile_item (dossier, item, answer, answered_at, later_until) values (?, ?, ?, ?, ?)")
                .params(dossier, item.name(), answer.name(), clock.instant().atOffset(ZoneOffset.UTC), laterUntil)
                .update();
    }

    public void keepAddress(String dossier, PostalAddress address) {
        try {
            jdbc.sql("update profile set address = ? where dossier = ?")
                    .params(cipher.seal(json.writeValueAsString(address), ADDRESS), dossier)
                    .update();
        } catch (JsonProcessingException e) {
            // Without the cause: Jackson quotes what it could not write.
            throw new IllegalStateException("Address cannot be written");
        }
    }

    /** Whether an item is put off, and to a day that is still to come. */
    public boolean isPutOff(String dossier, ProfileItem item) {
        return putOffUntil(dossier, item).filter(today()::isBefore).isPresent();
    }

    /** The day that an item is, or was, put off to. */
    public Optional<LocalDate> putOffUntil(String dossier, ProfileItem item) {
        return jdbc.sql("select later_until from profile_item where dossier = ? and item = ? and answer = 'LATER'")
                .params(dossier, item.name())
                .query(LocalDate.class)
                .optional();
    }

    /** What is to do now: neither answered nor put off. Of an erased profile nothing. */
    public List<ProfileItem> openItems(String dossier) {
        return standings(dossier).stream()
                .filter(standing -> standing.state() == ProfileStanding.State.TO_DO)
                .map(ProfileStanding::item)
                .toList();
    }

    /** Where the student stands with each item. Of an erased profile nothing. */
    public List<ProfileStanding> standings(String dossier) {
        if (!exists(dossier)) {
            return List.of();
        }
        Map<ProfileItem, ProfileStanding> answered = jdbc
                .sql("select item, answer, answered_at, later_until from profile_item where dossier = ?")
                .param(dossier)
                .query((row, number) -> standing(row))
                .list()
                .stream()
                .collect(toMap(ProfileStanding::item, identity()));
        return Arrays.stream(ProfileItem.values())
                .map(item -> answered.getOrDefault(item, ProfileStanding.toDo(item)))
                .toList();
    }

    private ProfileStanding standing(ResultSet row) throws SQLException {
        ProfileItem item = ProfileItem.valueOf(row.getString("item"));
        LocalDate answeredOn = row.getObject("answered_at", OffsetDateTime.class)
                .atZoneSameInstant(settings.zone())
                .toLocalDate();
        LocalDate laterUntil = row.getObject("later_until", LocalDate.class);
        return switch (ProfileAnswer.valueOf(row.getString("answer"))) {
            case DONE -> new ProfileStanding(item, ProfileStanding.State.DONE, answeredOn);
            case NOT_CONCERNED -> new ProfileStanding(item, ProfileStanding.State.NOT_CONCERNED, answeredOn);
            case LATER ->
                today().isBefore(laterUntil)
                        ? new ProfileStanding(item, ProfileStanding.State.PUT_OFF, laterUntil)
                        : ProfileStanding.toDo(item);
        };
    }

    /** What stands in the address of the stop link. */
    public String stopToken(String dossier) {
        return cipher.digest(dossier, TOKEN);
    }

    /** The dossier that a stop link was sent for. */
    public Optional<String> findByStopToken(String token) {
        return jdbc.sql("select dossier from profile where stop_digest = ?")
                .param(lookup(token))
                .query(String.class)
                .optional();
    }

    public void stopReminders(String dossier) {
        jdbc.sql("update profile set reminders_stopped_at = ? where dossier = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), dossier)
                .update();
    }

    public boolean areRemindersStopped(String dossier) {
        return jdbc.sql("select count(*) from profile where dossier = ? and reminders_stopped_at is not null")
                        .param(dossier)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void erase(String dossier) {
        jdbc.sql("delete from profile where dossier = ?").param(dossier).update();
    }

    private String lookup(String token) {
        return cipher.digest(token, LOOKUP);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
