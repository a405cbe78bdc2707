package org.amelionboarding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.amelionboarding.message.Channel;
import org.amelionboarding.message.ChannelDown;
import org.amelionboarding.message.ChannelRestored;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators and advisors see of a channel that takes no messages. */
class ChannelOutageTest extends ProcessTest {

    private static final String PROCESS = "channel-outage";

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void the_gateway_refuses_to_be_connected() {
        setFailure("SMPP_CONNECT");
    }

    @AfterEach
    void the_gateway_works_again() {
        setFailure(null);
        for (Channel channel : Channel.values()) {
            events.publishEvent(new ChannelRestored(channel));
        }
    }

    private void setFailure(String code) {
        jdbc.sql("update message_channel set error = ?").param(code).update();
    }

    @Test
    void an_outage_raises_an_incident_and_waits_for_the_channel() {
        events.publishEvent(new ChannelDown(Channel.SMS));

        assertThatProcess(outage(Channel.SMS))
                .hasPassedInOrder("Event_ChannelDown", "Task_RaiseIncident")
                .isWaitingAt("Task_AwaitChannel");
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void the_incident_tells_the_channel_and_the_code_and_nothing_else() {
        events.publishEvent(new ChannelDown(Channel.SMS));

        assertThat(incidents())
                .singleElement()
                .returns("SMS", Incident::getConfiguration)
                .returns("SMPP_CONNECT", Incident::getIncidentMessage);
    }

    @Test
    void an_outage_leaves_no_process_variable() {
        events.publishEvent(new ChannelDown(Channel.SMS));

        assertThatProcess(outage(Channel.SMS)).hasNoVariables();
    }

    @Test
    void a_second_failure_of_a_channel_that_is_down_raises_no_second_incident() {
        events.publishEvent(new ChannelDown(Channel.SMS));

        events.publishEvent(new ChannelDown(Channel.SMS));

        assertThat(incidents()).hasSize(1);
    }

    @Test
    void each_channel_has_an_incident_of_its_own() {
        events.publishEvent(new ChannelDown(Channel.SMS));
        events.publishEvent(new ChannelDown(Channel.EMAIL));

        assertThat(incidents()).extracting(Incident::getConfiguration).containsExactlyInAnyOrder("SMS", "EMAIL");
    }

    @Test
    void when_the_channel_works_again_the_incident_is_resolved() {
        events.publishEvent(new ChannelDown(Channel.SMS));
        ProcessInstance outage = outage(Channel.SMS);

        events.publishEvent(new ChannelRestored(Channel.SMS));

        assertThatProcess(outage)
                .isEnded()
                .hasPassedInOrder("Task_AwaitChannel", "Task_ResolveIncident", "Event_ChannelRestored");
        assertThat(engine.getHistoryService()
                        .createHistoricIncidentQuery()
                        .processInstanceId(outage.getId())
                        .resolved()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void the_end_of_one_outage_does_not_end_the_other() {
        events.publishEvent(new ChannelDown(Channel.SMS));
        events.publishEvent(new ChannelDown(Channel.EMAIL));

        events.publishEvent(new ChannelRestored(Channel.SMS));

        assertThatProcess(outage(Channel.EMAIL)).isWaitingAt("Task_AwaitChannel");
    }

    @Test
    void the_next_outage_has_an_incident_of_its_own() {
        events.publishEvent(new ChannelDown(Channel.SMS));
        events.publishEvent(new ChannelRestored(Channel.SMS));

        events.publishEvent(new ChannelDown(Channel.SMS));

        assertThat(incidents()).hasSize(1);
    }

    @Test
    void the_end_of_an_outage_that_an_operator_has_ended_by_hand_is_no_error() {
        assertThatCode(() -> events.publishEvent(new ChannelRestored(Channel.SMS)))
                .doesNotThrowAnyException();
    }

    @Test
    void an_outage_that_could_not_be_noted_as_told_leaves_no_process() {
        transaction.executeWithoutResult(telling -> {
            events.publishEvent(new ChannelDown(Channel.SMS));
            telling.setRollbackOnly();
        });

        assertThat(outage(Channel.SMS)).isNull();
    }

    private ProcessInstance outage(Channel channel) {
        return instance(PROCESS, channel.name());
    }

    private List<Incident> incidents() {
        return engine.getRuntimeService().createIncidentQuery().list();
    }
}
