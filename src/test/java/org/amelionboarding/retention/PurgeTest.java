package org.amelionboarding.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.UUID;
import java.util.stream.Stream;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;

/** Each rule keeps what it must until the day before, and nothing longer than the day after. */
class PurgeTest extends RetentionTest {

    private static final Period A_DAY = Period.ofDays(1);

    @Autowired
    Purge purge;

    @Autowired
    AgeRules rules;

    @Autowired
    RetentionLog log;

    private String dossier;

    @BeforeEach
    void a_dossier_is_open_and_nothing_old_is_left() {
        rules.all().forEach(rule -> jdbc.update("delete from " + rule.table()));
        jdbc.update("update dossier set closed_at = coalesce(closed_at, requested_at), erased_at = requested_at");
        dossier = students.requestCode();
        jdbc.update("delete from message");
        jdbc.update("delete from one_time_secret");
    }

    private void at(Instant moment) {
        time.stopAt(moment);
        purge.run();
    }

    private static Instant after(TemporalAmount... spans) {
        var moment = Time.START.atZone(ZoneId.of("Europe/Paris"));
        for (TemporalAmount span : spans) {
            moment = moment.plus(span);
        }
        return moment.toInstant();
    }

    private static Instant theDayBefore(TemporalAmount age) {
        return after(age)
                .minus(Duration.ofHours(age instanceof Duration ? 0 : 24))
                .minusSeconds(1);
    }

    private int rows(AgeRule rule) {
        return jdbc.queryForObject("select count(*) from " + rule.table(), Integer.class);
    }

    private AgeRule rule(Act act) {
        return rules.all().stream()
                .filter(rule -> rule.act() == act)
                .findFirst()
                .orElseThrow();
    }

