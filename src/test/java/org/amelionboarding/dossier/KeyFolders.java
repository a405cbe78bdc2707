package org.amelionboarding.dossier;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Folders of keys for tests that need no application. */
final class KeyFolders {

    private KeyFolders() {}

    /** The cipher of the keys in a folder, made there if missing. */
    static Cipher madeIn(Path folder) throws Exception {
        return new Keys(settings(folder, true)).cipher();
    }

    /** The cipher of the keys in a folder, all of which must be there. */
    static Cipher foundIn(Path folder) throws Exception {
        return new Keys(settings(folder, false)).cipher();
    }

    private static OnboardingSettings settings(Path folder, boolean create) {
        return new OnboardingSettings(
                URI.create("http://localhost"),
                ZoneOffset.UTC,
                new OnboardingSettings.Keys(folder, create),
                null,
                null,
                null,
                null,
                null);
    }
}
