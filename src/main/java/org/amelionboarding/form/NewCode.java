package org.amelionboarding.form;

import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Has the provisional code sent again, to the mobile number given with the request. */
@Component
public class NewCode {

    /** Caught by the running account creation. */
    static final String ASKED = "NEW_CODE_ASKED";

    private final CodeCoolDown coolDown;
    private final RuntimeService runtime;

    NewCode(CodeCoolDown coolDown, RuntimeService runtime) {
        this.coolDown = coolDown;
        this.runtime = runtime;
    }

    /** Whether the dossier has use for a code, now or after the wait. */
    public boolean isOfUse(Dossier dossier) {
        return dossier.isReady() && dossier.isUnderWay();
    }

    /** The end of the wait after the last sending; empty if the code can be sent now. */
    public Optional<Instant> waitUntil(Dossier dossier) {
        return coolDown.until(dossier.number());
    }

    /** Does nothing for a dossier that has no use for a code, and nothing too soon. */
    public void send(Dossier dossier) {
        if (isOfUse(dossier) && waitUntil(dossier).isEmpty()) {
            runtime.createMessageCorrelation(ASKED)
                    .processInstanceBusinessKey(dossier.number())
                    .correlateAll();
        }
    }
}
