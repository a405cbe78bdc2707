package org.amelionboarding.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.form.Problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Whatever is wrong with a file or a line can be said. ProblemTextsTest does the same for the rules of the form. */
@SpringBootTest
@ActiveProfiles("test")
class LineWordsTest {

    private static final Path CODE = Path.of("src/main/java/org/amelionboarding/cohort");
    private static final Pattern OF_LINE = Pattern.compile("refused\\([^\"]*\"([A-Z_]+)\"");
    private static final Pattern OF_COLUMN = Pattern.compile("(?:column|name|1\\)), \"([A-Z_]+)\"");
    private static final Pattern OF_ONE_FIELD = Pattern.compile("new Problem\\(\"(\\w+)\", \"([A-Z_]+)\"");

    @Autowired
    private LineWords words;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_UTF8")
    void every_problem_of_a_file_has_its_words(FileProblem problem) {
        said("file", problem.name());
    }

    @Test
    void every_problem_of_a_line_has_its_words() {
        assertThat(codes(OF_LINE)).contains("QUOTES", "COLUMNS", "TOO_LONG").allSatisfy(code -> said("line", code));
    }

    @Test
    void every_problem_of_a_column_has_its_words() {
        assertThat(codes(OF_COLUMN))
                .contains("MISSING_COLUMN", "FORMULA", "MALFORMED")
                .allSatisfy(code -> Header.COLUMNS.forEach(column -> said(column, code)));
    }

    @Test
    void every_other_problem_has_its_words() {
        assertThat(found(OF_ONE_FIELD)).isNotEmpty().allSatisfy(match -> said(match.group(1), match.group(2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            birthDate | MALFORMED | Ce n’est pas une date. Par exemple 05/11/1998 ou 1998-11-05.
            nir       | DUPLICATE | Ce numéro figure déjà plus haut dans le fichier.
            nir       | SEX       | Un numéro de sécurité sociale définitif commence par 1 ou 2.
            mobile    | ROUNDED   | Le tableur a arrondi ce nombre
            """)
    void a_file_has_words_of_its_own_where_those_of_the_form_do_not_do(String field, String code, String text) {
        assertThat(words.of(new Problem(field, code), "fr")).startsWith(text);
    }

    private void said(String field, String code) {
        assertThat(words.of(new Problem(field, code), "fr")).isNotBlank();
    }

    private static Set<String> codes(Pattern pattern) {
        return found(pattern).stream().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static List<MatchResult> found(Pattern pattern) {
        try (Stream<Path> files = Files.list(CODE)) {
            return files.map(LineWordsTest::content)
                    .flatMap(code -> pattern.matcher(code).results())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
