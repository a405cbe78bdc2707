package org.amelionboarding.desk;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** What the student takes home from the desk, in their language: the code, and no word of whose it is. */
@Component
class CodeSlip {

    record Words(String language, String title, String code, String until, String where, String secret) {

        @Override
        public String toString() {
            return "CodeSlip[…]";
        }
    }

    private final OneTimeSecrets secrets;
    private final Texts texts;
    private final OnboardingSettings settings;

    CodeSlip(OneTimeSecrets secrets, Texts texts, OnboardingSettings settings) {
        this.secrets = secrets;
        this.texts = texts;
        this.settings = settings;
    }

    /** @param code the provisional code that the dossier has just been given */
    Words of(Dossier dossier, String code) {
        String language = dossier.language();
        var issued =
                secrets.live(dossier.number(), SecretPurpose.PROVISIONAL_CODE).orElseThrow();
        return new Words(
                language,
                texts.text(language, "page.code-slip.title"),
                code.replaceFirst("(....)", "$1 "),
                texts.text(language, "page.code-slip.until", texts.moment(issued.expiresAt(), language)),
                texts.text(language, "page.code-slip.where", settings.baseUrl() + "/sign-in"),
                texts.text(language, "page.code-slip.secret"));
    }
}
