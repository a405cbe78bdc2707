package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.amelionboarding.cohort.Promotion;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.EveryColumn;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A student in a file: looked at, refused, waiting and started, and nowhere in clear (A25, A27). */
@RunningDemo
@ExtendWith(OutputCaptureExtension.class)
class CohortLeakTest {

    private static final String NIR = Applicant.withKey("2720899404996");
    private static final Map<String, String> PERSONAL = Map.of(
            "NIR", NIR.substring(0, 13),
            "family name", "Zwetschgenkuchen",
            "given name", "Xanthippe",
            "mobile", "98711223",
            "birth date", "1972-08-30",
            "birth date in French", "30/08/1972");
    /** Before the student in the file, so that the student still waits when the database is searched. */
    private static final int OTHERS = 40;

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcTemplate database;

    @Test
    void nothing_personal_of_a_file_stands_in_clear(CapturedOutput output) {
        Browser advisor = demo.advisor();
        Promotion promotion = Promotion.of(OTHERS + 1)
                .with(OTHERS, "nir", NIR)
                .with(OTHERS, "familyName", "Zwetschgenkuchen")
                .with(OTHERS, "givenNames", "Xanthippe")
                .with(OTHERS, "mobile", "0698711223")
                .with(OTHERS, "birthDate", "30/08/1972");
        advisor.upload("/desk/cohort", promotion.text());
        advisor.upload(
                "/api/cohorts",
                promotion.text().lines().skip(OTHERS + 1).findFirst().orElseThrow());
        advisor.upload("/api/cohorts", promotion.text() + "," + NIR);
        advisor.upload("/api/cohorts", promotion.text() + "\"");
        String cohort = advisor.upload("/api/cohorts", promotion.text())
                .json()
                .get("id")
                .asText();

        assertThat(waiting(cohort)).isPositive();
        assertThat(new EveryColumn(database).holding(PERSONAL))
                .as("while it waits")
                .isEmpty();
        await().atMost(Duration.ofMinutes(2)).until(() -> waiting(cohort) == 0);
        assertThat(new EveryColumn(database).holding(PERSONAL))
                .as("once it is started")
                .isEmpty();
        assertThat(PERSONAL)
                .allSatisfy(
                        (name, value) -> assertThat(output.getAll()).as(name).doesNotContain(value));
        assertThat(output.getAll()).contains("Cohort " + cohort);
    }

    private int waiting(String cohort) {
        return database.queryForObject(
                "select count(*) from cohort_line where cohort = ? and outcome = 'ACCEPTED'", Integer.class, cohort);
    }
}
