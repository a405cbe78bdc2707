package org.amelionboarding.signin;

import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The CSRF token that the application's own JSON endpoints ask for. */
@RestController
class CsrfApi {

    @GetMapping("/api/csrf")
    Map<String, String> token(CsrfToken token) {
        return Map.of("headerName", token.getHeaderName(), "token", token.getToken());
    }
}
