package org.amelionboarding.demo;

import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Envelope;
import org.amelionboarding.message.Transport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Brings messages to the demo's inbox, on each channel whose setting says {@code inbox}. */
@Configuration
@Profile("demo")
class InboxTransports {

    @Bean
    @ConditionalOnProperty(name = "onboarding.message.email", havingValue = "inbox")
    Transport emailToInbox(Inbox inbox) {
        return new InboxTransport(Channel.EMAIL, inbox);
    }

    @Bean
    @ConditionalOnProperty(name = "onboarding.message.sms", havingValue = "inbox")
    Transport smsToInbox(Inbox inbox) {
        return new InboxTransport(Channel.SMS, inbox);
    }

    private record InboxTransport(Channel channel, Inbox inbox) implements Transport {

        @Override
        public void send(Envelope envelope) {
            inbox.take(envelope);
        }
    }
}
