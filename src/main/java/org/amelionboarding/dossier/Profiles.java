package org.amelionboarding.dossier;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final SealedJson sealed;
    private final OnboardingSettings settings;
    private final Clock clock;

    Profiles(JdbcClient jdbc, Cipher cipher, SealedJson sealed, OnboardingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.sealed = sealed;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens the profile of an account. */
    public void open(String dossier) {
        jdbc.sql("insert into profile (dossier, stop_digest, opened_at) values (?, ?, ?)")
                .params(dossier, lookup(stopToken(dossier)), now())
                .update();
    }

    public boolean exists(String dossier) {
        return jdbc.sql("select count(*) from profile where dossier = ?")
                        .param(dossier)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Empty of an erased profile. */
    public Optional<Instant> openedAt(String dossier) {
        return jdbc.sql("select opened_at from profile where dossier = ?")
                .param(dossier)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Active accounts without a profile, in the order of their numbers.
     *
     * @param after the number after which to go on
     */
    public List<String> missing(String after, int most) {
        return jdbc.sql("select number from dossier where activated_at is not null and closed_at is null"
                        + " and not exists (select 1 from profile where profile.dossier = dossier.number)"
                        + " and number > ? order by number fetch first ? rows only")
                .params(after, most)
                .query(String.class)
                .list();
    }

    /** @param laterUntil the day on which the item is asked about again, of {@link ProfileAnswer#LATER} only */
    public void answer(String dossier, ProfileItem item, ProfileAnswer answer, LocalDate laterUntil) {
        answer(dossier, item, answer, laterUntil, null);
    }

    /**
     * As {@link #answer(String, ProfileItem, ProfileAnswer, LocalDate)}, before a departure.
     *
     * @param travelDate day of the departure, or null
     */
    @Transactional
    public void answer(
            String dossier, ProfileItem item, ProfileAnswer answer, LocalDate laterUntil, LocalDate travelDate) {
        jdbc.sql("delete from profile_item where dossier = ? and item = ?")
                .params(dossier, item.name())
                .update();
        jdbc.sql("insert into profile_item (dossier, item, answer, answered_at, later_until, travel_date)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(dossier, item.name(), answer.name(), now(), laterUntil, travelDate)
                .update();
    }

    public void keepAddress(String dossier, PostalAddress address) {
        jdbc.sql("update profile set address = ? where dossier = ?")
                .params(sealed.seal(address, ADDRESS), dossier)
                .update();
    }

    /** Where the Carte Vitale and the CEAM are sent, once the student has told it. */
    public Optional<PostalAddress> address(String dossier) {
        return jdbc.sql("select address from profile where dossier = ? and address is not null")
                .param(dossier)
                .query((row, n) -> row.getBytes("address"))
                .optional()
                .map(address -> sealed.open(address, PostalAddress.class, ADDRESS));
    }

    /** Notes what the student changes, for the steps that follow. */
    public void noteChange(String dossier, Set<ContactDetail> details) {
        String names = details.stream().map(ContactDetail::name).collect(Collectors.joining(","));
        jdbc.sql("update profile set changed_details = ? where dossier = ?")
                .params(names, dossier)
                .update();
    }

    /** What the student has changed last, whether or not it needs to be confirmed. */
    public Set<ContactDetail> changedDetails(String dossier) {
        return jdbc
                .sql("select changed_details from profile where dossier = ? and changed_details is not null")
                .param(dossier)
                .query(String.class)
                .optional()
                .stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .filter(name -> !name.isEmpty())
                .map(ContactDetail::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ContactDetail.class)));
    }

    public boolean isChanged(String dossier, ContactDetail detail) {
        return changedDetails(dossier).contains(detail);
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

    /** The departure that the CEAM is, or was, needed for. */
    public Optional<Departure> departure(String dossier) {
        return jdbc.sql("select travel_date, answered_at from profile_item"
                        + " where dossier = ? and item = ? and travel_date is not null")
                .params(dossier, ProfileItem.ORDER_CEAM.name())
                .query((row, n) -> new Departure(
                        row.getObject("travel_date", LocalDate.class),
                        day(row.getObject("answered_at", OffsetDateTime.class).toInstant())))
                .optional();
    }

    /** What the student said last of an item. */
    public Optional<ProfileAnswer> answerTo(String dossier, ProfileItem item) {
        return jdbc.sql("select answer from profile_item where dossier = ? and item = ?")
                .params(dossier, item.name())
                .query((row, n) -> ProfileAnswer.valueOf(row.getString("answer")))
                .optional();
    }

    /** What is to do now: neither answered nor put off. Of an erased profile nothing. */
    public List<ProfileItem> openItems(String dossier) {
        return standings(dossier).stream()
                .filter(standing -> standing.state() == ProfileStanding.State.TO_DO)
                .map(ProfileStanding::item)
                .toList();
    }

    /** Whether nothing is left to do about an item. */
    public boolean isAnswered(String dossier, ProfileItem item) {
        return answerTo(dossier, item)
                .filter(answer -> answer != ProfileAnswer.LATER)
                .isPresent();
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
        LocalDate answeredOn =
                day(row.getObject("answered_at", OffsetDateTime.class).toInstant());
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
                .params(now(), dossier)
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, settings.zone());
    }
}
