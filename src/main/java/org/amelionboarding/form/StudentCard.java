package org.amelionboarding.form;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;

/** Who the student is, for an advisor who has them on the telephone or at the desk. Shown in the form, kept nowhere. */
final class StudentCard {

    /** As identity documents write it. */
    private static final DateTimeFormatter BIRTH_DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private StudentCard() {}

    static Map<String, String> of(Dossier dossier) {
        Map<String, String> card = new LinkedHashMap<>();
        card.put("dossier", dossier.number());
        card.put("familyName", dossier.identity().familyName());
        card.put("givenNames", dossier.identity().givenNames());
        card.put("birthDate", BIRTH_DATE.format(dossier.identity().birthDate()));
        card.put("maskedNir", dossier.maskedNumber());
        card.put("maskedMobile", dossier.mobile().masked());
        return card;
    }

    /** With the number to call. */
    static Map<String, String> withTelephone(Dossier dossier) {
        Map<String, String> card = of(dossier);
        card.remove("maskedMobile");
        card.put("telephone", dossier.mobile().e164());
        return card;
    }
}
