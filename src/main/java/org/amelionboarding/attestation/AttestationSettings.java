package org.amelionboarding.attestation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding.attestation}.
 *
 * @param mostPerDay attestations for one dossier within 24 hours
 * @param checksPerHour checks of attestations from one network address within an hour; wrong ones of one reference are
 *     slowed down by {@code onboarding.sign-in.*} as well
 */
@ConfigurationProperties("onboarding.attestation")
record AttestationSettings(
        @DefaultValue("10") int mostPerDay,
        @DefaultValue("60") int checksPerHour) {}
