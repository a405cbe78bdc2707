package org.amelionboarding.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningDemo
class DemoClockTest {

    @Autowired
    private Demo demo;

    @AfterEach
    void backToTheRealTime() {
        ClockUtil.reset();
    }

    @Test
    void a_step_moves_the_time_of_application_and_engine_forward() {
        Instant before = now();

        Reply answer = advance("P2D");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(now()).isAfterOrEqualTo(before.plus(Duration.ofDays(2)));
        assertThat(ClockUtil.getCurrentTime()).isAfterOrEqualTo(before.plus(Duration.ofDays(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1S", "tomorrow", "", "P367D"})
    void a_step_back_or_too_far_is_refused_and_moves_nothing(String step) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-01-01T00:00:00Z")));

        Reply answer = advance(step);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(now()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    private Reply advance(String step) {
        return demo.browser().post("/demo/clock", Map.of("advance", step));
    }

    private Instant now() {
        return Instant.parse(demo.browser().get("/demo/clock").json().get("now").asText());
    }
}
