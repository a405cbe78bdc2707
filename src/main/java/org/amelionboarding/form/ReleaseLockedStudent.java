package org.amelionboarding.form;

import jakarta.validation.constraints.AssertTrue;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.SignInAttempts;
import org.springframework.stereotype.Component;

/** Too many wrong codes: an advisor makes sure who it is and lets the student try again, with a new code. */
@Component
class ReleaseLockedStudent implements TaskForm<ReleaseLockedStudent.Input> {

    record Input(@AssertTrue(message = "NOT_CHECKED") boolean identityChecked) {}

    private final SignInAttempts attempts;

    ReleaseLockedStudent(SignInAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public String key() {
        return "Task_ReleaseLockedStudent";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        attempts.forget(dossier.nir());
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        return StudentCard.of(dossier);
    }
}
