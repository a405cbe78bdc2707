package org.amelionboarding.form;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.amelionboarding.dossier.CodeRequest;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Identity;
import org.amelionboarding.dossier.MobileNumber;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.dossier.ProvisionalNumber;
import org.amelionboarding.dossier.RequestChannel;
import org.springframework.stereotype.Component;

/**
 * An advisor takes down a code request, by telephone on 3646 or at the agency. Who has an open dossier is led to it: a
 * second request is how students come back with their card, or without their code.
 */
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

        boolean isComplete() {
            return familyName != null && givenNames != null && birthDate != null;
        }

        @Override
        public String toString() {
            return "RequestCode[…]";
        }
    }

    private final Dossiers dossiers;
    private final CodeCoolDown coolDown;

    RequestCode(Dossiers dossiers, CodeCoolDown coolDown) {
        this.dossiers = dossiers;
        this.coolDown = coolDown;
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
        if (ProvisionalNumber.of(input.nir()).isEmpty()) {
            problems.add("nir", Nir.check(input.nir()));
        }
        problems.add("mobile", MobileNumber.check(input.mobile()));
        if (problems.all().isEmpty() && input.isComplete()) {
            CodeRequest request = request(input);
            dossiers.openFor(request).ifPresent(open -> checkAgain(request, open, problems));
        }
    }

    /** The code opens the dossier: it goes to another number only when papers have been seen. */
    private void checkAgain(CodeRequest request, Dossier open, Problems problems) {
        problems.addUnless(!open.isActive(), "nir", "ALREADY_ACTIVE");
        if (request.channel() == RequestChannel.COHORT) {
            // A file comes again, whole: it opens dossiers and changes none.
            problems.addUnless(open.isActive(), "nir", "ALREADY_OPEN");
            return;
        }
        problems.addUnless(
                open.identity().birthDate().equals(request.identity().birthDate()), "birthDate", "OTHER_DATE");
        problems.addUnless(
                request.channel() == RequestChannel.AGENCY || open.mobile().equals(request.mobile()),
                "mobile",
                "OTHER_NUMBER");
        problems.addUnless(coolDown.until(open.number()).isEmpty(), "nir", "CODE_JUST_SENT");
    }

    @Override
    public Dossier open(Input input) {
        CodeRequest request = request(input);
        // Opened by another advisor since the check, it is no second request: the number's uniqueness refuses this one.
        return dossiers.openFor(request)
                .filter(open -> request.channel() != RequestChannel.COHORT)
                .filter(open -> coolDown.until(open.number()).isEmpty())
                .map(open -> dossiers.requestAgain(open, request))
                .orElseGet(() -> dossiers.open(request));
    }

    private static CodeRequest request(Input input) {
        Optional<ProvisionalNumber> provisional = ProvisionalNumber.of(input.nir());
        return new CodeRequest(
                provisional.isEmpty() ? Nir.of(input.nir()) : null,
                provisional.orElse(null),
                new Identity(input.familyName().strip(), input.givenNames().strip(), input.birthDate()),
                MobileNumber.of(input.mobile()),
                input.language(),
                input.channel(),
                input.registrationFinalised(),
                input.carteVitaleReceived());
    }
}
