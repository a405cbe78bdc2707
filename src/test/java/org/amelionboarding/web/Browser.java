package org.amelionboarding.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser: it keeps its own cookies and follows no redirect by itself. */
public class Browser {

    /** Path of the engine's REST interface for the web applications. */
    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String BOUNDARY = "bd9d63c1f2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    /** @param address of the application, without a slash at its end */
    public Browser(String address) {
        this.address = address;
    }

    /** @param headers names and values by turns */
    public Reply send(String method, String path, String contentType, String body, String... headers) {
        return sendBody(
                method,
                path,
                contentType,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                headers);
    }

    private Reply sendBody(String method, String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Reply.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, null, headers);
    }

    /** Posts fields as a page's form does, without any protection against forgery. */
    public Reply post(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body, headers);
    }

    /** Posts a file in the field {@code file} as a page's form does, with the token against forgery in a header. */
    public Reply upload(String path, byte[] file) {
        JsonNode csrf = get("/api/csrf").json();
        return upload(
                path, file, csrf.get("headerName").asText(), csrf.get("token").asText());
    }

    public Reply upload(String path, String text) {
        return upload(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #upload(String, byte[])}, with these headers only. */
    public Reply upload(String path, byte[] file, String... headers) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        BodyPublisher body = BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.US_ASCII),
                file,
                ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII)));
        return sendBody("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body, headers);
    }

    /** Opens a page, fills in its form and sends it. */
    public Reply fillIn(String page, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf(page));
        return post(page.replaceFirst("\\?.*", ""), all, headers);
    }

    /** The token of the form on a page. */
    public String csrf(String page) {
        Reply reply = get(page);
        Matcher field = CSRF_FIELD.matcher(reply.body());
        if (!field.find()) {
            throw new AssertionError("No form on " + page + ": " + reply);
        }
        return field.group(1);
    }

    public Reply signInAsStudent(String nir, String secret) {
        return fillIn("/sign-in", Map.of("nir", nir, "secret", secret));
    }

    public Reply signInAsStaff(String username, String password) {
        return fillIn("/staff/sign-in", Map.of("username", username, "password", password));
    }

    /** Opens Tasklist, which hands out the token that its REST interface asks for. */
    public Browser openTasklist() {
        Reply page = get("/camunda/app/tasklist/default/");
        if (page.status() != 200) {
            throw new AssertionError("Not signed in: " + page);
        }
        return this;
    }

    /** Calls the engine's REST interface as the web applications do. */
    public Reply engine(String method, String path, Object body) {
        return rest(method, ENGINE + path, body);
    }

    /** Calls any address under {@code /camunda/api} as the web applications do. */
    public Reply rest(String method, String path, Object body) {
        String token = cookie("XSRF-TOKEN");
        return send(
                method,
                path,
                body == null ? null : "application/json",
                body == null ? null : json(body),
                "Accept",
                "application/json",
                "X-XSRF-TOKEN",
                token == null ? "none" : token);
    }

    /** Sends a form in Tasklist, of a task or of a start event. */
    public Reply submitForm(String path, Map<String, ?> values) {
        return engine("POST", path + "/submit-form", Map.of("variables", typed(values)));
    }

    private static Map<String, Object> typed(Map<String, ?> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
    }

    /** The only task in the list. */
    public JsonNode task() {
        JsonNode tasks = engine("GET", "/task", null).json();
        if (tasks.size() != 1) {
            throw new AssertionError("Not one task: " + tasks);
        }
        return tasks.get(0);
    }

    /** Fills in the form of the only task. */
    public Reply doTask(Map<String, ?> values) {
        return submitForm("/task/" + task().get("id").asText(), values);
    }

    /** @return null if there is none */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String json(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
