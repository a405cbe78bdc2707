package org.amelionboarding.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amelionboarding.cohort.Promotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of students on the advisor's page, from the spreadsheet to the result. */
class CohortTest extends BrowserTest {

    private static final String PAGE = "/desk/cohort";
    private static final String DONE = ".notice h2:has-text('%s')";

    @TempDir
    private Path folder;

    @Test
    void an_advisor_hands_in_a_file_corrects_nothing_and_watches_the_dossiers_open() throws IOException {
        try (Visitor advisor = advisor("cohort")) {
            advisor.open(PAGE).see("#cohort");
            advisor.shoot("choose").press("summary").shoot("format");
            advisor.choosePath("file", file(Charset.forName("windows-1252")));
            advisor.press("#cohort button").arriveAt(PAGE + "/.+");
            assertThat(advisor.text("table")).contains("familyName", "nir", "La clé ne correspond pas");
            advisor.shoot("preview").press("main form button").see("progress");
            advisor.shoot("progress").see(DONE.formatted("terminé"));
            assertThat(advisor.text(".notice")).contains("Dossiers ouverts").contains("26");
            advisor.shoot("done").open(PAGE).see("section li a");
            advisor.shoot("latest");
            assertThat(advisor.failures()).isEmpty();
        }
    }

    @Test
    void in_english_on_a_telephone() throws IOException {
        try (Visitor advisor = visitor("cohort-en", "en-US", 360)) {
            signInAsAdvisor(advisor);
            advisor.open(PAGE).see("#cohort");
            advisor.shoot("choose").choosePath("file", file(UTF_8));
            advisor.press("#cohort button").arriveAt(PAGE + "/.+");
            advisor.shoot("preview").press("main form button").see("progress");
            advisor.shoot("progress").see(DONE.formatted("finished"));
            advisor.shoot("done");
        }
    }

    @Test
    void a_file_is_dropped_anywhere_on_the_card() {
        try (Visitor advisor = advisor("cohort-drop")) {
            advisor.open(PAGE).see(".drop-hint");
            advisor.run("(() => { const files = new DataTransfer();"
                    + " files.items.add(new File(['nir;nom'], 'promotion.csv'));"
                    + " document.querySelector('.drop').dispatchEvent("
                    + "new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true })); })()");
            assertThat(advisor.text("#problem")).contains("birthDate");
            advisor.shoot("refused");
        }
    }

    private Path file(Charset charset) throws IOException {
        Promotion promotion = Promotion.of(30);
        String text = promotion
                .with(1, "familyName", "=1+1")
                .with(2, "nir", "298119935012321")
                .with(2, "birthDate", "31/02/2004")
                .with(3, "nir", promotion.nir(0))
                .with(4, "mobile", "04 12 34 56 78")
                .with(5, "givenNames", "Éloïse")
                .text();
        return Files.write(folder.resolve("promotion.csv"), text.getBytes(charset));
    }
}
