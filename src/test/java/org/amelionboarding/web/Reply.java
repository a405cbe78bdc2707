package org.amelionboarding.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the application answered. */
public record Reply(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /** @return null if there is none */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** Path and query that a redirect leads to; null if it is none. */
    public String location() {
        return headers.firstValue("Location")
                .map(URI::create)
                .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .orElse(null);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON, status " + status + ": " + body, e);
        }
    }

    @Override
    public String toString() {
        return status + " " + (location() == null ? "" : location() + " ") + body;
    }
}
