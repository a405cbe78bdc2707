package org.amelionboarding.reimbursement;

import java.io.IOException;
import java.util.Map;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.csv.FileRefused;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** Where advisors hand in a file of statements. They read no student's. */
@Controller
class ImportDesk {

    private static final String VIEW = "desk-reimbursements";

    private final StatementImport statements;

    ImportDesk(StatementImport statements) {
        this.statements = statements;
    }

    @GetMapping("/desk/reimbursements")
    String show() {
        return VIEW;
    }

    /** Answered at once: loading the page again imports nothing twice. */
    @PostMapping(path = "/desk/reimbursements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(@RequestParam MultipartFile file, Model model) throws IOException {
        model.addAttribute("report", statements.take(file.getBytes()));
        return VIEW;
    }

    @ExceptionHandler({FileRefused.class, MultipartException.class, MissingServletRequestPartException.class})
    ModelAndView refuse(Exception e) {
        FileProblem problem = FileProblem.of(e);
        return new ModelAndView(VIEW, Map.of("problem", textKey(problem)), problem.status());
    }

    static String textKey(FileProblem problem) {
        return "problem.reimbursement.file." + problem;
    }
}
