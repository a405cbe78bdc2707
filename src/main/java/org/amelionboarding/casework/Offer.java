package org.amelionboarding.casework;

import java.util.UUID;

/**
 * An action that the page speaks of.
 *
 * @param once goes along with the press of the button
 * @param moment see {@link Deed#moment}, as people read it; null if there is none
 * @param possible false: only after that moment
 */
record Offer(CaseAction action, String once, String moment, boolean possible) {

    static Offer of(CaseAction action, String moment, boolean possible) {
        return new Offer(action, UUID.randomUUID().toString(), moment, possible);
    }
}
