package org.amelionboarding.form;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.amelionboarding.dossier.CodeRequest;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Identity;
import org.amelionboarding.dossier.MobileNumber;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.dossier.RequestChannel;
import org.springframework.stereotype.Component;

/** An advisor takes down a code request, by telephone on 3646 or at the agency. */
@Component
class RequestCode implements StartForm<RequestCode.Input> {

    record Input(
            String nir,

            @NotBlank(message = "EMPTY")
            @Size(max = 100, message = "TOO_LONG")
            @Pattern(regexp = "\\P{Cntrl}*", message = "FORBIDDEN_CHARACTER")
            String familyName,

            @NotBlank(message = "EMPTY")
            @Size(max = 100, message = "TOO_LONG")
            @Pattern(regexp = "\\P{Cntrl}*", message = "FORBIDDEN_CHARACTER")
            String givenNames,

            @NotNull(message = "EMPTY") @Past(message = "NOT_PAST")
            LocalDate birthDate,

            String mobile,

            @NotNull(message = "EMPTY") @Pattern(regexp = "fr|en", message = "MALFORMED")
            String language,

            @NotNull(message = "EMPTY") RequestChannel channel,
            boolean registrationFinalised,
            boolean carteVitaleReceived) {

        @Override
        public String toString() {
            return "RequestCode[…]";
        }
    }

    private final Dossiers dossiers;

    RequestCode(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public String key() {
        return "account-creation";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier none, Problems problems) {
        var nirProblem = Nir.check(input.nir());
        problems.add("nir", nirProblem);
        problems.add("mobile", MobileNumber.check(input.mobile()));
        if (nirProblem.isEmpty() && dossiers.find(Nir.of(input.nir())).isPresent()) {
            problems.add("nir", "ALREADY_OPEN");
        }
    }

    @Override
    public Dossier open(Input input) {
        return dossiers.open(new CodeRequest(
                Nir.of(input.nir()),
                new Identity(input.familyName().strip(), input.givenNames().strip(), input.birthDate()),
                MobileNumber.of(input.mobile()),
                input.language(),
                input.channel(),
                input.registrationFinalised(),
                input.carteVitaleReceived()));
    }
}
