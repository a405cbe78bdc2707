package org.amelionboarding.engine;

import java.security.Principal;
import org.amelionboarding.message.Languages;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tasklist's and Cockpit's settings, made for the signed-in person: the language of the dossier, and our script.
 *
 * <p>The webapps take the browser's first language if it is among theirs and a missing label falls back to the fallback
 * language or its raw key; so the browser's answer is replaced, and English is the fallback.
 */
@RestController
class WebappSettings {

    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    /** The same as on our own pages; the path begins at the web application. */
    private static final String SESSION = "'../../../assets/session.js'";

    private final Languages languages;

    WebappSettings(Languages languages) {
        this.languages = languages;
    }

    @GetMapping(path = "/camunda/app/tasklist/scripts/config.js", produces = JAVASCRIPT)
    String tasklist(Principal person) {
        return settings(person, "'scripts/onboarding.js', " + SESSION);
    }

    @GetMapping(path = "/camunda/app/cockpit/scripts/config.js", produces = JAVASCRIPT)
    String cockpit(Principal person) {
        return settings(person, SESSION);
    }

    private String settings(Principal person, String scripts) {
        return """
                Object.defineProperty(navigator, 'languages', { get: () => ['%s'] });
                window.onboardingRole = '%s';
                export default {
                  app: { name: 'ameli-onboarding', vendor: ' ' },
                  locales: { availableLocales: ['fr', 'en'], fallbackLocale: 'en' },
                  disableWelcomeMessage: true,
                  customScripts: [%s],
                };
                """.formatted(languages.of(person), isStudent(person) ? "student" : "staff", scripts);
    }

    private static boolean isStudent(Principal person) {
        return person instanceof Authentication signedIn
                && SignedInPerson.groups(signedIn).contains(Groups.STUDENTS);
    }
}
