package org.amelionboarding.content;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding.content}.
 *
 * @param folder folder whose files replace those of the same name that ship with the application
 * @param staleAfter time after which a reader is told to verify a fact before relying on it
 */
@ConfigurationProperties("onboarding.content")
record ContentSettings(
        @DefaultValue("content") Path folder,
        @DefaultValue("P180D") Duration staleAfter) {}
