package org.amelionboarding.step;

/** Why an advisor is called: the message that starts {@code advisor-help}, and the task that it brings. */
public enum HelpReason {
    SMS_UNDELIVERABLE("Task_HandOverCode"),
    MAIL_UNDELIVERABLE("Task_CorrectEmail"),
    STUDENT_LOCKED("Task_ReleaseLockedStudent"),
    ABANDONMENT_NEAR("Task_CallStudent");

    private final String task;

    HelpReason(String task) {
        this.task = task;
    }

    /** Definition key of the task. */
    public String task() {
        return task;
    }
}
