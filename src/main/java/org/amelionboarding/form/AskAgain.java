package org.amelionboarding.form;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.Nir;
import org.springframework.stereotype.Component;

/**
 * From when asking again makes sense, by what this browser has asked: the dossier's own waits would tell that there is
 * one (A12).
 */
@Component
class AskAgain {

    private static final String ASKED = Asked.class.getName();

    private record Asked(String who, int times, Instant again) implements Serializable {}

    private final CodeCoolDown coolDown;
    private final Cipher cipher;
    private final Clock clock;

    AskAgain(CodeCoolDown coolDown, Cipher cipher, Clock clock) {
        this.coolDown = coolDown;
        this.cipher = cipher;
        this.clock = clock;
    }

    Instant from(Nir nir, HttpSession session) {
        String who = cipher.digest(nir.body(), "asked");
        Asked before = (Asked) session.getAttribute(ASKED);
        if (before == null || !before.who.equals(who)) {
            before = new Asked(who, 0, Instant.EPOCH);
        }
        if (before.again.isAfter(clock.instant())) {
            return before.again;
        }
        Asked now = new Asked(who, before.times + 1, after(before.times + 1));
        session.setAttribute(ASKED, now);
        return now.again;
    }

    /** In whole minutes, as people are told it. The code may have been sent once already today. */
    private Instant after(int times) {
        Instant end = clock.instant().plus(coolDown.after(times + 1));
        Instant minute = end.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(end) ? end : minute.plus(1, ChronoUnit.MINUTES);
    }
}
