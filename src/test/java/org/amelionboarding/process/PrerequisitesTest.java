package org.amelionboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class PrerequisitesTest {

    @Autowired
    DecisionService decisions;

    @ParameterizedTest
    @CsvSource({
        "true, true, READY",
        "true, false, WAIT_FOR_CARD",
        "false, true, FINISH_REGISTRATION",
        "false, false, FINISH_REGISTRATION"
    })
    void registration_and_carte_vitale_decide(
            boolean registrationFinalised, boolean carteVitaleReceived, String expected) {
        List<Map<String, Object>> answer = decisions
                .evaluateDecisionTableByKey("prerequisites")
                .variables(Map.of(
                        "registrationFinalised", registrationFinalised, "carteVitaleReceived", carteVitaleReceived))
                .evaluate()
                .getResultList();

        assertThat(answer).containsExactly(Map.of("readiness", expected));
    }
}
