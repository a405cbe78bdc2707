package org.amelionboarding.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.amelionboarding.dossier.DossierNumber;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The attestation de droits: downloaded by the student, checked by a third party. */
@RunningDemo
class AttestationTest {

    private static final String VERIFY = "/attestation/verify";

    @Autowired
    private Demo demo;

    @Autowired
    private Attestations attestations;

    @Autowired
    private AttestationDocument document;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcTemplate database;

    private Applicant applicant;
    private Browser student;
    private String dossier;

    @BeforeEach
    void a_student_is_on_the_way() {
        Applicant next = Applicant.next();
        applicant =
                new Applicant(next.nir(), "Żółćińska-Nguyễn", "Thị Ánh", next.birthDate(), next.mobile(), next.email());
        student = demo.student(applicant);
        demo.finishWizard(student, applicant.email());
        demo.link(applicant.email());
        dossier = demo.dossier(applicant.email());
    }

    private void activate() {
        String link = demo.link(applicant.email());
        demo.browser().fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
    }

    private Reply download() {
        return student.fillIn("/attestation", Map.of());
    }

    private Attestation issue() {
        return attestations.issue(dossier).orElseThrow();
    }

    private Reply verify(String reference, String birthDate) {
        return demo.browser().fillIn(VERIFY + "?lang=fr", Map.of("reference", reference, "birthDate", birthDate));
    }

    @Test
    void an_active_student_downloads_a_pdf() {
        activate();

        Reply reply = download();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).startsWith("%PDF-");
    }

    @Test
    void it_tells_who_the_student_is_and_that_it_is_a_specimen() throws IOException {
        activate();
        Attestation issued = issue();

        try (PDDocument pdf = Loader.loadPDF(document.of(issued))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "document de démonstration, sans valeur",
                            applicant.familyName(),
                            applicant.givenNames(),
                            "05/11/1998",
                            dossiers.of(dossier).nir().withKey(),
                            issued.reference());
        }
    }

    @Test
    void a_screen_reader_can_read_it() throws IOException {
        activate();

        try (PDDocument pdf = Loader.loadPDF(document.of(issue()))) {
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("fr");
            assertThat(pdf.getDocumentInformation().getTitle()).contains("Attestation");
        }
    }

    @Test
    void its_reference_has_a_check_character() {
        activate();

        assertThat(DossierNumber.valid(issue().reference())).isTrue();
    }

    @Test
    void before_the_account_is_active_there_is_none() {
        String csrf = student.get("/api/csrf").json().get("token").asText();

        assertThat(student.post("/attestation", Map.of("_csrf", csrf)).status()).isEqualTo(403);
        assertThat(student.get("/attestation?lang=fr").body())
                .contains("Ce sera possible quand votre compte sera actif.");
        assertThat(attestations.issue(dossier)).isEmpty();
    }

    @Test
    void nobody_else_downloads_one() {
        assertThat(demo.advisor().get("/attestation").status()).isEqualTo(403);
        assertThat(demo.browser().get("/attestation").location()).endsWith("/sign-in");
    }

    @Test
    void there_are_ten_a_day_and_no_more() {
        activate();
        for (int i = 0; i < 10; i++) {
            issue();
        }

        assertThat(download().status()).isEqualTo(429);
    }

    @Test
    void a_third_party_is_told_the_day_and_the_initials_and_no_name() {
        activate();

        assertThat(verify(issue().reference(), applicant.birthDate()).body())
                .contains("Attestation valable", "T.Ż.")
                .doesNotContain(applicant.familyName(), applicant.givenNames(), dossier);
    }

    @Test
    void whatever_is_wrong_gets_the_same_answer() {
        activate();
        String reference = issue().reference();

        List<String> answers = List.of(
                answer(reference, "1998-11-06"),
                answer("0000-0000", applicant.birthDate()),
                answer("'; drop", applicant.birthDate()),
                answer(reference, "yesterday"));

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("Aucune attestation");
    }

    private String answer(String reference, String birthDate) {
        return verify(reference, birthDate).body().replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void who_tries_birth_dates_is_asked_to_wait_even_with_the_right_one() {
        activate();
        String reference = issue().reference();
        for (int day = 10; day < 15; day++) {
            assertThat(verify(reference, "1998-11-" + day).status()).isEqualTo(200);
        }

        Reply refused = verify(reference, applicant.birthDate());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body())
                .contains("Trop de vérifications. Réessayez à partir du", "<form")
                .doesNotContain("T.Ż.", "Aucune attestation");
    }

    @Test
    void the_table_holds_nothing_personal() {
        activate();
        issue();

        assertThat(database.queryForList("select * from attestation where dossier = ?", dossier)
                        .toString())
                .doesNotContain(applicant.familyName(), applicant.givenNames(), applicant.birthDate());
    }
}
