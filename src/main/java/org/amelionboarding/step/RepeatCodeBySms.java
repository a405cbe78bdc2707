package org.amelionboarding.step;

import org.amelionboarding.dossier.OneTimeSecrets;
import org.springframework.stereotype.Component;

/** Sends the provisional code once more: the same while it is good, else a new one. */
@Component
class RepeatCodeBySms extends SendCodeBySms {

    RepeatCodeBySms(OneTimeSecrets secrets, CodeMessage message) {
        super(secrets, message);
    }
}
