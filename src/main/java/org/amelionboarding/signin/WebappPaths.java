package org.amelionboarding.signin;

import static org.amelionboarding.signin.Paths.path;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The addresses of Camunda's web applications that are open, as recorded from a browser: access to Tasklist alone would
 * open the engine's whole REST interface to every student.
 */
final class WebappPaths {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    /**
     * Closed to everybody: Camunda's own sign-in, administration and first-user set-up (CVE-2026-77226: anybody becomes
     * administrator while the group camunda-admin is empty).
     */
    static final RequestMatcher[] CLOSED = {
        path("/camunda/api/admin/setup/**"),
        path("/camunda/api/admin/auth/user/{engine}/login/**"),
        path("/camunda/app/admin/**"),
        path("/camunda/app/welcome/**"),
        // The engine's own drawing of a form puts prefilled names into markup as they stand.
        path(ENGINE + "/task/{id}/rendered-form"),
    };

    /** Scripts, styles and pictures, the same for everybody and without data. */
    static final RequestMatcher[] STATIC = all(
            GET,
            "/camunda/lib/**",
            "/camunda/assets/**",
            "/camunda/favicon.ico",
            "/camunda/app/{app}/scripts/**",
            "/camunda/app/{app}/styles/**",
            "/camunda/app/{app}/locales/**",
            "/camunda/app/{app}/{file:[a-z-]+\\.(?:js|css)}",
            "/camunda/app/{app}/fonts/**");

    /** Tasklist itself, and its list of tasks. */
    static final RequestMatcher[] TASKLIST = concat(
            all(
                    GET,
                    "/camunda/app/tasklist",
                    "/camunda/app/tasklist/",
                    "/camunda/app/tasklist/default/",
                    "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/{file}"),
            all(POST, ENGINE + "/filter/{id}/list"));

    /** What both web applications ask for, and Tasklist of a person's own tasks. */
    static final RequestMatcher[] READING = concat(
            all(
                    GET,
                    "/camunda/api/admin/auth/user/default",
                    "/camunda/api/engine/engine/",
                    ENGINE + "/filter",
                    ENGINE + "/filter/count",
                    ENGINE + "/user/{id}/profile",
                    ENGINE + "/task",
                    ENGINE + "/task/{id}",
                    ENGINE + "/task/{id}/form",
                    ENGINE + "/task/{id}/form-variables",
                    ENGINE + "/task/{id}/deployed-form",
                    ENGINE + "/process-definition",
                    ENGINE + "/process-definition/count",
                    ENGINE + "/process-definition/{id}/startForm",
                    ENGINE + "/process-definition/{id}/form-variables",
                    ENGINE + "/process-definition/{id}/deployed-start-form"),
            all(OPTIONS, ENGINE + "/filter"));

    /** Finishing a task, and starting. */
    static final RequestMatcher[] FORMS =
            all(POST, ENGINE + "/task/{id}/submit-form", ENGINE + "/process-definition/{id}/submit-form");

    /** What an advisor does with tasks and requests beside. */
    static final RequestMatcher[] CASEWORK = all(
            POST,
            ENGINE + "/process-definition/key/{key}/submit-form",
            ENGINE + "/task/{id}/claim",
            ENGINE + "/task/{id}/unclaim");

    /** Trying a failed job again. */
    static final RequestMatcher[] RETRY = all(PUT, ENGINE + "/job/{id}/retries");

    /** Cockpit, and reading, where the engine's authorizations decide; a question too long for an address is posted. */
    static final RequestMatcher[] COCKPIT_READING = concat(
            all(
                    GET,
                    ENGINE + "/**",
                    COCKPIT + "/**",
                    "/camunda/api/cockpit/plugin/{plugin}/static/app/{file}",
                    "/camunda/app/cockpit",
                    "/camunda/app/cockpit/",
                    "/camunda/app/cockpit/default/"),
            all(
                    POST,
                    ENGINE + "/{resource:process-instance|job|task|variable-instance}",
                    ENGINE + "/{resource:process-instance|job|task|variable-instance|external-task}/count",
                    ENGINE + "/filter/{id}/count",
                    ENGINE + "/history/{resource}",
                    ENGINE + "/history/{resource}/count",
                    COCKPIT + "/**"),
            all(OPTIONS, ENGINE + "/**"));

    private WebappPaths() {}

    private static RequestMatcher[] all(HttpMethod method, String... patterns) {
        return Arrays.stream(patterns).map(pattern -> path(method, pattern)).toArray(RequestMatcher[]::new);
    }

    private static RequestMatcher[] concat(RequestMatcher[]... parts) {
        return Stream.of(parts).flatMap(Arrays::stream).toArray(RequestMatcher[]::new);
    }
}
