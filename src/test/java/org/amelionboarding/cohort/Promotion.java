package org.amelionboarding.cohort;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amelionboarding.Students;

/** A file of fictitious students, each unlike any other in this run. */
public final class Promotion {

    private static final String HEADER =
            "nir,familyName,givenNames,birthDate,mobile,language,registrationFinalised,carteVitaleReceived\n";

    private final List<Map<String, Object>> students = new ArrayList<>();

    /** Everybody is right. */
    public static Promotion of(int students) {
        Promotion promotion = new Promotion();
        for (int i = 0; i < students; i++) {
            promotion.students.add(Students.codeRequest());
        }
        return promotion;
    }

    /** Changes a cell of a student. */
    public Promotion with(int student, String column, Object cell) {
        students.get(student).put(column, cell);
        return this;
    }

    public String nir(int student) {
        return students.get(student).get("nir").toString();
    }

    /** What an advisor would type for that student. */
    public Map<String, Object> request(int student) {
        return students.get(student);
    }

    public String text() {
        return HEADER
                + students.stream()
                        .map(student -> Arrays.stream(HEADER.strip().split(","))
                                .map(column -> student.get(column).toString())
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));
    }

    public byte[] file() {
        return text().getBytes(UTF_8);
    }
}
