package org.amelionboarding.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * When this node's job executor last looked for due jobs: an executor can call itself active while its only acquiring
 * thread is dead or stuck. In real time, since the demo's clock jumps.
 */
@Component
class JobPolls extends AbstractProcessEnginePlugin {

    private volatile long last = System.nanoTime();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Additions.add(new Notes(), configuration);
    }

    /** Time since the last look that came to its end, or since the start. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - last);
    }

    private class Notes extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            T result = next.execute(command);
            if (command instanceof AcquireJobsCmd) {
                last = System.nanoTime();
            }
            return result;
        }
    }
}
