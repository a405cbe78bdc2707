package org.amelionboarding.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fictitious student as the advisor hears of them, unlike any other in this run.
 *
 * @param nir all 15 characters
 * @param mobile E.164
 */
public record Applicant(
        String nir, String familyName, String givenNames, String birthDate, String mobile, String email) {

    public static final String PASSWORD = "Soleil7soleil";

    private static final AtomicInteger LAST = new AtomicInteger();

    public static Applicant next() {
        int number = LAST.incrementAndGet();
        return new Applicant(
                withKey("2981199350%03d".formatted(number)),
                "Famille" + number,
                "Prénom" + number,
                "1998-11-05",
                "+3361234%04d".formatted(number),
                "etudiante%d@courriel.example".formatted(number));
    }

    public static String withKey(String body) {
        return body + "%02d".formatted(97 - Long.parseLong(body) % 97);
    }

    /** What the request form sends. */
    public Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("nir", nir);
        request.put("familyName", familyName);
        request.put("givenNames", givenNames);
        request.put("birthDate", birthDate);
        request.put("mobile", mobile);
        request.put("language", "fr");
        request.put("channel", "AGENCY");
        request.put("registrationFinalised", true);
        request.put("carteVitaleReceived", true);
        return request;
    }
}
