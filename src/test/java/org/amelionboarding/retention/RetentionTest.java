package org.amelionboarding.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.Devices;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.PostalAddress;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.dossier.SealedJson;
import org.amelionboarding.dossier.SignInAttempts;
import org.amelionboarding.dossier.ThreadMessage.Author;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/** The real database, engine and clean-ups, and a clock that moves when the test says so. */
@SpringBootTest
@ActiveProfiles("test")
abstract class RetentionTest {

    static final String QUESTION = "Ma grossesse est-elle prise en charge ?";
    static final String STREET = "17 impasse Quetzalcoatl";
    static final String LOSS_QUESTION = "Logez-vous chez Dulcinea ?";
    static final String STATEMENT = "RETENTION-417";

    @Autowired
    Students students;

    @Autowired
    Mailbag mailbag;

    @Autowired
    Time time;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Contacts contacts;

    @Autowired
    CardOrders cardOrders;

    @Autowired
    Profiles profiles;

    @Autowired
    Devices devices;

    @Autowired
    OneTimeSecrets secrets;

    @Autowired
    SignInAttempts attempts;

    @Autowired
    SealedJson sealed;

    @BeforeEach
    void stop_the_clock() {
        time.stop();
    }

    @AfterEach
    void leave_nothing_open() {
        time.goOn();
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "The test is over"));
    }

    String activeAccount() {
        String dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));
        return dossier;
    }

    /** An active account that has used everything there is. */
    String fullAccount() {
        String dossier = activeAccount();
        dossiers.signedIn(dossier);
        devices.remember(dossier, java.time.Duration.ofDays(30));
        secrets.useProvisionalCode(dossier, "00000000", "somewhere");
        attempts.begin(SignInAttempts.nameOf(dossiers.of(dossier).nir()), "somewhere");
        students.beginService("contact", dossier, Map.of("subject", "Maternité", "message", QUESTION));
        contacts.add(dossier, Author.ADVISOR, "Oui, entièrement.");
        students.beginService("carte-vitale-order", dossier, lostCard());
        cardOrders.add(dossier, Author.ADVISOR, LOSS_QUESTION);
        students.submit(dossier, "Task_OrderCeam", Map.of("answer", "LATER", "laterUntil", "2027-06-01"));
        profiles.keepAddress(dossier, new PostalAddress(STREET, "69002", "Lyon"));
        jdbc.update(
                "insert into attestation (reference, dossier, issued_at) values (?, ?, current_timestamp)",
                dossier,
                dossier);
        jdbc.update(
                "insert into reimbursement (statement, dossier, payload, taken_at) values (?, ?, ?, current_timestamp)",
                UUID.randomUUID().toString(),
                dossier,
                sealed.seal(
                        Map.of(
                                "statement",
                                STATEMENT,
                                "careDate",
                                "2027-01-03",
                                "paidOn",
                                "2027-01-08",
                                "kind",
                                "DENTAL",
                                "amountPaid",
                                "48317.42",
                                "amountReimbursed",
                                "36204.19"),
                        "reimbursement"));
        String cohort = UUID.randomUUID().toString();
        jdbc.update("insert into cohort (id, advisor, received_at) values (?, 'advisor', current_timestamp)", cohort);
        jdbc.update(
                "insert into cohort_line (id, cohort, line, outcome, dossier, failures) values (?, ?, 1, 'STARTED', ?, 0)",
                UUID.randomUUID().toString(),
                cohort,
                dossier);
        jdbc.update(
                "insert into dossier_action (id, dossier, acted_at, author, action, outcome)"
                        + " values (?, ?, current_timestamp, 'advisor', 'ADD_NOTE', 'DONE')",
                UUID.randomUUID().toString(),
                dossier);
        return dossier;
    }

    private static Map<String, Object> lostCard() {
        return Map.of(
                "reason", "LOST",
                "lostOn", "2027-02-27",
                "declared", true,
                "street", STREET,
                "postalCode", "69002",
                "city", "Lyon");
    }

    /** Every table that names a dossier but those that tell of it when it is gone. */
    List<String> tablesOfDossiers() {
        List<String> tables = jdbc.queryForList(
                "select lower(table_name) from information_schema.columns where lower(column_name) = 'dossier'"
                        + " and lower(table_name) <> 'retention_log' and table_schema = current_schema",
                String.class);
        assertThat(tables).contains("message", "device", "contact_message");
        return tables;
    }

    int rows(String table, String dossier) {
        return jdbc.queryForObject("select count(*) from " + table + " where dossier = ?", Integer.class, dossier);
    }

    long running(String dossier) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .count();
    }
}
