package org.amelionboarding.dossier;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One plain, deliverable address: Jakarta Mail's strict syntax, narrowed to what every mail server takes. */
final class EmailSyntax {

    static final int LONGEST = 254;
    static final int LONGEST_LOCAL_PART = 64;

    /** White space and invisible marks around a pasted address; each run of them is looked at once. */
    private static final Pattern EDGES = Pattern.compile("(?U)^[\\s\\p{Cf}]++|(?<![\\s\\p{Cf}])[\\s\\p{Cf}]++$");
    /** Servers need SMTPUTF8 for anything else; control characters would smuggle headers in. */
    private static final Pattern LOCAL_PART = Pattern.compile("[!-~]{1," + LONGEST_LOCAL_PART + "}");
    /** Rules out addresses within one's own network and numeric hosts. */
    private static final Pattern PUBLIC_DOMAIN = Pattern.compile(".+\\.(?:[a-z]{2,}|xn--[a-z0-9-]+)");

    private EmailSyntax() {}

    static String trimmed(String typed) {
        return typed == null ? "" : EDGES.matcher(typed).replaceAll("");
    }

    /** Trimmed, the domain in lower-case ASCII (IDNA), the local part as typed; empty if malformed or too long. */
    static Optional<String> normalised(String typed) {
        String address = trimmed(typed);
        String localPart = localPart(address);
        if (!LOCAL_PART.matcher(localPart).matches()) {
            return Optional.empty();
        }
        return asciiDomain(address.substring(localPart.length() + 1))
                .map(domain -> localPart + "@" + domain)
                .filter(normal -> normal.length() <= LONGEST && isOneAddress(normal));
    }

    /** Everything before the last at sign, empty without one. */
    static String localPart(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf('@')));
    }

    private static Optional<String> asciiDomain(String typed) {
        try {
            String domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return PUBLIC_DOMAIN.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOneAddress(String address) {
        try {
            return new InternetAddress(address, true).getAddress().equals(address);
        } catch (AddressException e) {
            return false;
        }
    }
}
