package org.amelionboarding.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amelionboarding.form.Problems.Problem;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** Says broken rules in words: first the codes for a client to place next to its fields, then the person's text. */
@Component
class Refusals {

    private final Texts texts;

    Refusals(Texts texts) {
        this.texts = texts;
    }

    void refuseIfAny(Problems problems, String language) {
        if (!problems.all().isEmpty()) {
            throw new Refusal(say(problems, language));
        }
    }

    String say(Problems problems, String language) {
        String codes = problems.all().stream().map(Problem::toString).collect(Collectors.joining(", "));
        String words = problems.all().stream()
                .map(problem -> words(problem, language))
                .distinct()
                .collect(Collectors.joining(" "));
        return codes + " — " + words;
    }

    /** For a page: the words by field, in the order of the fields. */
    Map<String, List<String>> byField(Problems problems, String language) {
        return problems.all().stream()
                .collect(Collectors.groupingBy(
                        Problem::field,
                        LinkedHashMap::new,
                        Collectors.mapping(problem -> words(problem, language), Collectors.toList())));
    }

    private String words(Problem problem, String language) {
        String general = "problem." + problem.code();
        String special = "problem." + problem.field() + "." + problem.code();
        return problem.detail() == null
                ? texts.first(language, special, general)
                : texts.first(language, special, general, problem.detail());
    }
}
