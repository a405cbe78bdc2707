package org.amelionboarding.reimbursement;

import static org.amelionboarding.reimbursement.Statements.file;
import static org.amelionboarding.reimbursement.Statements.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a student reads and downloads. */
@RunningDemo
class ReimbursementsPageTest {

    private static final String NBSP = "\u00a0";

    @Autowired
    private Demo demo;

    @Autowired
    private StatementImport statements;

    @Autowired
    private Reimbursements reimbursements;

    @Autowired
    private ReimbursementDocument document;

    @Autowired
    private Dossiers dossiers;

    private final Applicant applicant = Applicant.next();
    private Browser student;

    @BeforeEach
    void an_account_is_active() {
        student = demo.activeStudent(applicant);
    }

    private void threeLinesArrive() {
        statements.take(file(
                line(applicant.nir()),
                "%s,%s,2026-10-12,2026-10-20,PHARMACY,1014.38,8.76".formatted(Statements.freshId(), applicant.nir()),
                "%s,%s,2025-12-01,2025-12-31,OPTICAL,120.00,0.09".formatted(Statements.freshId(), applicant.nir())));
    }

    private String page(String query) {
        return student.get("/reimbursements" + query).body();
    }

    @Test
    void without_any_the_page_explains_when_they_come() {
        assertThat(page("?lang=fr"))
                .contains("Aucun remboursement pour le moment", "Vous recevez alors un email")
                .doesNotContain("<table");
    }

    @Test
    void they_stand_newest_first_with_totals_per_month_and_in_all() {
        threeLinesArrive();

        assertThat(page("?lang=fr"))
                .containsSubsequence(
                        "octobre 2026</th>",
                        "1\u202f044,38" + NBSP + "€",
                        "27,76" + NBSP + "€",
                        "décembre 2025</th>",
                        "120,00" + NBSP + "€",
                        "0,09" + NBSP + "€",
                        "Total</th>",
                        "1\u202f164,38" + NBSP + "€",
                        "27,85" + NBSP + "€",
                        "Pharmacie",
                        "Soins du 12/10/2026, versé le 20/10/2026",
                        "Consultation",
                        "Soins du 03/10/2026, versé le 08/10/2026",
                        "Optique")
                .doesNotContain("??");
    }

    @Test
    void english_has_its_own_way_with_amounts_and_dates() {
        threeLinesArrive();

        assertThat(page("?lang=en"))
                .contains("€1,164.38", "Pharmacy", "Care on 12 Oct 2026, paid out on 20 Oct 2026")
                .doesNotContain("??");
    }

    @Test
    void a_year_is_chosen() {
        threeLinesArrive();

        assertThat(page("?lang=fr&year=2025"))
                .contains("Optique", "aria-current=\"true\">2025</a>", "/reimbursements.pdf?year=2025")
                .doesNotContain("Pharmacie");
        assertThat(page("?lang=fr&year=2019")).contains("Aucun remboursement cette année-là.");
    }

    @Test
    void the_chart_is_not_read_out_and_needs_no_style_of_its_own() {
        threeLinesArrive();

        assertThat(page(""))
                .contains("<div class=\"chart\" aria-hidden=\"true\">", "<rect class=\"paid\"")
                .doesNotContain("style=", "<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reimbursements", "/reimbursements.csv", "/reimbursements.pdf"})
    void nothing_of_it_is_left_in_a_cache(String path) {
        assertThat(student.get(path).header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_french_spreadsheet_opens_the_table() {
        threeLinesArrive();

        assertThat(student.get("/reimbursements.csv?lang=fr&year=2026").body().lines())
                .first()
                .isEqualTo("\uFEFFRelevé;Soins du;Versé le;Nature;Payé;Remboursé");
        assertThat(student.get("/reimbursements.csv?lang=fr&year=2026").body().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .endsWith(";2026-10-12;2026-10-20;Pharmacie;1014,38;8,76");
    }

    @Test
    void an_english_spreadsheet_opens_the_table() {
        threeLinesArrive();

        Reply table = student.get("/reimbursements.csv?lang=en");

        assertThat(table.header("Content-Disposition")).isEqualTo("attachment; filename=\"reimbursements.csv\"");
        assertThat(table.body().lines()).element(1).asString().endsWith(",2026-10-12,2026-10-20,Pharmacy,1014.38,8.76");
    }

    @Test
    void a_pdf_is_downloaded() {
        threeLinesArrive();

        Reply reply = student.get("/reimbursements.pdf");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(reply.body()).startsWith("%PDF-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 1\u202f164,38\u00a0€ | Pharmacie | Année 2026
            en | €1,164.38 | Pharmacy | Year 2026
            """)
    void the_pdf_tells_whose_and_how_much_and_that_it_is_a_specimen(
            String language, String total, String pharmacy, String year) throws IOException {
        threeLinesArrive();

        assertThat(text(language, null))
                .contains("SP", applicant.familyName(), applicant.givenNames(), pharmacy, total)
                .doesNotContain(year, applicant.nir());
        assertThat(text(language, 2026)).contains(year).doesNotContain(total);
    }

    @Test
    void a_screen_reader_can_read_the_pdf() throws IOException {
        threeLinesArrive();

        try (PDDocument pdf = Loader.loadPDF(pdf("en", null))) {
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Statement of reimbursements");
        }
    }

    private String text(String language, Integer year) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(language, year))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private byte[] pdf(String language, Integer year) {
        String dossier = demo.dossier(applicant.email());
        List<Reimbursement> all = reimbursements.of(dossier);
        return document.of(dossiers.of(dossier), Overview.of(all, year), language);
    }
}
