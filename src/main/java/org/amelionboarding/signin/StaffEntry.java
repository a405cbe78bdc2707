package org.amelionboarding.signin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What somebody types who chooses the password of a staff account. No field is null. */
record StaffEntry(String name, String secret, String newPassword, String confirmPassword) {

    /** In characters; more than of students, because no second step follows. */
    static final int SHORTEST_PASSWORD = 12;

    /** Room for any passphrase; what is hashed is bounded. */
    static final int LONGEST_PASSWORD = 200;

    StaffEntry {
        name = trimmed(name).toLowerCase(Locale.ROOT);
        secret = trimmed(secret);
        newPassword = newPassword == null ? "" : newPassword;
        confirmPassword = confirmPassword == null ? "" : confirmPassword;
    }

    /** A password as typed (A24): neither trimmed nor shown again. */
    private static String trimmed(String typed) {
        return typed == null ? "" : typed.trim();
    }

    /** Broken rules of the password, by field. */
    Map<String, String> passwordProblems() {
        Map<String, String> problems = new LinkedHashMap<>();
        int length = newPassword.codePointCount(0, newPassword.length());
        if (length < SHORTEST_PASSWORD) {
            problems.put("newPassword", "TOO_SHORT");
        } else if (length > LONGEST_PASSWORD) {
            problems.put("newPassword", "TOO_LONG");
        }
        if (!newPassword.equals(confirmPassword)) {
            problems.put("confirmPassword", "DIFFERENT");
        }
        return problems;
    }

    @Override
    public String toString() {
        return name;
    }
}
