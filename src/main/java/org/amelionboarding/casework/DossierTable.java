package org.amelionboarding.casework;

import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.amelionboarding.csv.CsvTable;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Texts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dossiers as CSV, with dates and states and nothing that tells who somebody is. Written row by row as the database
 * hands them out. Semicolons in French and commas in English: spreadsheets of that language open it by themselves.
 */
@Component
class DossierTable {

    private static final int ROWS_AT_ONCE = 500;

    /** As spreadsheets of every language understand it. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final List<String> MOMENTS = List.of(
            "requested_at",
            "code_sent_at",
            "first_signed_in_at",
            "password_chosen_at",
            "terms_accepted_at",
            "details_given_at",
            "email_confirmed_at",
            "activated_at",
            "profile_completed_at",
            "closed_at",
            "last_action_at");

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    DossierTable(DataSource database, Texts texts, Clock clock, OnboardingSettings settings) {
        JdbcTemplate inParts = new JdbcTemplate(database);
        inParts.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = JdbcClient.create(inParts);
        this.texts = texts;
        this.clock = clock;
        this.zone = settings.zone();
    }

    /** In a transaction, without which PostgreSQL hands out all rows at once. */
    @Transactional(readOnly = true)
    public void write(DossierFilter filter, String language, Writer out) {
        DossierCondition condition = filter.condition(clock.instant());
        try (Stream<List<String>> rows = jdbc
                .sql("select d.number, d.language, d.channel, d.closure, "
                        + DossierStatus.SQL + " as status, " + String.join(", ", MOMENTS) + condition.from()
                        + " order by d.requested_at, d.number")
                .params(condition.values())
                .query((row, number) -> cells(row, language))
                .stream()) {
            CsvTable.write(language.equals("fr") ? ';' : ',', Stream.concat(Stream.of(header(language)), rows), out);
        }
    }

    private List<String> header(String language) {
        return Stream.concat(Stream.of("number", "status", "language", "channel"), MOMENTS.stream())
                .map(column -> texts.text(language, "page.desk-dossiers.column." + column))
                .toList();
    }

    private List<String> cells(ResultSet row, String language) throws SQLException {
        String closure = row.getString("closure");
        String status = closure == null ? "status." + row.getString("status") : "closure." + closure;
        Stream.Builder<String> cells = Stream.builder();
        cells.add(row.getString("number"))
                .add(texts.text(language, "page.desk-dossiers." + status))
                .add(row.getString("language"))
                .add(texts.text(language, "page.desk-dossiers.channel." + row.getString("channel")));
        for (String column : MOMENTS) {
            cells.add(moment(row.getTimestamp(column)));
        }
        return cells.build().toList();
    }

    private String moment(Timestamp timestamp) {
        Instant instant = timestamp == null ? null : timestamp.toInstant();
        return instant == null ? "" : MOMENT.format(instant.atZone(zone));
    }
}
