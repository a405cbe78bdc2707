package org.amelionboarding.cohort;

import java.util.List;
import java.util.Set;
import org.amelionboarding.form.Problems.Problem;
import org.amelionboarding.message.Languages;
import org.springframework.stereotype.Component;

/** Lines that a page lists: those with something to say, as far as a page is read. */
@Component
class CohortRows {

    /** The rest is in the result file. */
    private static final int MOST = 200;

    /**
     * @param field name or number of the column
     * @param dossier null if there is none
     */
    record Row(int line, String field, String words, String dossier) {}

    /** @param more how many more there are */
    record Rows(List<Row> shown, int more) {}

    private final LineWords words;
    private final Languages languages;

    CohortRows(LineWords words, Languages languages) {
        this.words = words;
        this.languages = languages;
    }

    Rows of(CohortReport report) {
        List<Row> all = report.lines().stream()
                .flatMap(line -> line.problems().stream().map(problem -> row(line.line(), problem, line.dossier())))
                .toList();
        List<Row> shown = all.stream().limit(MOST).toList();
        return new Rows(shown, all.size() - shown.size());
    }

    List<Row> of(Set<Problem> ofFile) {
        return ofFile.stream().map(problem -> row(1, problem, null)).toList();
    }

    private Row row(int line, Problem problem, String dossier) {
        return new Row(line, problem.field(), words.of(problem, languages.current()), dossier);
    }
}
