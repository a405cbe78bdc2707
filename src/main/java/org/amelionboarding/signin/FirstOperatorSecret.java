package org.amelionboarding.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import org.amelionboarding.dossier.Draw;
import org.amelionboarding.dossier.OnboardingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who may become the first operator: whoever can read a file in the folder of the keys (A30). It is written when nobody
 * at all could sign in as staff, and its deletion is its use: of several at the same time one wins.
 */
@Component
class FirstOperatorSecret {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperatorSecret.class);

    private final Path file;
    private final Duration lifetime;
    private final StaffAccounts accounts;
    private final StaffProviders providers;
    private final Clock clock;

    FirstOperatorSecret(
            OnboardingSettings settings,
            StaffSettings staff,
            StaffAccounts accounts,
            StaffProviders providers,
            Clock clock) {
        this.file = settings.keys().folder().resolve("first-operator-secret");
        this.lifetime = staff.secretLifetime();
        this.accounts = accounts;
        this.providers = providers;
        this.clock = clock;
    }

    /** A folder that cannot be written keeps no student out. */
    @EventListener(ApplicationReadyEvent.class)
    void prepareAtStart() {
        try {
            prepare();
        } catch (IOException e) {
            LOG.error("Nobody can sign in as staff, and {} cannot be written", file, e);
        }
    }

    void prepare() throws IOException {
        if (!isNeeded()) {
            Files.deleteIfExists(file);
        } else if (!isLive()) {
            write();
            LOG.warn("Nobody can sign in as staff: open /staff/first-operator with the secret in {}", file);
        }
    }

    private boolean isNeeded() {
        return accounts.isEmpty() && providers.names().isEmpty();
    }

    void write() throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Draw.token());
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    /** Deletes one that is too old. */
    boolean isLive() {
        try {
            if (clock.instant()
                    .isBefore(Files.getLastModifiedTime(file).toInstant().plus(lifetime))) {
                return true;
            }
            Files.delete(file);
            return false;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In constant time (A7); nothing is not right even while the file is being written. */
    boolean isRight(String typed) {
        try {
            return !typed.isEmpty()
                    && isLive()
                    && MessageDigest.isEqual(Files.readAllBytes(file), typed.getBytes(UTF_8));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether nobody else was faster */
    boolean use(String typed) {
        try {
            return isRight(typed) && Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
