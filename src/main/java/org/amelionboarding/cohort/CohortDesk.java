package org.amelionboarding.cohort;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.csv.FileRefused;
import org.amelionboarding.message.MessageSettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** Where advisors hand in a file of students, see what is wrong with it, start the dossiers and watch them. */
@Controller
@RequestMapping("/desk/cohort")
class CohortDesk {

    private static final String SECONDS_BETWEEN_UPDATES = "5";

    private final Cohorts cohorts;
    private final CohortRows rows;
    private final MessageSettings.SmsLimits smsLimits;

    CohortDesk(Cohorts cohorts, CohortRows rows, MessageSettings messages) {
        this.cohorts = cohorts;
        this.rows = rows;
        this.smsLimits = messages.smsLimits();
    }

    @GetMapping
    String choose(@RequestParam(defaultValue = "false") boolean forgotten, Model model) {
        model.addAttribute("forgotten", forgotten);
        model.addAttribute("latest", cohorts.latest());
        return "desk-cohort";
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String look(@RequestParam MultipartFile file, Principal advisor) throws IOException {
        return "redirect:/desk/cohort/" + cohorts.keep(file.getBytes(), advisor.getName());
    }

    /** @param live whether the page updates itself; people can stop it (WCAG 2.2.2) */
    @GetMapping("/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "true") boolean live,
            Model model,
            HttpServletResponse response) {
        Optional<Cohort> cohort = cohorts.find(id);
        if (cohort.isEmpty()) {
            return "redirect:/desk/cohort?forgotten=true";
        }
        CohortReport report = cohorts.report(cohort.get());
        model.addAttribute("started", cohort.get().isStarted());
        model.addAttribute("report", report);
        model.addAttribute("rows", rows.of(report));
        model.addAttribute("smsPerHour", smsLimits.cohortsPerHour());
        model.addAttribute("live", live);
        if (live && cohort.get().isStarted() && report.accepted() > 0) {
            response.setHeader("Refresh", SECONDS_BETWEEN_UPDATES);
        }
        return "desk-cohort-file";
    }

    @PostMapping("/{id}")
    String start(@PathVariable String id) {
        cohorts.find(id).ifPresent(cohorts::start);
        return "redirect:/desk/cohort/" + id;
    }

    @ExceptionHandler({FileRefused.class, MultipartException.class, MissingServletRequestPartException.class})
    ModelAndView refuse(Exception e) {
        ModelAndView page = new ModelAndView("desk-cohort", FileProblem.of(e).status());
        page.addObject("problems", rows.of(ColumnsRefused.problems(e)));
        page.addObject("latest", List.of());
        return page;
    }
}
