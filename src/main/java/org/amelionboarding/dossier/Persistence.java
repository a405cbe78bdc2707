package org.amelionboarding.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.convert.ConverterBuilder;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** Seals the personal types on their way into the database and opens them on their way out. */
@Configuration
@EnableJdbcRepositories(basePackages = "org.amelionboarding")
class Persistence extends AbstractJdbcConfiguration {

    private final Cipher cipher;
    private final ObjectMapper json;

    Persistence(Cipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    @Override
    protected List<?> userConverters() {
        List<Object> converters = new ArrayList<>();
        converters.addAll(findable("nir", Nir.class, Nir::body, Nir::new));
        converters.addAll(findable(
                "provisional-number", ProvisionalNumber.class, ProvisionalNumber::body, ProvisionalNumber::new));
        converters.addAll(findable("mobile", MobileNumber.class, MobileNumber::e164, MobileNumber::new));
        converters.addAll(findable("email", PersonalEmail.class, PersonalEmail::address, PersonalEmail::new));
        converters.addAll(
                ConverterBuilder.writing(Identity.class, byte[].class, this::seal)
                        .andReading(this::open)
                        .getConverters()
                        .stream()
                        .toList());
        return converters;
    }

    private <T> List<?> findable(String context, Class<T> type, Function<T, String> write, Function<String, T> read) {
        return ConverterBuilder.writing(type, byte[].class, value -> cipher.sealFindably(write.apply(value), context))
                .andReading(column -> read.apply(cipher.openFindable(column, context)))
                .getConverters()
                .stream()
                .toList();
    }

    private byte[] seal(Identity identity) {
        try {
            return cipher.seal(json.writeValueAsString(identity), "identity");
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    private Identity open(byte[] sealed) {
        try {
            return json.readValue(cipher.open(sealed, "identity"), Identity.class);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    /** Without the cause: Jackson quotes the text that it could not read. */
    private static IllegalStateException unreadable() {
        return new IllegalStateException("Identity cannot be written or read");
    }
}
