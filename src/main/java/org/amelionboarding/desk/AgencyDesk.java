package org.amelionboarding.desk;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.amelionboarding.signin.Roles;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where advisors keep the list of agencies. */
@Controller
@RequestMapping("/desk/agencies")
class AgencyDesk {

    private static final String FORM = "desk-agency";

    /** What has become of the last change. */
    enum Outcome {
        ADDED,
        CHANGED,
        VERIFIED,
        DELETED,
        /** Another advisor was faster. */
        OUTRUN
    }

    private final Agencies agencies;
    private final Validator validator;

    AgencyDesk(Agencies agencies, Validator validator) {
        this.agencies = agencies;
        this.validator = validator;
    }

    @InitBinder
    void trim(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    String list(@RequestParam(required = false) Outcome outcome, HttpServletRequest request, Model model) {
        model.addAttribute("advisor", request.isUserInRole(Roles.ADVISOR));
        model.addAttribute("towns", agencies.byTown());
        model.addAttribute("staleBefore", agencies.staleBefore());
        model.addAttribute("outcome", outcome == null ? null : outcome.name());
        return "desk-agencies";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("entry", AgencyEntry.verifiedOn(agencies.today()));
        return FORM;
    }

    @PostMapping("/new")
    String add(@ModelAttribute("entry") AgencyEntry entry, BindingResult problems, HttpServletResponse response) {
        if (isRefused(entry, problems, response)) {
            return FORM;
        }
        agencies.add(entry);
        return listAfter(Outcome.ADDED);
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        Agency agency = agencies.find(id).orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
        model.addAttribute("entry", AgencyEntry.of(agency));
        model.addAttribute("version", agency.version());
        return FORM;
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @RequestParam int version,
            @ModelAttribute("entry") AgencyEntry entry,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("version", version);
        if (isRefused(entry, problems, response)) {
            return FORM;
        }
        try {
            agencies.change(id, version, entry);
            return listAfter(Outcome.CHANGED);
        } catch (OptimisticLockingFailureException e) {
            return afterOutrun(agencies.find(id), model, response);
        }
    }

    /** What was typed stays; saving once more replaces what the other advisor has written, knowingly. */
    private static String afterOutrun(Optional<Agency> current, Model model, HttpServletResponse response) {
        if (current.isEmpty()) {
            return listAfter(Outcome.OUTRUN);
        }
        response.setStatus(CONFLICT.value());
        model.addAttribute("current", current.get());
        model.addAttribute("version", current.get().version());
        return FORM;
    }

    @PostMapping("/{id}/verified")
    String verify(@PathVariable String id, @RequestParam int version) {
        agencies.verify(id, version);
        return listAfter(Outcome.VERIFIED);
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable String id, @RequestParam int version) {
        agencies.delete(id, version);
        return listAfter(Outcome.DELETED);
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    String outrun() {
        return listAfter(Outcome.OUTRUN);
    }

    /** Not by {@code @Valid}: with it a day that cannot be read would hide what is wrong with the other fields. */
    private boolean isRefused(AgencyEntry entry, BindingResult problems, HttpServletResponse response) {
        validator.validate(entry, problems);
        if (entry.verifiedOn() != null && entry.verifiedOn().isAfter(agencies.today())) {
            problems.rejectValue("verifiedOn", "problem.agency.verifiedOn.FUTURE");
        }
        if (problems.hasErrors()) {
            response.setStatus(BAD_REQUEST.value());
        }
        return problems.hasErrors();
    }

    private static String listAfter(Outcome outcome) {
        return "redirect:/desk/agencies?outcome=" + outcome;
    }
}
