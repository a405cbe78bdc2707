package org.amelionboarding.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * By what a browser is known again: a token for each student who has signed in with it. One cookie for all of them, and
 * only for the newest, so that it stays short on a computer that everybody uses.
 */
@Component
class DeviceCookie {

    static final String NAME = "device";

    private static final int MOST = 10;
    private static final String SEPARATOR = ".";
    private static final Pattern TOKEN = Pattern.compile("[\\w-]{43}");

    private final OnboardingSettings.SignIn settings;

    DeviceCookie(OnboardingSettings settings) {
        this.settings = settings.signIn();
    }

    List<String> tokens(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue).stream()
                .flatMap(value -> Stream.of(value.split(Pattern.quote(SEPARATOR))))
                .filter(TOKEN.asMatchPredicate())
                .limit(MOST)
                .toList();
    }

    /** Keeps these tokens, the newest first, for as long as the server knows them. */
    void keep(List<String> tokens, HttpServletRequest request, HttpServletResponse response) {
        String value = String.join(SEPARATOR, tokens.stream().limit(MOST).toList());
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path("/sign-in")
                .maxAge(settings.deviceMemory())
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
