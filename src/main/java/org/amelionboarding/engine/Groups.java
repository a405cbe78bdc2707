package org.amelionboarding.engine;

/** The engine's groups. */
public final class Groups {

    public static final String STUDENTS = "students";
    public static final String ADVISORS = "advisors";
    public static final String OPERATORS = "operators";
    public static final String AUDITORS = "auditors";

    private Groups() {}
}
