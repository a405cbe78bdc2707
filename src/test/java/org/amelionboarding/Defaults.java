package org.amelionboarding;

import java.util.Map;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.MessageSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings as they are when nobody sets anything, for tests without an application. */
public final class Defaults {

    private Defaults() {}

    public static OnboardingSettings settings() {
        return settings(Map.of());
    }

    /** @param changed values by full name, e.g. {@code onboarding.keys.folder} */
    public static OnboardingSettings settings(Map<String, ?> changed) {
        return binder(changed).bindOrCreate("onboarding", OnboardingSettings.class);
    }

    public static MessageSettings messageSettings() {
        return messageSettings(Map.of());
    }

    /** @param changed values by full name, e.g. {@code onboarding.message.delivery.poll} */
    public static MessageSettings messageSettings(Map<String, ?> changed) {
        return binder(changed).bindOrCreate("onboarding.message", MessageSettings.class);
    }

    private static Binder binder(Map<String, ?> changed) {
        return new Binder(new MapConfigurationPropertySource(changed));
    }
}
