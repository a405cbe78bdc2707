package org.amelionboarding.monitoring;

import java.util.Locale;

/**
 * One reason of a dossier.
 *
 * @param detail channel of what could not be delivered, or key of the advisors' task in the model; else null
 * @param task the engine's id of the advisors' task; else null
 */
record Cause(Reason reason, String detail, String task) {

    /** Name of the task's form, as in its texts: {@code Task_CallStudent} has {@code call-student}. */
    public String form() {
        return detail.replaceFirst("^Task_", "")
                .replaceAll("(?<=.)(?=\\p{Lu})", "-")
                .toLowerCase(Locale.ROOT);
    }
}
