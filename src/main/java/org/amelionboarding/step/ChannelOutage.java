package org.amelionboarding.step;

import org.amelionboarding.message.ChannelDown;
import org.amelionboarding.message.ChannelRestored;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One instance of {@code channel-outage} for each channel that is down, whatever the number of messages behind it. */
@Component
class ChannelOutage {

    private static final String PROCESS = "channel-outage";
    private static final String RESTORED = "channel-restored";

    private final RuntimeService runtime;

    ChannelOutage(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void begin(ChannelDown outage) {
        String channel = outage.channel().name();
        if (runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(channel)
                        .count()
                == 0) {
            runtime.startProcessInstanceByKey(PROCESS, channel);
        }
    }

    /** Nothing is waiting if an operator has ended the instance by hand. */
    @EventListener
    void end(ChannelRestored outage) {
        runtime.createMessageCorrelation(RESTORED)
                .processInstanceBusinessKey(outage.channel().name())
                .correlateAll();
    }
}
