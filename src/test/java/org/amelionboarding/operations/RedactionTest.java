package org.amelionboarding.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** The net under the log (A25, A26), thrown hostile text. */
class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "298119935012320",
                "2981199350123",
                "2 98 11 99 350 123 20",
                "2.98.11.99.350.123.20",
                "2-98-11-99-350-123-20",
                "2\u00a098\u00a011\u00a099\u00a0350\u00a0123\u00a020",
                "2\u202f98\u202f11\u202f99\u202f350\u202f123\u202f20",
                "185052A01234567",
                "1 85 05 2b 012 345 67",
                "7981199350123",
                "0612345678",
                "06 12 34 56 78",
                "06.12.34.56.78",
                "+33612345678",
                "+33 6 12 34 56 78",
                "+33 (0)6 12 34 56 78",
                "0033612345678",
                "+4915112345678",
                "612345678",
                "anna.kowalska@gmail.com",
                "anna+ameli@courriel.univ-lyon1.example",
                "o'brien_é@mailbox.example",
                "anna%40gmail.com"
            })
    void what_looks_personal_is_taken_out(String personal) {
        assertThat(Redaction.of("failed for <" + personal + ">, again")).isEqualTo("failed for <[removed]>, again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "nir=%s&x", "(%s)", "key:\"%s\",", "to=%s;", "[%s]", "at %s.", "'%s'"})
    void whatever_stands_around_it(String line) {
        assertThat(Redaction.of(line.formatted("298119935012320"))).isEqualTo(line.formatted("[removed]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25T10:33:36.712Z  INFO 14678 --- [main] Started in 33.949 seconds",
                "\"@timestamp\":\"2026-11-25T10:33:36.712345678Z\"",
                "account-creation:1:0f8b6c1d-ca3e-11f0-9a3e-123456789012",
                "dossier 7K3M-9QXF, 1234-5678",
                "HikariProxyConnection@12345678 wrapping conn0: url=jdbc:h2:mem",
                "Free disk space 84397326 bytes of 270553 MB, port 8080, 127.0.0.1:54321",
                "ENGINE-16004 status 0x0000000B, SMTP_550, Tomcat/10.1.61",
                "PT30S, P2D, 12:30:45, 3/4, 50 %, #298"
            })
    void what_helps_an_operator_stays(String line) {
        assertThat(Redaction.of(line)).isEqualTo(line);
    }

    @Test
    void a_line_of_json_stays_json_and_loses_what_is_personal_from_message_and_exception() throws IOException {
        JsonNode line = ecs("to anna@gmail.com \"06 12 34 56 78\"", new IllegalStateException("NIR 298119935012320"));

        assertThat(line.get("message").asText()).isEqualTo("to [removed] \"[removed]\"");
        assertThat(line.get("error").get("message").asText()).isEqualTo("NIR [removed]");
        assertThat(line.toString()).doesNotContain("298119935012320", "anna", "06 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n%s",
                "\t%s",
                "\r\n%s",
                "\u001b%s",
                "\u0085%s",
                "\"%s\"",
                "%s\n",
                "%s\t2",
                "C:\\%s",
                "/%s",
                "\\\n%s"
            })
    void an_escaped_sign_beside_it_hides_nothing_and_stays(String text) throws IOException {
        for (String personal : List.of("298119935012320", "+33612345678", "0612345678", "anna@gmail.com")) {
            assertThat(ecs(text.formatted(personal), null).get("message").asText())
                    .isEqualTo(text.formatted("[removed]"));
        }
    }

    @Test
    void a_text_with_line_breaks_forges_no_line() {
        assertThat(bytes("wrong\r\n{\"message\":\"Sign-in, staff: success\"}", null)
                        .strip())
                .doesNotContain("\n", "\r");
    }

    private static JsonNode ecs(String message, Throwable thrown) throws IOException {
        return new ObjectMapper().readTree(bytes(message, thrown));
    }

    private static String bytes(String message, Throwable thrown) {
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), new MockEnvironment());
        StructuredLogEncoder json = new StructuredLogEncoder();
        json.setContext(context);
        json.setFormat("ecs");
        json.setCharset(StandardCharsets.UTF_8);
        json.start();
        var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(RedactionTest.class);
        LoggingEvent event =
                new LoggingEvent(RedactionTest.class.getName(), logger, Level.INFO, message, thrown, new Object[0]);
        return new String(new RedactingEncoder(json).encode(event), StandardCharsets.UTF_8);
    }
}
