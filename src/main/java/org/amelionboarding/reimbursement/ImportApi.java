package org.amelionboarding.reimbursement;

import java.io.IOException;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.csv.FileRefused;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The same as {@link ImportDesk}, for machines. */
@RestController
class ImportApi {

    record Refusal(FileProblem problem, String message) {}

    private final StatementImport statements;
    private final Texts texts;
    private final Languages languages;

    ImportApi(StatementImport statements, Texts texts, Languages languages) {
        this.statements = statements;
        this.texts = texts;
        this.languages = languages;
    }

    @PostMapping(path = "/api/reimbursements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportReport take(@RequestParam MultipartFile file) throws IOException {
        return statements.take(file.getBytes());
    }

    @ExceptionHandler({FileRefused.class, MultipartException.class, MissingServletRequestPartException.class})
    ResponseEntity<Refusal> refuse(Exception e) {
        FileProblem problem = FileProblem.of(e);
        return ResponseEntity.status(problem.status())
                .body(new Refusal(problem, texts.text(languages.current(), ImportDesk.textKey(problem))));
    }
}
