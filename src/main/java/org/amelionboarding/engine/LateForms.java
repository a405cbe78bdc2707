package org.amelionboarding.engine;

import java.util.Objects;
import java.util.stream.Stream;
import org.amelionboarding.form.Gate;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Refuses (400) a form or a claim that comes too late: sent twice, or while somebody else does the same. The engine by
 * itself would answer as if the server had failed (500).
 */
@Component
class LateForms extends AbstractProcessEnginePlugin {

    private final Gate gate;

    LateForms(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Additions.add(new Refuser(gate), configuration);
    }

    private static class Refuser extends CommandInterceptor {

        private final Gate gate;

        Refuser(Gate gate) {
            this.gate = gate;
        }

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                if (isForm(command) && isLate(e)) {
                    throw new FormFieldValidationException("TooLate", words(e));
                }
                if (command instanceof ClaimTaskCmd && isLate(e)) {
                    throw new BadUserRequestException(words(e));
                }
                throw e;
            }
        }

        private String words(RuntimeException e) {
            return gate.late(e instanceof TaskAlreadyClaimedException ? "CLAIMED" : "TOO_LATE");
        }

        private static boolean isForm(Command<?> command) {
            return command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd;
        }

        /** The task is gone, a colleague's, or another transaction was quicker: perhaps the cause of what a library says. */
        private static boolean isLate(RuntimeException e) {
            return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause -> cause instanceof NullValueException
                            || cause instanceof TaskAlreadyClaimedException
                            || cause instanceof OptimisticLockingException
                            || cause instanceof ConcurrencyFailureException
                            || cause instanceof DuplicateKeyException);
        }
    }
}
