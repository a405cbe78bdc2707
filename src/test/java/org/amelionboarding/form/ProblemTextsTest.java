package org.amelionboarding.form;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amelionboarding.dossier.EmailProblem;
import org.amelionboarding.dossier.MobileProblem;
import org.amelionboarding.dossier.NirProblem;
import org.amelionboarding.dossier.PasswordProblem;
import org.amelionboarding.form.Problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Whatever a form refuses, it can say why. TextsTest makes sure that the other language has the same texts. */
@SpringBootTest
@ActiveProfiles("test")
class ProblemTextsTest {

    private static final Path FORMS = Path.of("src/main/java/org/amelionboarding/form");
    private static final Pattern ADDED = Pattern.compile("(?<!Map\\.of\\()\"(\\w+)\",\\s*\"([A-Z][A-Z_]+)\"\\)");

    @Autowired
    private List<Form<?>> forms;

    @Autowired
    private Validator validator;

    @ParameterizedTest
    @MethodSource("problemsOfTheDossier")
    void every_problem_that_the_dossier_finds_has_its_words(Problem problem) {
        assertThat(texts()).containsAnyOf(keys(problem));
    }

    @Test
    void every_constraint_of_a_form_has_its_words() {
        assertThat(forms).flatExtracting(this::constraints).allSatisfy(ProblemTextsTest::hasWords);
    }

    @Test
    void every_value_that_cannot_be_read_has_its_words() {
        assertThat(forms)
                .flatExtracting(form -> Arrays.stream(form.input().getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(field -> new Problem(field, "MALFORMED"))
                        .toList())
                .allSatisfy(ProblemTextsTest::hasWords);
    }

    @Test
    void every_problem_that_a_form_adds_has_its_words() throws IOException {
        assertThat(added()).isNotEmpty().allSatisfy(ProblemTextsTest::hasWords);
    }

    static Stream<Problem> problemsOfTheDossier() {
        return Stream.of(
                        of("nir", NirProblem.values()),
                        of("newPassword", PasswordProblem.values()),
                        of("email", EmailProblem.values()),
                        of("mobile", MobileProblem.values()))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> of(String field, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> new Problem(field, code.name()));
    }

    private List<Problem> constraints(Form<?> form) {
        return validator.getConstraintsForClass(form.input()).getConstrainedProperties().stream()
                .flatMap(property -> property.getConstraintDescriptors().stream()
                        .map(ConstraintDescriptor::getMessageTemplate)
                        .map(code -> new Problem(property.getPropertyName(), code)))
                .toList();
    }

    private static Set<Problem> added() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.map(ProblemTextsTest::content)
                    .flatMap(code -> ADDED.matcher(code).results())
                    .map(found -> new Problem(found.group(1), found.group(2)))
                    .collect(toSet());
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hasWords(Problem problem) {
        assertThat(texts()).containsAnyOf(keys(problem));
    }

    private static String[] keys(Problem problem) {
        return new String[] {"problem." + problem.field() + "." + problem.code(), "problem." + problem.code()};
    }

    private static Set<String> texts() {
        return ResourceBundle.getBundle("texts/texts", Locale.FRENCH).keySet();
    }
}
