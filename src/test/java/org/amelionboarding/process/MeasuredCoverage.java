package org.amelionboarding.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
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
                        "contact-details-change",
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

    /** The listener asks for the definition whose element is passed: in the name of a student, who may not read all. */
    @Bean
    AbstractProcessEnginePlugin letTheListenerAsk() {
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<CommandInterceptor> all = new ArrayList<>(Objects.requireNonNullElse(
                        configuration.getCustomPreCommandInterceptorsTxRequired(), List.of()));
                all.add(new AskedFromWithin());
                configuration.setCustomPreCommandInterceptorsTxRequired(all);
            }
        };
    }

    private static class AskedFromWithin extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            CommandContext outer = Context.getCommandContext();
            return outer != null && command instanceof GetDeployedProcessDefinitionCmd
                    ? outer.runWithoutAuthorization(() -> next.execute(command))
                    : next.execute(command);
        }
    }
}
