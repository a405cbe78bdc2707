package org.amelionboarding.dossier;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is counted against a person at sign-in, under the digests of their names. */
@Component
class FailedSignIns implements Holding {

    private final Dossiers dossiers;
    private final SignInAttempts attempts;

    FailedSignIns(Dossiers dossiers, SignInAttempts attempts) {
        this.dossiers = dossiers;
        this.attempts = attempts;
    }

    @Override
    public String name() {
        return "failedSignIns";
    }

    @Override
    public List<SignInAttempts.Failures> of(String dossier) {
        return namesOf(dossier).flatMap(name -> attempts.of(name).stream()).toList();
    }

    @Override
    public void erase(String dossier) {
        namesOf(dossier).forEach(attempts::forget);
    }

    private Stream<String> namesOf(String dossier) {
        return Stream.concat(
                Stream.ofNullable(dossiers.of(dossier).nir()).map(SignInAttempts::nameOf),
                Stream.of(PasswordAgain.nameOf(dossier)));
    }
}
