package org.amelionboarding.signin;

/** Spring Security's roles, one per group of the engine. */
public final class Roles {

    public static final String STUDENT = "STUDENT";
    public static final String ADVISOR = "ADVISOR";
    public static final String OPERATOR = "OPERATOR";
    public static final String AUDITOR = "AUDITOR";

    private Roles() {}
}
