package org.amelionboarding.dossier;

import java.nio.file.Path;
import java.util.Map;
import org.amelionboarding.Defaults;

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
        return Defaults.settings(Map.of("onboarding.keys.folder", folder.toString(), "onboarding.keys.create", create));
    }
}
