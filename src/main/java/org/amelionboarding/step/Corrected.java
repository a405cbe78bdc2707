package org.amelionboarding.step;

import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.springframework.stereotype.Component;

/**
 * What an advisor has corrected ({@code ${corrected…}}). A correction makes worthless what went to the wrong number or
 * address; so whatever has nothing live any more was corrected and waits for something new.
 */
@Component("corrected")
public class Corrected {

    private final OneTimeSecrets secrets;

    Corrected(OneTimeSecrets secrets) {
        this.secrets = secrets;
    }

    public boolean mobile(String dossier) {
        return secrets.live(dossier, SecretPurpose.PROVISIONAL_CODE).isEmpty();
    }

    public boolean email(String dossier) {
        return secrets.live(dossier, SecretPurpose.EMAIL_LINK).isEmpty();
    }
}
