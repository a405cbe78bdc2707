package org.amelionboarding.retention;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.retention.Erasure.State;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where an advisor erases a dossier, or hands its person a copy of their data. */
@Controller
@RequestMapping("/desk/dossiers/{number}")
class ErasureDesk {

    private static final String VIEW = "desk-erasure";

    private final Erasure erasure;
    private final PersonalData data;
    private final Dossiers dossiers;

    ErasureDesk(Erasure erasure, PersonalData data, Dossiers dossiers) {
        this.erasure = erasure;
        this.data = data;
        this.dossiers = dossiers;
    }

    @GetMapping("/erasure")
    String show(@PathVariable String number, Model model, HttpServletResponse response) {
        return page(number, erasure.look(number), model, response);
    }

    /** @param reason null if none was chosen */
    @PostMapping("/erasure")
    String erase(
            @PathVariable String number,
            @RequestParam(required = false) ErasureReason reason,
            Principal advisor,
            Model model,
            HttpServletResponse response) {
        if (reason == null) {
            return refused("REASON", HttpStatus.BAD_REQUEST, number, model, response);
        }
        State before;
        try {
            before = erasure.onRequest(number, reason, advisor.getName());
        } catch (ConcurrencyFailureException | OptimisticLockingException e) {
            return refused("OUTRUN", HttpStatus.CONFLICT, number, model, response);
        }
        if (before == State.READY) {
            return "redirect:/desk/dossiers/" + number + "/erasure?erased=true";
        }
        return page(number, before, model, response);
    }

    private String refused(
            String problem, HttpStatus status, String number, Model model, HttpServletResponse response) {
        model.addAttribute("notErased", problem);
        String view = page(number, erasure.look(number), model, response);
        response.setStatus(status.value());
        return view;
    }

    private String page(String number, State state, Model model, HttpServletResponse response) {
        model.addAttribute("state", state.name());
        model.addAttribute("reasons", ErasureReason.values());
        if (state == State.UNKNOWN) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else {
            model.addAttribute("dossier", dossiers.of(number));
        }
        return VIEW;
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@PathVariable String number, Principal advisor) {
        return data.copy(number, advisor.getName())
                .map(copy -> Copy.of(number, copy))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
