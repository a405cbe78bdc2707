package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.context.ActiveProfiles;

/**
 * A12: whether a number is known must not be told by the time that a refusal takes. Counted is what takes it, which says
 * more than a watch on a busy machine: passwords hashed, and statements of each kind.
 */
@SpringBootTest
@ActiveProfiles("test")
class SameWorkTest {

    private static final String WRONG = "00000000";

    /** Argon2's memory (A20), in bytes: by what the thread has taken it is known how many passwords it has hashed. */
    private static final long HASH = 19L << 20;

    @Autowired
    private AuthenticationProvider studentSignIn;

    @Autowired
    private Students students;

    @Autowired
    private Mailbag mailbag;

    @Autowired
    private JdbcClient database;

    private int addresses;

    @BeforeEach
    void count_statements() {
        database.sql("set query_statistics true").update();
        database.sql("set query_statistics_max_entries 1000").update();
        // What happens only once.
        refuse(Students.freshNir());
    }

    @AfterEach
    void count_no_more() {
        database.sql("set query_statistics false").update();
    }

    @Test
    void a12_a_number_with_an_active_account_causes_the_same_work_as_an_unknown_one() {
        Map<String, Object> active = Students.codeRequest();
        String dossier = withPassword(active);
        students.acceptTerms(dossier);
        students.giveContactDetails(dossier);
        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThat(refuse(nir(active))).isEqualTo(refuse(Students.freshNir()));
    }

    @Test
    void a12_one_password_is_hashed_whatever_is_known_of_the_number() {
        Map<String, Object> withCode = Students.codeRequest();
        students.start(withCode);
        Map<String, Object> withPassword = Students.codeRequest();
        withPassword(withPassword);

        assertThat(List.of(refuse(Students.freshNir()), refuse(nir(withCode)), refuse(nir(withPassword))))
                .extracting(Work::hashes)
                .containsOnly(1L);
    }

    /** Next to 19 MiB of hashing four statements are noise. */
    @Test
    void a12_counting_the_try_of_a_code_costs_four_statements_at_the_most() {
        Map<String, Object> withCode = Students.codeRequest();
        students.start(withCode);

        assertThat(refuse(nir(withCode)).statements()
                        - refuse(Students.freshNir()).statements())
                .isBetween(0L, 4L);
    }

    private record Work(long hashes, long statements) {}

    private Work refuse(String nir) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(nir, WRONG);
        attempt.setDetails(new WebAuthenticationDetails("192.0.2." + ++addresses, null));
        long statements = statements();
        long taken = taken();
        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> studentSignIn.authenticate(attempt));
        return new Work((taken() - taken) / HASH, statements() - statements);
    }

    /** About sign-ins: the postman, and who counts the codes that were sent, work beside. */
    private long statements() {
        return database.sql("select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where regexp_like(sql_statement, 'dossier|one_time_secret|code_try|sign_in_failure', 'i')"
                        + " and not regexp_like(sql_statement, 'message|count\\(', 'i')")
                .query(Long.class)
                .single();
    }

    private static long taken() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private String withPassword(Map<String, Object> request) {
        String dossier = students.start(request).getBusinessKey();
        students.choosePassword(dossier);
        return dossier;
    }

    private static String nir(Map<String, Object> request) {
        return request.get("nir").toString();
    }
}
