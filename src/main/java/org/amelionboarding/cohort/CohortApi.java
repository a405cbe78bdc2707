package org.amelionboarding.cohort;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.csv.FileRefused;
import org.amelionboarding.form.Problems.Problem;
import org.amelionboarding.message.Languages;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;

/** The same as {@link CohortDesk}, for machines: a file is checked and started in one step. */
@RestController
@RequestMapping("/api/cohorts")
class CohortApi {

    record Refusal(Set<Problem> problems, String message) {}

    private final Cohorts cohorts;
    private final ResultFile results;
    private final LineWords words;
    private final Languages languages;

    CohortApi(Cohorts cohorts, ResultFile results, LineWords words, Languages languages) {
        this.cohorts = cohorts;
        this.results = results;
        this.words = words;
        this.languages = languages;
    }

    /** Answers once each line is checked; the dossiers of the accepted ones start in the background. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CohortReport take(@RequestParam MultipartFile file, Principal advisor) throws IOException {
        String id = cohorts.keep(file.getBytes(), advisor.getName());
        cohorts.start(found(id));
        return cohorts.report(found(id));
    }

    @GetMapping("/{id}")
    CohortReport show(@PathVariable String id) {
        return cohorts.report(found(id));
    }

    @GetMapping("/{id}/result.csv")
    ResponseEntity<byte[]> result(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("result.csv")
                                .build()
                                .toString())
                .body(results.of(show(id), languages.current()));
    }

    private Cohort found(String id) {
        return cohorts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @ExceptionHandler({FileRefused.class, MultipartException.class, MissingServletRequestPartException.class})
    ResponseEntity<Refusal> refuse(Exception e) {
        Set<Problem> problems = ColumnsRefused.problems(e);
        String message = problems.stream()
                .map(problem -> words.of(problem, languages.current()))
                .distinct()
                .collect(joining(" "));
        return ResponseEntity.status(FileProblem.of(e).status()).body(new Refusal(problems, message));
    }
}
