package org.amelionboarding.form;

import java.util.Locale;
import org.amelionboarding.dossier.Dossier;

/** The form of a user task. */
interface TaskForm<I> extends Form<I> {

    /** Keeps what was typed; all rules hold. */
    void accept(I input, Dossier dossier);

    /** Name of the form's file and of its texts: this class in kebab case. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether the person may leave here for good, by {@code {cancel: true}}. */
    default boolean isCancellable() {
        return false;
    }
}
