package org.amelionboarding.dossier;

import java.util.Locale;

/**
 * An e-mail address, normalised: trimmed, its domain in lower-case ASCII (IDNA), its local part as typed. Whether it is
 * personal rather than a university's is for {@link EmailRules} to say.
 *
 * @param address the address as typed or stored; {@link IllegalArgumentException}, without the value, if malformed
 */
public record PersonalEmail(String address) {

    public PersonalEmail {
        address = EmailSyntax.normalised(address)
                .orElseThrow(() -> new IllegalArgumentException("Malformed e-mail address"));
    }

    /** @throws IllegalArgumentException if it is malformed or too long */
    public static PersonalEmail of(String typed) {
        return new PersonalEmail(typed);
    }

    /** The same for all spellings that reach one mailbox at nearly every provider: in lower case. */
    PersonalEmail canonical() {
        return new PersonalEmail(address.toLowerCase(Locale.ROOT));
    }

    public boolean isSameMailboxAs(PersonalEmail other) {
        return canonical().equals(other.canonical());
    }

    /** The part before the at sign. */
    public String localPart() {
        return EmailSyntax.localPart(address);
    }

    /** What may be shown: {@code a•••@gmail.com}. */
    public String masked() {
        return address.charAt(0) + "•••" + address.substring(localPart().length());
    }

    @Override
    public String toString() {
        return masked();
    }
}
