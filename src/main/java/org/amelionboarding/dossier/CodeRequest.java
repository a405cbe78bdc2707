package org.amelionboarding.dossier;

/**
 * What an advisor takes down when a student asks for the provisional code.
 *
 * @param nir null while the student has a provisional number only
 * @param provisionalNumber null if the number is permanent
 * @param language language of the messages and pages for the student: {@code fr} or {@code en}
 */
public record CodeRequest(
        Nir nir,
        ProvisionalNumber provisionalNumber,
        Identity identity,
        MobileNumber mobile,
        String language,
        RequestChannel channel,
        boolean registrationFinalised,
        boolean carteVitaleReceived) {}
