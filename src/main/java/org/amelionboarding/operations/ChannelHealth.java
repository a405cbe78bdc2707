package org.amelionboarding.operations;

import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Channels;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whether mail and SMS leave, as the last ones have shown. Nothing is connected to: who asks often must not bother the
 * mail server, and a server that answers may still take no message.
 */
@Configuration
class ChannelHealth {

    /** By its name it stands in for Spring Boot's own, which connects. */
    @Bean
    HealthIndicator mailHealthIndicator(Channels channels) {
        return new Indicator(Channel.EMAIL, channels);
    }

    @Bean
    HealthIndicator smsHealthIndicator(Channels channels) {
        return new Indicator(Channel.SMS, channels);
    }

    private static class Indicator extends AbstractHealthIndicator {

        private final Channel channel;
        private final Channels channels;

        Indicator(Channel channel, Channels channels) {
            this.channel = channel;
            this.channels = channels;
        }

        @Override
        protected void doHealthCheck(Health.Builder health) {
            String failure = channels.failure(channel);
            if (failure == null) {
                health.up();
            } else {
                health.down().withDetail("failure", failure);
            }
        }
    }
}
