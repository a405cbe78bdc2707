package org.amelionboarding.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amelionboarding.OnboardingApplication;
import org.amelionboarding.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application, in a process of its own with its database in a file, is killed as by a power cut while it starts the
 * dossiers of a file, and started again. With {@code -Dcohort.lines=2000} of a whole university's.
 */
class CohortKillTest {

    private static final int LINES = Integer.getInteger("cohort.lines", 300);
    private static final int LINES_PER_ROUND = LINES / 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path folder;

    private Process application;
    private Browser advisor;

    @AfterEach
    void kill() throws InterruptedException {
        application.destroyForcibly().waitFor();
    }

    @Test
    void no_line_is_lost_and_none_is_started_twice() throws Exception {
        start();
        String cohort = advisor.upload("/api/cohorts", Promotion.of(LINES).text())
                .json()
                .get("id")
                .asText();
        for (int part = 1; part <= 2; part++) {
            awaitStarted(cohort, part * LINES / 3);
            kill();
            assertThat(count("select count(*) from cohort_line where outcome = 'ACCEPTED'"))
                    .as("lines that wait when it is killed")
                    .isBetween(1, LINES - 1);
            start();
        }
        awaitStarted(cohort, LINES);
        kill();

        assertThat(count("select count(*) from cohort_line where outcome = 'STARTED' and payload is null"))
                .as("lines done")
                .isEqualTo(LINES);
        assertThat(count("select count(distinct dossier) from cohort_line"))
                .as("dossiers of lines")
                .isEqualTo(LINES);
        assertThat(count("select count(*) from dossier")).as("dossiers").isEqualTo(LINES);
        assertThat(count("select count(distinct nir) from dossier"))
                .as("numbers")
                .isEqualTo(LINES);
        assertThat(count("select count(*) from act_ru_task where task_def_key_ = 'Task_ChoosePassword'"))
                .as("students at step 1 of 3")
                .isEqualTo(LINES);
        assertThat(count("select count(*) from act_hi_procinst where proc_def_key_ = 'account-creation'"))
                .as("processes of account creation")
                .isEqualTo(LINES);
        assertThat(count("select count(*) from message where purpose = 'PROVISIONAL_CODE'"))
                .as("codes")
                .isEqualTo(LINES);
    }

    private void awaitStarted(String cohort, int lines) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> advisor.get("/api/cohorts/" + cohort)
                                .json()
                                .get("started")
                                .asInt()
                        >= lines);
    }

    private void start() throws IOException {
        Path log = Files.createTempFile(folder, "application", ".log");
        application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        OnboardingApplication.class.getName(),
                        "--spring.profiles.active=demo",
                        "--spring.datasource.url=" + database(),
                        "--server.port=0",
                        "--onboarding.keys.folder=" + folder.resolve("keys"),
                        "--onboarding.demo.students=false",
                        "--onboarding.cohort.poll=PT0.1S",
                        "--onboarding.cohort.lines-per-round=" + LINES_PER_ROUND)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        String port = await().atMost(PATIENCE)
                .until(() -> port(log), found -> !found.isEmpty())
                .get(0);
        advisor = new Browser("http://127.0.0.1:" + port);
        assertThat(advisor.signInAsStaff("advisor", "advisor-demo").location()).doesNotContain("problem");
    }

    private List<String> port(Path log) throws IOException {
        assertThat(application.isAlive()).as(log + " tells why").isTrue();
        return PORT.matcher(Files.readString(log))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Without the tests' own beans, and without the coverage of the models, which only a test can begin. */
    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(part -> !part.contains("test-classes") && !part.contains("process-test-coverage"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String database() {
        return "jdbc:h2:file:" + folder.resolve("onboarding") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000";
    }

    private int count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database());
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
