package org.amelionboarding.message;

/** The ways a message can reach a student. */
public enum Channel {
    SMS,
    EMAIL
}
