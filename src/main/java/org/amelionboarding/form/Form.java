package org.amelionboarding.form;

import java.util.Map;
import org.amelionboarding.dossier.Dossier;

/**
 * A form that a person fills in.
 *
 * @param <I> record of what can be typed: one component per field, checked by Bean Validation whose messages are codes
 */
interface Form<I> {

    /** Definition key of the user task, or of the process that the form starts. */
    String key();

    Class<I> input();

    /**
     * Adds every broken rule that the record's own constraints do not cover.
     *
     * @param dossier null when the form opens it
     */
    default void check(I input, Dossier dossier, Problems problems) {}

    /** What the form shows at first, by field. Shown as text only, never as markup. Not asked of one that opens a dossier. */
    default Map<String, String> prefill(Dossier dossier) {
        return Map.of();
    }
}
