package org.amelionboarding.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DemoUpgradeTest {

    private static final String DATABASE = "jdbc:h2:mem:demo-upgrade;DB_CLOSE_DELAY=-1";

    @Test
    void the_data_of_an_earlier_demo_take_the_migrations_that_have_come_since() {
        Flyway.configure()
                .dataSource(DATABASE, "sa", "")
                .locations("classpath:db/demo")
                .target("1000")
                .load()
                .migrate();

        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=demo", "spring.datasource.url=" + DATABASE)
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
                .run(application -> assertThat(application)
                        .hasNotFailed()
                        .getBean(Flyway.class)
                        .extracting(flyway -> flyway.info().pending().length)
                        .isEqualTo(0));
    }
}
