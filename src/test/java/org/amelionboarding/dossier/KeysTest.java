package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class KeysTest {

    @TempDir
    private Path folder;

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class, Keys.class);

    @Test
    void without_its_key_files_the_application_does_not_start() {
        application
                .withPropertyValues("onboarding.keys.folder=" + folder)
                .run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aead.json", "lookup.json", "mac.json"})
    void a_missing_key_file_is_named(String name) throws Exception {
        KeyFolders.madeIn(folder);
        Files.delete(folder.resolve(name));

        assertThat(catchThrowable(() -> KeyFolders.foundIn(folder)))
                .hasMessage("Key file missing: " + folder.resolve(name) + " (see onboarding.keys in the README)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aead.json", "lookup.json", "mac.json"})
    void a_damaged_key_file_is_named(String name) throws Exception {
        KeyFolders.madeIn(folder);
        Files.writeString(folder.resolve(name), "");

        assertThat(catchThrowable(() -> KeyFolders.foundIn(folder)))
                .hasMessage("Key file cannot be used: " + folder.resolve(name));
    }

    @Test
    void a_key_file_in_the_place_of_another_is_named() throws Exception {
        KeyFolders.madeIn(folder);
        Files.copy(folder.resolve("mac.json"), folder.resolve("aead.json"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(catchThrowable(() -> KeyFolders.foundIn(folder)))
                .hasMessage("Key file cannot be used: " + folder.resolve("aead.json"));
    }

    @Test
    void a_damaged_key_file_is_not_quoted() throws Exception {
        KeyFolders.madeIn(folder);
        String keyset = Files.readString(folder.resolve("aead.json"));
        Files.writeString(folder.resolve("aead.json"), keyset.substring(0, keyset.length() - 20));

        assertThat(Throwables.getStackTrace(catchThrowable(() -> KeyFolders.foundIn(folder))))
                .doesNotContain(keyset.substring(keyset.length() / 2, keyset.length() / 2 + 10));
    }

    @Test
    void keys_are_made_where_the_settings_ask_for_it() {
        application
                .withPropertyValues("onboarding.keys.create=true", "onboarding.keys.folder=" + folder)
                .run(context -> assertThat(folder).isDirectoryContaining("glob:**/aead.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aead.json", "lookup.json", "mac.json"})
    void only_their_owner_reads_keys_that_were_made(String name) throws Exception {
        KeyFolders.madeIn(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                .isEqualTo("rw-------");
    }

    @Test
    void keys_that_were_made_are_found_again() throws Exception {
        byte[] sealed = KeyFolders.madeIn(folder).seal("a text", "a context");

        assertThat(KeyFolders.foundIn(folder).open(sealed, "a context")).isEqualTo("a text");
    }

    @Configuration
    @EnableConfigurationProperties(OnboardingSettings.class)
    static class Settings {}
}
