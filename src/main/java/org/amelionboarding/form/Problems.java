package org.amelionboarding.form;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** All broken rules of one submission, in the order of the form's fields. */
public class Problems {

    /**
     * @param code as listed in the contract; texts under {@code problem.<field>.<code>} or {@code problem.<code>}
     * @param detail what the text's placeholder stands for, or null
     */
    public record Problem(String field, String code, String detail) {

        public Problem(String field, String code) {
            this(field, code, null);
        }

        private static final String SEPARATOR = ": ";

        /** Reads what {@link #toString} wrote. */
        public static Problem of(String text) {
            String[] parts = text.split(SEPARATOR, 2);
            return new Problem(parts[0], parts[1]);
        }

        @JsonValue
        @Override
        public String toString() {
            return field + SEPARATOR + code + (detail == null ? "" : " (" + detail + ")");
        }
    }

    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(String field, String code) {
        found.add(new Problem(field, code));
    }

    void add(String field, String code, String detail) {
        found.add(new Problem(field, code, detail));
    }

    void add(String field, Optional<? extends Enum<?>> code) {
        code.ifPresent(some -> add(field, some.name()));
    }

    void add(String field, Collection<? extends Enum<?>> codes) {
        codes.forEach(code -> add(field, code.name()));
    }

    public void addUnless(boolean rule, String field, String code) {
        if (!rule) {
            add(field, code);
        }
    }

    public Set<Problem> all() {
        return Collections.unmodifiableSet(found);
    }
}
