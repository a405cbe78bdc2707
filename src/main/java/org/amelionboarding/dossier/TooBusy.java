package org.amelionboarding.dossier;

/** More passwords are to be hashed than can wait. Nothing has been done; in a moment it will be possible. */
public class TooBusy extends RuntimeException {

    TooBusy() {
        super("Too many passwords to be hashed at the same time");
    }
}
