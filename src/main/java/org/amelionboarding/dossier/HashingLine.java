package org.amelionboarding.dossier;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Lets few passwords be hashed at the same time, in the order of arrival: each takes 19 MiB and a processor, so that
 * many sign-ins at once would take all memory (A21). The line itself is short; who does not find a place is told at once.
 */
@Component
public class HashingLine {

    private final Semaphore places;
    private final Semaphore working;

    HashingLine(OnboardingSettings settings) {
        OnboardingSettings.Hashing hashing = settings.hashing();
        this.places = new Semaphore(hashing.atOnce() + hashing.waiting());
        this.working = new Semaphore(hashing.atOnce(), true);
    }

    /** @return an encoder that does the same, in line */
    public PasswordEncoder around(PasswordEncoder encoder) {
        return new PasswordEncoder() {

            @Override
            public String encode(CharSequence password) {
                return inLine(() -> encoder.encode(password));
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                return inLine(() -> encoder.matches(password, hash));
            }
        };
    }

    /** @throws TooBusy if the line is full */
    public <T> T inLine(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new TooBusy();
        }
        try {
            return whenItsTurnComes(work);
        } finally {
            places.release();
        }
    }

    /** How many would still find a place. */
    int free() {
        return places.availablePermits();
    }

    private <T> T whenItsTurnComes(Supplier<T> work) {
        working.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            working.release();
        }
    }
}
