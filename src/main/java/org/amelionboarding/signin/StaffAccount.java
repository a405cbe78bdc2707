package org.amelionboarding.signin;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A local account of staff.
 *
 * @param name shown in the engine's history and in logs
 * @param passwordHash null until a password is chosen
 * @param secretDigest of the one-time secret that lets a password be chosen; null once it is used
 * @param blockedAt null while it is open
 */
record StaffAccount(
        @Id String name,
        StaffRole role,
        String passwordHash,
        String secretDigest,
        Instant secretExpiresAt,
        Instant createdAt,
        Instant blockedAt) {

    enum State {
        OPEN,
        AWAITED,
        BLOCKED
    }

    /** What the page of accounts says of it. */
    public State state() {
        if (blockedAt != null) {
            return State.BLOCKED;
        }
        return passwordHash == null ? State.AWAITED : State.OPEN;
    }

    UserDetails user() {
        return User.withUsername(name).password(passwordHash).roles(role.name()).build();
    }

    @Override
    public String toString() {
        return role + " " + name;
    }
}
