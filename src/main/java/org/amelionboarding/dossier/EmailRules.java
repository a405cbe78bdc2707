package org.amelionboarding.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which e-mail addresses an account takes. The guide asks for a personal one, "pas universitaire", because a university
 * closes its mailboxes after the studies and every sign-in needs a code sent by e-mail.
 */
public class EmailRules {

    private final List<Pattern> universityDomains;

    /**
     * @param universityDomains patterns of domains, each covering its sub-domains too; {@code *} stands for any
     *     characters within a label, or for one or more labels where it is a label of its own: {@code univ-*.fr},
     *     {@code *.edu}, {@code etu.*}, {@code *.ac.*}
     */
    public EmailRules(List<String> universityDomains) {
        this.universityDomains =
                universityDomains.stream().map(EmailRules::compiled).toList();
    }

    public Optional<EmailProblem> check(String typed) {
        String address = EmailSyntax.trimmed(typed);
        if (address.isEmpty()) {
            return Optional.of(EmailProblem.EMPTY);
        }
        if (address.length() > EmailSyntax.LONGEST
                || EmailSyntax.localPart(address).length() > EmailSyntax.LONGEST_LOCAL_PART) {
            return Optional.of(EmailProblem.TOO_LONG);
        }
        Optional<String> normal = EmailSyntax.normalised(address);
        if (normal.isEmpty()) {
            return Optional.of(EmailProblem.MALFORMED);
        }
        return normal.filter(this::isUniversity).map(university -> EmailProblem.UNIVERSITY);
    }

    private boolean isUniversity(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return universityDomains.stream()
                .anyMatch(pattern -> pattern.matcher(domain).matches());
    }

    private static Pattern compiled(String pattern) {
        String labels = Arrays.stream(pattern.toLowerCase(Locale.ROOT).split("\\."))
                .map(label -> label.equals("*") ? ".+" : label.replace("*", "[^.]*"))
                .collect(Collectors.joining("\\."));
        return Pattern.compile("(?:.+\\.)?" + labels);
    }
}
