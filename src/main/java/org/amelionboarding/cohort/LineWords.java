package org.amelionboarding.cohort;

import java.util.List;
import org.amelionboarding.form.Problems.Problem;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** What is wrong with a file or a line, in words: those of the request form, but where a file needs its own. */
@Component
class LineWords {

    private final Texts texts;

    LineWords(Texts texts) {
        this.texts = texts;
    }

    String of(Problem problem, String language) {
        String field = "." + problem.field();
        String code = "." + problem.code();
        return texts.first(
                language,
                List.of(
                        "problem.cohort" + field + code,
                        "problem.cohort" + code,
                        "problem" + field + code,
                        "problem" + code));
    }
}
