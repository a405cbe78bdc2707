package org.amelionboarding.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Has the application move processes in somebody's name: the engine's operation log tells who it was, while what the
 * person may do to the engine stays as little as it is. Whether they may is for the caller to know.
 */
@Component
public class InTheNameOf {

    private final ProcessEngine engine;

    InTheNameOf(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param name who has signed in as an advisor */
    public <T> T advisor(String name, Supplier<T> deed) {
        engine.getIdentityService().setAuthentication(name, List.of(Groups.ADVISORS));
        try {
            return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(command -> command.runWithoutAuthorization(deed::get));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
