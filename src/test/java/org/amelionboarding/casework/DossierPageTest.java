package org.amelionboarding.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a dossier: who reads it, who acts on it, and what it never shows. */
@RunningDemo
class DossierPageTest {

    private static final String[] FRENCH = {"Accept-Language", "fr"};
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    @Autowired
    private Demo demo;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private ActionLog log;

    private final Applicant applicant = Applicant.next();
    private String dossier;

    @BeforeEach
    void a_code_was_requested() {
        dossier = demo.request(applicant);
    }

    // ---- Reading

    @Test
    void an_advisor_reads_where_the_student_stands_and_what_comes_next() {
        assertThat(demo.advisor().get(page(), FRENCH).body())
                .contains(
                        "Dossier " + dossier,
                        "L’étudiant doit se connecter avec le code et choisir son mot de passe (étape 1 sur 3).",
                        "le dossier est clos et tout est effacé",
                        "Code provisoire",
                        "Le code provisoire a été demandé.",
                        "Demande saisie par");
    }

    @Test
    void it_is_read_in_english_too() {
        assertThat(demo.advisor().get(page(), "Accept-Language", "en").body())
                .contains("Where the dossier stands", "The provisional code was requested.")
                .doesNotContain("Historique");
    }

    @Test
    void nobody_reads_the_identity_unmasked_nor_any_code() {
        String code = demo.code(applicant);

        String body = demo.advisor().get(page(), FRENCH).body();

        assertThat(body)
                .contains("P••• F•••", "+33 6 •• •• ••")
                .doesNotContain(
                        applicant.familyName(),
                        applicant.givenNames(),
                        applicant.nir(),
                        applicant.nir().substring(0, 13),
                        applicant.mobile(),
                        applicant.mobile().substring(3),
                        applicant.birthDate(),
                        "05/11/1998",
                        code);
        assertThat(CODE.matcher(body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", ""))
                        .results())
                .isEmpty();
    }

    @Test
    void nobody_reads_the_address_or_a_link_unmasked() {
        demo.finishWizard(demo.student(applicant.nir(), demo.code(applicant)), applicant.email());
        String link = demo.link(applicant.email());

        assertThat(demo.advisor().get(page(), FRENCH).body())
                .contains("e•••@courriel.example")
                .doesNotContain(applicant.email(), "token=", link.replaceFirst(".*token=", ""), Applicant.PASSWORD);
    }

    @Test
    void an_auditor_reads_the_same_and_finds_nothing_to_press() {
        Reply page = auditor().get(page(), FRENCH);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("P••• F•••", "Historique").doesNotContain("<form", "name=\"reason\"");
    }

    @Test
    void an_operator_and_a_student_read_nothing() {
        assertThat(demo.operator().get(page(), FRENCH).status()).isEqualTo(403);
        assertThat(demo.student(applicant.nir(), demo.code(applicant))
                        .get(page(), FRENCH)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_stranger_is_sent_to_the_staffs_sign_in() {
        assertThat(demo.browser().get(page(), FRENCH).location()).isEqualTo("/staff/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-0000", "7K3M-9QXF", "x", "0000-0000'--", "..%2f"})
    void a_number_that_is_none_leads_nowhere(String number) {
        assertThat(demo.advisor().get("/desk/dossiers/" + number, FRENCH).status())
                .isIn(400, 403, 404);
    }

    @Test
    void the_page_is_kept_nowhere() {
        assertThat(demo.advisor().get(page(), FRENCH).header("Cache-Control")).contains("no-store");
    }

    // ---- Acting

    @Test
    void what_is_done_is_said_and_logged_with_who_and_why() {
        Reply done = act(demo.advisor(), CaseAction.EXTEND_DEADLINE, "Revient de voyage");

        assertThat(done.location()).isEqualTo(page() + "?done=EXTEND_DEADLINE");
        assertThat(demo.advisor().get(done.location(), FRENCH).body())
                .contains("L’échéance est prolongée.", "advisor a prolongé l’échéance.", "Revient de voyage");
        assertThat(dossiers.of(dossier).extendedUntil()).isNotNull();
    }

    @Test
    void pressed_twice_it_is_done_once() {
        Browser advisor = demo.advisor();
        Map<String, String> press = press(advisor, CaseAction.EXTEND_DEADLINE, "Revient de voyage");

        List<Reply> replies = Together.times(2, () -> advisor.post(page(), press, FRENCH));

        assertThat(replies).extracting(Reply::status).containsOnly(302);
        assertThat(log.of(dossier)).hasSize(1);
    }

    @Test
    void what_the_state_does_not_admit_any_more_is_refused_kindly() {
        Browser advisor = demo.advisor();
        Map<String, String> press = press(advisor, CaseAction.CLOSE_DOSSIER, "Demande en double");
        act(demo.colleague(), CaseAction.CLOSE_DOSSIER, "Demande en double");

        Reply late = advisor.post(page(), press, FRENCH);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Cette action n’est pas possible", "ont été effacées");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "abcd", "a\u0007bcdef"})
    void without_a_reason_nothing_is_done(String reason) {
        Reply refused = act(demo.advisor(), CaseAction.CLOSE_DOSSIER, reason);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Rien n’a été fait", "aria-invalid=\"true\"");
        assertThat(dossiers.of(dossier).isClosed()).isFalse();
    }

    @Test
    void a_reason_without_end_is_refused() {
        assertThat(act(demo.advisor(), CaseAction.ADD_NOTE, "x".repeat(501)).body())
                .contains("Écrivez 500 caractères au plus.");
        assertThat(log.of(dossier)).isEmpty();
    }

    @Test
    void what_was_typed_is_shown_again_after_a_refusal_as_text() {
        assertThat(act(demo.advisor(), CaseAction.ADD_NOTE, "<b>x").body()).contains("&lt;b&gt;x");
    }

    @Test
    void markup_in_a_note_is_text() {
        act(demo.advisor(), CaseAction.ADD_NOTE, "<script>alert(1)</script>");

        assertThat(demo.advisor().get(page(), FRENCH).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void an_expression_in_a_note_is_text() {
        act(demo.advisor(), CaseAction.ADD_NOTE, "${7*7} #{7*7} {0}");

        assertThat(demo.advisor().get(page(), FRENCH).body()).contains("${7*7} #{7*7} {0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE_EVERYTHING", ""})
    void an_action_that_is_none_is_refused(String action) {
        Browser advisor = demo.advisor();
        Map<String, String> press = press(advisor, CaseAction.ADD_NOTE, "Un motif");
        press.put("action", action);

        assertThat(advisor.post(page(), press, FRENCH).status()).isEqualTo(400);
        assertThat(log.of(dossier)).isEmpty();
    }

    @Test
    void a_press_without_a_mark_of_its_own_is_refused() {
        Browser advisor = demo.advisor();
        Map<String, String> press = press(advisor, CaseAction.ADD_NOTE, "Un motif");
        press.put("once", "' or 1=1");

        assertThat(advisor.post(page(), press, FRENCH).status()).isEqualTo(400);
        assertThat(log.of(dossier)).isEmpty();
    }

    @Test
    void the_press_for_one_dossier_does_nothing_to_another() {
        Browser advisor = demo.advisor();
        Map<String, String> press = press(advisor, CaseAction.EXTEND_DEADLINE, "Un motif");
        advisor.post(page(), press, FRENCH);
        String other = demo.request(Applicant.next());

        assertThat(advisor.post("/desk/dossiers/" + other, press, FRENCH).status())
                .isEqualTo(409);
        assertThat(dossiers.of(other).extendedUntil()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void an_auditor_acts_nowhere(CaseAction action) {
        assertRefused(auditor(), action);
    }

    @ParameterizedTest
    @EnumSource
    void an_operator_acts_nowhere(CaseAction action) {
        assertRefused(demo.operator(), action);
    }

    @Test
    void a_student_does_not_act_on_their_own_dossier() {
        assertRefused(demo.student(applicant.nir(), demo.code(applicant)), CaseAction.EXTEND_DEADLINE);
    }

    private void assertRefused(Browser person, CaseAction action) {
        Map<String, String> press = fields(action, "Un motif");
        press.put("_csrf", person.get("/api/csrf").json().get("token").asText());

        assertThat(person.post(page(), press, FRENCH).status()).isEqualTo(403);
        assertThat(log.of(dossier)).isEmpty();
    }

    @Test
    void it_needs_the_token_against_forgery() {
        assertThat(demo.advisor()
                        .post(page(), fields(CaseAction.CLOSE_DOSSIER, "Un motif"), FRENCH)
                        .status())
                .isEqualTo(403);
        assertThat(dossiers.of(dossier).isClosed()).isFalse();
    }

    @Test
    void a_closed_dossier_says_that_its_identity_is_erased() {
        act(demo.advisor(), CaseAction.CLOSE_DOSSIER, "Demande en double");

        assertThat(demo.advisor().get(page(), FRENCH).body())
                .contains("Dossier clos le", "ont été effacées", "advisor a clos le dossier.", "Demande en double")
                .doesNotContain("P••• F•••", "name=\"reason\"");
    }

    @Test
    void the_student_of_a_closed_dossier_is_told_by_sms() {
        act(demo.advisor(), CaseAction.CLOSE_DOSSIER, "Demande en double");

        await().until(() -> demo.messages(applicant.mobile())
                .anyMatch(text -> text.contains("un conseiller a clos votre demande")));
    }

    private String page() {
        return "/desk/dossiers/" + dossier;
    }

    private Reply act(Browser person, CaseAction action, String reason) {
        return person.post(page(), press(person, action, reason), FRENCH);
    }

    /** What the button on the page sends. */
    private Map<String, String> press(Browser person, CaseAction action, String reason) {
        String page = person.get(page(), FRENCH).body();
        Map<String, String> press = fields(action, reason);
        press.put(
                "once",
                found(
                        page,
                        "name=\"once\" value=\"([0-9a-f-]+)\"><?\\s*<input type=\"hidden\" name=\"action\" value=\""
                                + action));
        press.put("_csrf", found(page, "name=\"_csrf\"[^>]*value=\"([^\"]+)\""));
        return press;
    }

    private static Map<String, String> fields(CaseAction action, String reason) {
        return new HashMap<>(
                Map.of("action", action.name(), "once", UUID.randomUUID().toString(), "reason", reason));
    }

    private static String found(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private Browser auditor() {
        Browser auditor = demo.browser();
        auditor.signInAsStaff("auditor", "auditor-demo");
        return auditor;
    }
}
