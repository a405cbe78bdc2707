package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import org.amelionboarding.Defaults;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    /** 150 bytes in UTF-8: bcrypt would look at the first 24 characters only. */
    private static final String LONGEST = "€".repeat(50);

    /** Argon2's memory, 19 MiB (A20), in bytes. */
    private static final long MEMORY = 19L << 20;

    private final Passwords passwords =
            new Passwords(new PasswordPolicy(Clock.systemUTC()), new HashingLine(Defaults.settings()));

    @Test
    void a20_the_longest_password_fifty_times_the_euro_sign_matches_its_hash() {
        assertThat(passwords.matches(LONGEST, passwords.hash(LONGEST))).isTrue();
    }

    @Test
    void a20_with_another_last_character_it_is_refused() {
        assertThat(passwords.matches("€".repeat(49) + "$", passwords.hash(LONGEST)))
                .isFalse();
    }

    @Test
    void a_password_is_taken_as_received() {
        assertThat(passwords.matches("Tilleul,84-rives ", passwords.hash("Tilleul,84-rives")))
                .isFalse();
    }

    @Test
    void a20_a_hash_says_that_it_was_made_by_argon2id() {
        assertThat(passwords.hash(LONGEST)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void the_same_password_never_has_the_same_hash() {
        assertThat(passwords.hash(LONGEST)).isNotEqualTo(passwords.hash(LONGEST));
    }

    @Test
    void where_there_is_no_password_none_matches() {
        assertThat(passwords.matches(LONGEST, null)).isFalse();
    }

    @Test
    void not_even_the_one_that_stands_in_matches_where_there_is_none() {
        assertThat(passwords.matches("nobody's password", null)).isFalse();
    }

    @Test
    void a12_where_there_is_no_password_the_work_is_done_all_the_same() {
        long before = allocated();

        passwords.matches(LONGEST, null);

        assertThat(allocated() - before).isGreaterThan(MEMORY);
    }

    /** Bytes ever allocated by this thread: tells the work done without a watch. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
