package org.amelionboarding.operations;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.stream.StreamSupport;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Lays {@link Redaction} under everything that is logged, to the console and to files, as soon as Spring Boot has set
 * the log up. Registered in {@code META-INF/spring.factories}: beans come too late.
 */
class RedactedLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        log.getLoggerList()
                .forEach(logger -> StreamSupport.stream(
                                ((Iterable<Appender<ILoggingEvent>>) logger::iteratorForAppenders).spliterator(), false)
                        .filter(OutputStreamAppender.class::isInstance)
                        .forEach(appender -> redact((OutputStreamAppender<ILoggingEvent>) appender)));
    }

    private static void redact(OutputStreamAppender<ILoggingEvent> appender) {
        if (!(appender.getEncoder() instanceof RedactingEncoder)) {
            RedactingEncoder redacting = new RedactingEncoder(appender.getEncoder());
            redacting.setContext(appender.getContext());
            redacting.start();
            appender.setEncoder(redacting);
        }
    }

    /** After Spring Boot's own, which sets the log up. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
