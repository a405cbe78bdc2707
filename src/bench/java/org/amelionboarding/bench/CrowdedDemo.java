package org.amelionboarding.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.amelionboarding.web.RunningDemo;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The running demo on a database file of its own, which the {@link Crowd} fills. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningDemo
@TestPropertySource(
        properties = "spring.datasource.url="
                + "jdbc:h2:file:./target/bench/${random.uuid};WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000")
@Import({Crowd.class, CrowdStates.class})
public @interface CrowdedDemo {}
