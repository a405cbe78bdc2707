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
        "true, true, true, READY",
        "true, true, false, WAIT_FOR_CARD",
        "true, false, true, WAIT_FOR_NUMBER",
        "true, false, false, WAIT_FOR_NUMBER",
        "false, true, true, FINISH_REGISTRATION",
        "false, true, false, FINISH_REGISTRATION",
        "false, false, true, FINISH_REGISTRATION",
        "false, false, false, FINISH_REGISTRATION"
    })
    void registration_number_and_carte_vitale_decide(
            boolean registrationFinalised, boolean numberPermanent, boolean carteVitaleReceived, String expected) {
        List<Map<String, Object>> answer = decisions
                .evaluateDecisionTableByKey("prerequisites")
                .variables(Map.of(
                        "registrationFinalised", registrationFinalised,
                        "numberPermanent", numberPermanent,
                        "carteVitaleReceived", carteVitaleReceived))
                .evaluate()
                .getResultList();

        assertThat(answer).containsExactly(Map.of("readiness", expected));
    }
}
