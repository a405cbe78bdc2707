package org.amelionboarding.attestation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a landlord or a school checks an attestation. Whatever does not fit gets the same answer, and the birth date
 * stays out of the address.
 */
@Controller
class VerificationPage {

    private static final String VIEW = "attestation-verify";

    private final Attestations attestations;
    private final VerificationLimit limit;
    private final Texts texts;
    private final Languages languages;

    VerificationPage(Attestations attestations, VerificationLimit limit, Texts texts, Languages languages) {
        this.attestations = attestations;
        this.limit = limit;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/attestation/verify")
    String show() {
        return VIEW;
    }

    @PostMapping("/attestation/verify")
    String verify(
            @RequestParam String reference,
            @RequestParam String birthDate,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String normalised = reference.strip().toUpperCase(Locale.ROOT);
        Optional<Instant> again = limit.begin(normalised, request.getRemoteAddr());
        if (again.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("again", texts.moment(again.get(), languages.current()));
            return VIEW;
        }
        Optional<Attestation> found = date(birthDate).flatMap(date -> attestations.find(normalised, date));
        model.addAttribute("answered", true);
        found.ifPresent(genuine -> {
            limit.succeeded(normalised, request.getRemoteAddr());
            model.addAttribute("issuedOn", texts.date(genuine.issuedAt(), languages.current()));
            model.addAttribute("initials", genuine.initials());
        });
        return VIEW;
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
