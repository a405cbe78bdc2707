package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.amelionboarding.Defaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A21 */
class HashingLineTest {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 3;

    private final HashingLine line = new HashingLine(
            Defaults.settings(Map.of("onboarding.hashing.at-once", AT_ONCE, "onboarding.hashing.waiting", WAITING)));
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch free = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();

    @AfterEach
    void let_everybody_go() {
        free.countDown();
        people.shutdown();
    }

    @Test
    void a21_no_more_are_hashed_at_the_same_time_than_allowed() {
        fill(AT_ONCE + WAITING);

        await().until(() -> working.get() == AT_ONCE);
        assertThat(working).hasValue(AT_ONCE);
    }

    @Test
    void a21_who_finds_no_place_is_told_at_once() {
        fill(AT_ONCE + WAITING);
        await().until(() -> line.free() == 0);

        assertThatExceptionOfType(TooBusy.class).isThrownBy(() -> line.inLine(() -> "one too many"));
    }

    @Test
    void a21_of_those_who_found_a_place_none_is_lost() throws Exception {
        List<Future<String>> inLine = fill(AT_ONCE + WAITING);
        free.countDown();

        for (Future<String> hashed : inLine) {
            assertThat(hashed.get()).isEqualTo("hashed");
        }
    }

    @Test
    void a21_when_the_line_has_moved_on_there_are_places_again() throws Exception {
        List<Future<String>> inLine = fill(AT_ONCE + WAITING);
        free.countDown();
        for (Future<String> hashed : inLine) {
            hashed.get();
        }

        assertThat(line.inLine(() -> "again")).isEqualTo("again");
    }

    @Test
    void a_failure_leaves_no_place_taken() {
        IntStream.range(0, AT_ONCE + WAITING + 1)
                .forEach(n -> assertThatIllegalStateException()
                        .isThrownBy(() -> line.inLine(() -> {
                            throw new IllegalStateException();
                        })));
    }

    private List<Future<String>> fill(int places) {
        return IntStream.range(0, places)
                .mapToObj(n -> people.submit(() -> line.inLine(this::work)))
                .toList();
    }

    private String work() {
        working.incrementAndGet();
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "hashed";
    }
}
