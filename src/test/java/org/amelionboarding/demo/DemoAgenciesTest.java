package org.amelionboarding.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DemoAgenciesTest {

    private static final String AGENCIES = "select name from agency";

    @Test
    void the_demo_starts_with_three_agencies_that_say_that_they_are_examples() {
        assertThat(names("classpath:db/migration", "classpath:db/demo"))
                .hasSize(3)
                .allMatch(name -> name.startsWith("Exemple"));
    }

    @Test
    void outside_the_demo_the_list_starts_empty() {
        assertThat(names("classpath:db/migration")).isEmpty();
    }

    private static List<String> names(String... migrations) {
        SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:", true);
        try {
            Flyway.configure().dataSource(database).locations(migrations).load().migrate();
            return new JdbcTemplate(database).queryForList(AGENCIES, String.class);
        } finally {
            database.destroy();
        }
    }
}