    private void insert(Act act, Instant at) {
        Timestamp then = Timestamp.from(at);
        String key = UUID.randomUUID().toString();
        switch (act) {
            case MESSAGES ->
                jdbc.update(
                        "insert into message (id, dossier, purpose, unique_key, channel, status, queued_at, due_at, attempts)"
                                + " values (?, ?, 'PROVISIONAL_CODE', ?, 'SMS', 'SENT', ?, ?, 1)",
                        key,
                        dossier,
                        key,
                        then,
                        then);
            case SECRETS ->
                jdbc.update(
                        "insert into one_time_secret (id, dossier, purpose, digest, issued_at, expires_at, tries)"
                                + " values (?, ?, 'SIGN_IN_CODE', ?, ?, ?, 0)",
                        key,
                        dossier,
                        key,
                        then,
                        then);
            case CONTACTS -> {
                jdbc.update("insert into contact values (?, 1, ?, ?)", dossier, new byte[1], then);
                jdbc.update(
                        "insert into contact_message values (?, 1, 0, 'ADVISOR', ?, ?)", dossier, new byte[1], then);
            }
            case CARD_ORDERS ->
                jdbc.update(
                        "insert into carte_vitale_order values (?, 1, ?, ?, ?, 'REFUSED', ?)",
                        dossier,
                        new byte[1],
                        new byte[1],
                        then,
                        then);
            case REIMBURSEMENTS ->
                jdbc.update("insert into reimbursement values (?, ?, ?, ?)", key, dossier, new byte[1], then);
            case ATTESTATIONS ->
                jdbc.update("insert into attestation values (?, ?, ?)", key.substring(0, 9), dossier, then);
            case DEVICES -> jdbc.update("insert into device values (?, ?, ?, ?, null)", key, dossier, then, then);
            case FAILED_SIGN_INS ->
                jdbc.update("insert into sign_in_failure values (?, 'somewhere', 1, ?, ?)", key, then, then);
            case ATTESTATION_CHECKS -> jdbc.update("insert into attestation_check values (?, ?)", key, then);
            case LOG ->
                jdbc.update(
                        "insert into retention_log (id, done_at, act, how_many) values (?, ?, 'LOG', 1)", key, then);
            default -> throw new IllegalArgumentException(act.name());
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ERASURE", "COPY", "CLOSED_DOSSIERS", "UNUSED_ACCOUNTS", "UNUSED_NOTICES"})
    void what_is_old_is_kept_until_the_day_before_and_gone_the_day_after(Act act) {
        AgeRule rule = rule(act);
        insert(act, Time.START);

        at(theDayBefore(rule.age()));
        int before = rows(rule);
        at(after(rule.age(), A_DAY));

        assertThat(before).isOne();
        assertThat(jdbc.queryForObject("select count(*) from retention_log where act = ?", Integer.class, act.name()))
                .isEqualTo(1);
        if (act != Act.LOG) {
            assertThat(rows(rule)).isZero();
            assertThat(log.page(0)).extracting(RetentionLog.Entry::act).contains(act);
        }
    }

    @Test
    void every_rule_has_words_and_a_test() {
        assertThat(Stream.concat(
                        rules.all().stream().map(AgeRule::act),
                        Stream.of(Act.ERASURE, Act.COPY, Act.CLOSED_DOSSIERS, Act.UNUSED_ACCOUNTS, Act.UNUSED_NOTICES)))
                .containsExactlyInAnyOrder(Act.values());
    }

    @Test
    void a_question_that_waits_for_an_advisor_stays() {
        insert(Act.CONTACTS, Time.START);
        jdbc.update("update contact_message set author = 'STUDENT' where dossier = ?", dossier);

        at(after(Period.ofYears(3)));

        assertThat(rows("contact", dossier)).isOne();
    }

    @Test
    void a_message_that_still_waits_stays() {
        insert(Act.MESSAGES, Time.START);
        jdbc.update("update message set status = 'QUEUED' where dossier = ?", dossier);

        at(after(Period.ofYears(2)));

        assertThat(rows("message", dossier)).isOne();
    }

    @Test
    void what_is_left_of_a_closed_dossier_goes_after_90_days() {
        students.cancel(dossier);
        insert(Act.DEVICES, Time.START);

        at(after(Period.ofDays(89)));
        int before = rows("device", dossier);
        at(after(Period.ofDays(91)));

        assertThat(before).isOne();
        assertThat(tablesOfDossiers()).allMatch(table -> rows(table, dossier) == 0);
        assertThat(dossiers.of(dossier).closure()).isEqualTo(Closure.CANCELLED_BY_STUDENT);
    }

    @Test
    void a_dossier_that_is_open_stays() {
        insert(Act.REIMBURSEMENTS, Time.START);

        at(after(Period.ofDays(91)));

        assertThat(rows("reimbursement", dossier)).isOne();
        assertThat(dossiers.of(dossier).isClosed()).isFalse();
    }

    @Test
    void the_owner_of_an_unused_account_is_told_once_30_days_before() {
        String account = activeAccount();

        at(after(Period.ofYears(3)).minus(Duration.ofDays(31)));
        int early = notices(account);
        at(after(Period.ofYears(3)).minus(Duration.ofDays(29)));
        at(after(Period.ofYears(3)).minus(Duration.ofDays(28)));

        assertThat(early).isZero();
        assertThat(notices(account)).isOne();
        assertThat(dossiers.of(account).isInUse()).isTrue();
    }

    private int notices(String account) {
        return mailbag.of(account, MessagePurpose.ACCOUNT_UNUSED).size();
    }

    @Test
    void an_unused_account_is_erased_after_three_years() {
        String account = activeAccount();
        at(after(Period.ofYears(3)).minus(Duration.ofDays(30)));

        at(after(Period.ofYears(3)).minus(Duration.ofDays(1)));
        boolean before = dossiers.of(account).isInUse();
        at(after(Period.ofYears(3), A_DAY));

        assertThat(before).isTrue();
        assertThat(dossiers.of(account).closure()).isEqualTo(Closure.UNUSED);
        assertThat(running(account)).isZero();
    }

    /** Also when the application was down for years. */
    @Test
    void nobody_is_erased_who_was_not_told_30_days_before() {
        String account = activeAccount();

        at(after(Period.ofYears(5)));
        at(after(Period.ofYears(5), Period.ofDays(29)));

        assertThat(notices(account)).isOne();
        assertThat(dossiers.of(account).isInUse()).isTrue();
    }

    @Test
    void who_signs_in_after_the_notice_keeps_the_account() {
        String account = activeAccount();
        at(after(Period.ofYears(3)).minus(Duration.ofDays(20)));
        time.stopAt(after(Period.ofYears(3)).minus(Duration.ofDays(10)));
        dossiers.signedIn(account);

        at(after(Period.ofYears(3), Period.ofDays(60)));

        assertThat(dossiers.of(account).isInUse()).isTrue();
        assertThat(notices(account)).isOne();
    }

    @Test
    void of_two_nodes_that_purge_at_once_each_row_is_deleted_by_one() {
        for (int i = 0; i < 500; i++) {
            insert(Act.MESSAGES, Time.START);
        }
        time.stopAt(after(Period.ofYears(2)));

        Together.times(2, () -> {
            purge.run();
            return true;
        });

        assertThat(rows("message", dossier)).isZero();
        assertThat(jdbc.queryForObject("select sum(how_many) from retention_log where act = 'MESSAGES'", Integer.class))
                .isEqualTo(500);
    }
}
