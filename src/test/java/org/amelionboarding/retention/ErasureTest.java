package org.amelionboarding.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.retention.Erasure.State;
import org.amelionboarding.web.EveryColumn;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.session.SessionRegistry;

/** GDPR art. 17: after the erasure nothing of the person is found anywhere, and nobody else has lost anything. */
class ErasureTest extends RetentionTest {

    private static final ErasureReason REASON = ErasureReason.REQUEST_OF_PERSON;

    @Autowired
    Erasure erasure;

    @Autowired
    RetentionLog log;

    @Autowired
    SessionRegistry sessions;

    private State erase(String dossier) {
        return erasure.onRequest(dossier, REASON, "advisor");
    }

    /** Fails as well when a new table names a dossier and nobody fills it here. */
    @Test
    void no_table_keeps_a_row_of_the_dossier_but_that_of_the_last_mail() {
        String dossier = fullAccount();
        assertThat(tablesOfDossiers()).allMatch(table -> rows(table, dossier) > 0);

        assertThat(erase(dossier)).isEqualTo(State.READY);

        assertThat(tablesOfDossiers())
                .filteredOn(table -> rows(table, dossier) > 0)
                .containsExactly("message");
        assertThat(mailbag.of(dossier))
                .extracting(letter -> letter.purpose())
                .containsExactly(MessagePurpose.DOSSIER_ERASED);
    }

    @Test
    void no_column_of_any_table_keeps_what_was_sealed_for_the_person() {
        String dossier = fullAccount();
        String email = Students.emailOf(dossier);
        List<byte[]> kept = sealedFor(dossier);
        assertThat(columnsWith(kept)).isNotEmpty();

        erase(dossier);

        assertThat(columnsWith(kept)).isEmpty();
        assertThat(columnsWith(List.of(bytes(email), bytes("Kowalska"), bytes("Quetzalcoatl"))))
                .isEmpty();
    }

    private List<byte[]> sealedFor(String dossier) {
        List<byte[]> values = new ArrayList<>();
        List<String> tables = new ArrayList<>(tablesOfDossiers());
        tables.forEach(table -> jdbc.queryForList("select * from " + table + " where dossier = ?", dossier).stream()
                .flatMap(row -> row.values().stream())
                .filter(byte[].class::isInstance)
                .forEach(value -> values.add((byte[]) value)));
        for (String column : List.of("nir", "identity", "email", "confirmed_email")) {
            values.add(
                    jdbc.queryForObject("select " + column + " from dossier where number = ?", byte[].class, dossier));
        }
        values.add(bytes(dossiers.of(dossier).passwordHash()));
        jdbc.queryForList("select digest from one_time_secret where dossier = ?", String.class, dossier)
                .forEach(digest -> values.add(bytes(digest)));
        jdbc.queryForList("select digest from device where dossier = ?", String.class, dossier)
                .forEach(digest -> values.add(bytes(digest)));
        jdbc.queryForList("select stop_digest from profile where dossier = ?", String.class, dossier)
                .forEach(digest -> values.add(bytes(digest)));
        return values;
    }

    private List<String> columnsWith(List<byte[]> values) {
        List<String> found = new ArrayList<>();
        new EveryColumn(jdbc).forEach((column, content) -> {
            if (values.stream().anyMatch(value -> Arrays.equals(value, content))) {
                found.add(column);
            }
        });
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_is_counted_stays() {
        String dossier = fullAccount();

        erase(dossier);

        assertThat(dossiers.of(dossier).activatedAt()).isEqualTo(time.now());
        assertThat(dossiers.of(dossier).closure()).isEqualTo(Closure.ERASED);
        assertThat(dossiers.of(dossier).language()).isEqualTo("fr");
    }

    @Test
    void whatever_runs_ends() {
        String dossier = fullAccount();
        assertThat(running(dossier)).isGreaterThan(2);

        erase(dossier);

        assertThat(running(dossier)).isZero();
    }

    @Test
    void an_instance_of_a_model_that_knows_no_erasure_ends_too() {
        String dossier = activeAccount();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "older.bpmn",
                        Bpmn.createExecutableProcess("older")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .message("NEVER")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("older", dossier);

        erase(dossier);

        assertThat(running(dossier)).isZero();
    }

    @Test
    void no_session_stays_open() {
        String dossier = activeAccount();
        sessions.registerNewSession("session-of-" + dossier, dossier);

        erase(dossier);

        assertThat(sessions.getSessionInformation("session-of-" + dossier).isExpired())
                .isTrue();
    }

    @Test
    void the_owner_is_told_in_a_last_mail_to_the_address_on_file() {
        String dossier = activeAccount();

        erase(dossier);

        assertThat(mailbag.newest(dossier, MessagePurpose.DOSSIER_ERASED)
                        .envelope()
                        .to())
                .isEqualTo(Students.emailOf(dossier));
    }

    @Test
    void without_an_address_nobody_is_told() {
        String dossier = students.requestCode();

        erase(dossier);

        assertThat(mailbag.of(dossier)).isEmpty();
        assertThat(running(dossier)).isZero();
    }

    @Test
    void the_number_and_the_address_can_open_another_dossier() {
        var request = Students.codeRequest();
        String dossier = students.start(request).getBusinessKey();

        erase(dossier);

        assertThat(students.start(request).getBusinessKey()).isNotEqualTo(dossier);
    }

    @Test
    void a_second_time_nothing_happens() {
        String dossier = activeAccount();
        erase(dossier);

        assertThat(erase(dossier)).isEqualTo(State.DONE);
        assertThat(mailbag.of(dossier)).hasSize(1);
        assertThat(entries(dossier)).hasSize(1);
    }

    @Test
    void an_unknown_number_is_told() {
        assertThat(erase("2222-2222")).isEqualTo(State.UNKNOWN);
        assertThat(entries("2222-2222")).isEmpty();
    }

    @Test
    void what_is_left_of_a_dossier_that_was_closed_goes_too() {
        String dossier = students.requestCode();
        students.cancel(dossier);
        assertThat(rows("message", dossier)).isPositive();

        assertThat(erase(dossier)).isEqualTo(State.READY);

        assertThat(tablesOfDossiers()).allMatch(table -> rows(table, dossier) == 0);
        assertThat(dossiers.of(dossier).closure()).isEqualTo(Closure.CANCELLED_BY_STUDENT);
    }

    @Test
    void others_lose_nothing() {
        String other = fullAccount();
        List<Integer> before = counts(other);

        erase(fullAccount());

        assertThat(counts(other)).isEqualTo(before);
        assertThat(dossiers.of(other).isInUse()).isTrue();
        assertThat(running(other)).isPositive();
    }

    private List<Integer> counts(String dossier) {
        return tablesOfDossiers().stream().map(table -> rows(table, dossier)).toList();
    }

    @Test
    void the_log_tells_who_erased_it_and_why() {
        String dossier = activeAccount();

        erase(dossier);

        assertThat(entries(dossier))
                .containsExactly(new RetentionLog.Entry(time.now(), Act.ERASURE, 1, "advisor", dossier, REASON));
    }

    private List<RetentionLog.Entry> entries(String dossier) {
        return log.page(0).stream()
                .filter(entry -> dossier.equals(entry.dossier()))
                .toList();
    }
}
