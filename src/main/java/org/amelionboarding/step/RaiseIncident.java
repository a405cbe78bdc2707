package org.amelionboarding.step;

import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Channels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows the outage to operators and advisors in Cockpit. */
@Component
class RaiseIncident implements JavaDelegate {

    static final String INCIDENT = "channelOutage";

    private final Channels channels;

    RaiseIncident(Channels channels) {
        this.channels = channels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Channel channel = Channel.valueOf(execution.getProcessBusinessKey());
        execution.createIncident(INCIDENT, channel.name(), channels.failure(channel));
    }
}
