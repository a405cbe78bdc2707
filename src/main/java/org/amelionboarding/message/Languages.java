package org.amelionboarding.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The languages that the application speaks, French first. */
@Component
public class Languages {

    public static final List<String> ALL = List.of("fr", "en");

    /** Cookie that holds the language chosen on a page. */
    public static final String COOKIE = "language";

    /** Request parameter by which a language is chosen. */
    public static final String PARAMETER = "lang";

    private final Dossiers dossiers;
    private final LocaleResolver resolver;

    Languages(Dossiers dossiers, LocaleResolver resolver) {
        this.dossiers = dossiers;
        this.resolver = resolver;
    }

    /**
     * A student's dossier tells their language, everybody else's browser theirs.
     *
     * @param person null if nobody has signed in
     */
    public String of(Principal person) {
        return Optional.ofNullable(person)
                .flatMap(known -> dossiers.find(known.getName()))
                .map(Dossier::language)
                .orElseGet(this::current);
    }

    /** Language of the person at the browser: chosen on a page, else the browser's, else French. */
    public String current() {
        // The engine's web applications are servlets of their own: only the request is sure to be there.
        Locale locale = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? resolver.resolveLocale(attributes.getRequest())
                : LocaleContextHolder.getLocale();
        return ALL.contains(locale.getLanguage()) ? locale.getLanguage() : ALL.get(0);
    }

    /** Goes on in the language of the dossier, unless the person has chosen another one on a page. */
    public void prefer(String language, HttpServletRequest request, HttpServletResponse response) {
        boolean chosenNow = request.getParameter(PARAMETER) != null;
        if (!chosenNow && WebUtils.getCookie(request, COOKIE) == null) {
            resolver.setLocale(request, response, Locale.forLanguageTag(language));
        }
    }
}
