package org.amelionboarding.casework;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.signin.Roles;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Everything about one dossier; auditors read it, advisors act on it. */
@Controller
@RequestMapping("/desk/dossiers/{number}")
class DossierPage {

    private final Dossiers dossiers;
    private final Casefile casefile;
    private final Casework casework;

    DossierPage(Dossiers dossiers, Casefile casefile, Casework casework) {
        this.dossiers = dossiers;
        this.casefile = casefile;
        this.casework = casework;
    }

    @InitBinder
    void trim(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    String show(
            @PathVariable String number,
            @RequestParam(required = false) CaseAction done,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("done", done == null ? null : done.name());
        return page(dossier(number), request, model);
    }

    @PostMapping
    String act(
            @PathVariable String number,
            @Valid @ModelAttribute("entry") ActionEntry entry,
            BindingResult problems,
            Principal advisor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Dossier dossier = dossier(number);
        if (problems.hasErrors()) {
            model.addAttribute("problems", said(problems));
            return refused(BAD_REQUEST, dossier, request, response, model);
        }
        if (isDone(number, entry, advisor)) {
            return "redirect:/desk/dossiers/" + number + "?done=" + entry.action();
        }
        model.addAttribute("outrun", true);
        return refused(CONFLICT, dossier(number), request, response, model);
    }

    /** What fails half-way was overtaken by the student, a timer or a colleague; nothing of it is kept. */
    private boolean isDone(String number, ActionEntry entry, Principal advisor) {
        try {
            return casework.act(number, entry, advisor.getName()) == Outcome.DONE;
        } catch (ProcessEngineException | DataAccessException e) {
            return false;
        }
    }

    private Dossier dossier(String number) {
        return dossiers.find(number).orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
    }

    private static List<String> said(BindingResult problems) {
        return problems.getFieldErrors().stream()
                .filter(problem -> problem.getField().equals("reason"))
                .map(DefaultMessageSourceResolvable::getDefaultMessage)
                .distinct()
                .toList();
    }

    private String refused(
            HttpStatus status, Dossier dossier, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return page(dossier, request, model);
    }

    private String page(Dossier dossier, HttpServletRequest request, Model model) {
        casefile.show(dossier, model);
        model.addAttribute("offers", request.isUserInRole(Roles.ADVISOR) ? casefile.offers(dossier) : List.<Offer>of());
        return "dossier";
    }
}
