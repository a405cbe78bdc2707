package org.amelionboarding.dossier;

/**
 * What an advisor takes down when a student asks for the provisional code.
 *
 * @param language language of the messages and pages for the student: {@code fr} or {@code en}
 */
public record CodeRequest(
        Nir nir,
        Identity identity,
        MobileNumber mobile,
        String language,
        RequestChannel channel,
        boolean registrationFinalised,
        boolean carteVitaleReceived) {}
