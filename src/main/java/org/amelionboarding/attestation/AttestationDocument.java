package org.amelionboarding.attestation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.amelionboarding.document.Pdf;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.stereotype.Component;

/**
 * The attestation on paper, in French, the language of those who ask for it. A specimen: only the Assurance Maladie
 * issues real ones.
 */
@Component
class AttestationDocument {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Pdf pdf;
    private final OnboardingSettings settings;

    AttestationDocument(Pdf pdf, OnboardingSettings settings) {
        this.pdf = pdf;
        this.settings = settings;
    }

    byte[] of(Attestation attestation) {
        var dossier = attestation.dossier();
        return pdf.of(
                "attestation-document",
                "fr",
                Map.of(
                        "familyName", dossier.identity().familyName(),
                        "givenNames", dossier.identity().givenNames(),
                        "birthDate", DATE.format(dossier.identity().birthDate()),
                        "nir", dossier.nir().withKey(),
                        "issuedOn", DATE.format(LocalDate.ofInstant(attestation.issuedAt(), settings.zone())),
                        "reference", attestation.reference(),
                        "verification", settings.baseUrl() + "/attestation/verify"));
    }
}
