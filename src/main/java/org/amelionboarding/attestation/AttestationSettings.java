package org.amelionboarding.attestation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding.attestation}.
 *
 * @param mostPerDay attestations for one dossier within 24 hours
 */
@ConfigurationProperties("onboarding.attestation")
record AttestationSettings(@DefaultValue("10") int mostPerDay) {}
