package org.amelionboarding.form;

import org.amelionboarding.dossier.Dossier;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Has the provisional code sent again, to the mobile number given with the request. */
@Component
class NewCode {

    /** Caught by the running account creation. */
    static final String ASKED = "NEW_CODE_ASKED";

    private final CodeCoolDown coolDown;
    private final RuntimeService runtime;

    NewCode(CodeCoolDown coolDown, RuntimeService runtime) {
        this.coolDown = coolDown;
        this.runtime = runtime;
    }

    /** Does nothing for a dossier that has no use for a code, and nothing too soon. */
    void send(Dossier dossier) {
        if (dossier.isReady()
                && !dossier.isActive()
                && coolDown.until(dossier.number()).isEmpty()) {
            runtime.createMessageCorrelation(ASKED)
                    .processInstanceBusinessKey(dossier.number())
                    .correlateAll();
        }
    }
}
