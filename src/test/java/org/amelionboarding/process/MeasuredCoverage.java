package org.amelionboarding.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Demands that {@link AccountCreationTest} takes every flow node and every sequence flow of account creation and email
 * verification; the report lies in {@code target/process-test-coverage}. The other models have tests of their own, which
 * count for themselves: the library knows one measure for all. One method of it, run alone, therefore ends with a coverage too low.
 */
@Configuration
class MeasuredCoverage {

    @Bean
    ProcessEngineCoverageProperties coverage() {
        return ProcessEngineCoverageProperties.builder()
                .addInclusionPatternForTestClasses(AccountCreationTest.class.getName())
                .excludeProcessDefinitionKeys(
                        "advisor-help",
                        "carte-vitale-order",
                        "channel-outage",
                        "contact",
                        "password-reset",
                        "profile-completion")
                .handleTestMethodCoverage(false)
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    /** The library's listener stands in every engine of the test class path, and fails where nobody measures. */
    @Bean
    SmartInitializingSingleton measureNothing(ProcessEngine engine) {
        return () -> new ProcessEngineAdapter(engine, event -> {}).initializeListeners();
    }
}
