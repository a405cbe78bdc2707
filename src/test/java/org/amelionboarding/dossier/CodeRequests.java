package org.amelionboarding.dossier;

import java.time.LocalDate;
import org.amelionboarding.Students;

/** What an advisor takes down for fictitious students, for tests that need a dossier and no process. */
public final class CodeRequests {

    public static final String MOBILE = "+33612345678";
    public static final String FAMILY_NAME = "Kowalska";

    private CodeRequests() {}

    /** Of another student at each call. */
    public static CodeRequest fresh() {
        return of(Nir.of(Students.freshNir()));
    }

    /** Of another student of a university's file at each call. */
    public static CodeRequest freshOfCohort() {
        return of(Nir.of(Students.freshNir()), RequestChannel.COHORT);
    }

    static CodeRequest of(Nir nir) {
        return of(nir, RequestChannel.AGENCY);
    }

    private static CodeRequest of(Nir nir, RequestChannel channel) {
        return new CodeRequest(
                nir,
                null,
                new Identity(FAMILY_NAME, "Zofia Maria", LocalDate.of(2003, 7, 14)),
                MobileNumber.of(MOBILE),
                "fr",
                channel,
                true,
                true);
    }
}
