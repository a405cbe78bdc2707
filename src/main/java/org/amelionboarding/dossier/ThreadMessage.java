package org.amelionboarding.dossier;

import java.time.Instant;

/** What one of the two has written. */
public record ThreadMessage(Author author, String text, Instant writtenAt) {

    public enum Author {
        STUDENT,
        ADVISOR
    }

    @Override
    public String toString() {
        return "ThreadMessage[" + author + "]";
    }
}
