package org.amelionboarding;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableAsync;

/** Starts the application. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
public class OnboardingApplication {

    public static void main(String[] args) {
        // The engine stores timer due dates as TIMESTAMP in the JVM's zone: every node must use the same one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(OnboardingApplication.class, args);
    }
}
