package org.amelionboarding.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Undeliverable;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The code at the desk: for whom, after what check, and only once. */
@RunningDemo
class HandOverPageTest {

    private static final String PAGE = "/desk/hand-over";
    private static final Pattern CODE = Pattern.compile("class=\"code\">(\\d{4} \\d{4})<");
    private static final String[] FRENCH = {"Accept-Language", "fr"};
    private static final Map<String, String> CHECKED = Map.of("identityChecked", "true");

    @Autowired
    private Demo demo;

    @Autowired
    private TaskService tasks;

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private ApplicationEventPublisher events;

    private final Applicant applicant = Applicant.next();
    private String dossier;
    private String task;

    @BeforeEach
    void a_code_did_not_arrive() {
        dossier = demo.request(applicant);
        events.publishEvent(new Undeliverable(dossier, MessagePurpose.PROVISIONAL_CODE));
        task = open().getId();
    }

    private Task open() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey("Task_HandOverCode")
                .singleResult();
    }

    @Test
    void the_page_tells_whom_to_check_and_no_code() {
        Reply page = demo.advisor().get(page(), FRENCH);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(applicant.familyName(), applicant.givenNames(), "05/11/1998", dossier)
                .doesNotContain(applicant.nir(), applicant.nir().substring(0, 13), applicant.mobile());
        assertThat(code(page)).isNull();
    }

    @Test
    void looking_changes_nothing() {
        String sent = demo.code(applicant);

        demo.advisor().get(page(), FRENCH);

        assertThat(secrets.useProvisionalCode(dossier, sent, "somewhere")).isTrue();
        assertThat(open()).isNotNull();
    }

    @Test
    void the_code_is_shown_and_signs_the_student_in() {
        Reply shown = demo.advisor().fillIn(page(), with(CHECKED), FRENCH);

        assertThat(shown.status()).isEqualTo(200);
        demo.student(applicant.nir(), code(shown));
    }

    @Test
    void the_code_that_was_sent_before_is_dead() {
        String sent = demo.code(applicant);

        demo.advisor().fillIn(page(), with(CHECKED), FRENCH);

        assertThat(secrets.useProvisionalCode(dossier, sent, "somewhere")).isFalse();
    }

    @Test
    void the_page_with_the_code_is_kept_nowhere() {
        Reply shown = demo.advisor().fillIn(page(), with(CHECKED), FRENCH);

        assertThat(shown.header("Cache-Control")).contains("no-store");
    }

    @Test
    void the_paper_tells_neither_name_nor_number() {
        Reply shown = demo.advisor().fillIn(page(), with(CHECKED), FRENCH);

        assertThat(shown.body())
                .doesNotContain(applicant.familyName(), applicant.givenNames(), applicant.nir(), dossier);
    }

    @Test
    void sent_again_the_page_says_kindly_that_it_is_over() {
        Browser advisor = demo.advisor();
        Map<String, String> fields = with(CHECKED, "_csrf", advisor.csrf(page()));
        String code = code(advisor.post(PAGE, fields, FRENCH));

        Reply again = advisor.post(PAGE, fields, FRENCH);

        assertThat(again.status()).isEqualTo(200);
        assertThat(code(again)).isNull();
        assertThat(again.body()).contains("Il n’y a plus rien à remettre ici");
        assertThat(secrets.useProvisionalCode(dossier, code.replace(" ", ""), "somewhere"))
                .isTrue();
    }

    @Test
    void opened_again_the_page_says_kindly_that_it_is_over() {
        Browser advisor = demo.advisor();
        advisor.fillIn(page(), with(CHECKED), FRENCH);

        assertThat(advisor.get(page(), FRENCH).body()).contains("Il n’y a plus rien à remettre ici");
    }

    @Test
    void of_two_at_the_same_time_one_is_shown_the_code_and_it_is_good() {
        Browser advisor = demo.advisor();
        Map<String, String> fields = with(CHECKED, "_csrf", advisor.csrf(page()));

        List<Reply> replies = Together.times(2, () -> advisor.post(PAGE, fields, FRENCH));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        List<String> codes = replies.stream()
                .map(HandOverPageTest::code)
                .filter(code -> code != null)
                .toList();
        assertThat(codes).hasSize(1);
        assertThat(secrets.useProvisionalCode(dossier, codes.get(0), "somewhere"))
                .isTrue();
    }

    @Test
    void without_a_checked_identity_nothing_is_handed_over() {
        String sent = demo.code(applicant);

        Reply refused = demo.advisor().fillIn(page(), with(Map.of()), FRENCH);

        assertThat(refused.body()).contains("Vérifiez l’identité de l’étudiant, puis cochez la case.");
        assertThat(code(refused)).isNull();
        assertThat(open()).isNotNull();
        assertThat(secrets.useProvisionalCode(dossier, sent, "somewhere")).isTrue();
    }

    @Test
    void a_colleague_is_told_that_it_is_claimed() {
        tasks.claim(task, "advisor");

        Reply page = demo.colleague().get(page(), FRENCH);

        assertThat(page.body()).contains("Une ou un collègue s’en occupe déjà").doesNotContain(applicant.familyName());
    }

    @Test
    void a_colleague_who_opened_it_before_it_was_claimed_is_shown_no_code() {
        Browser colleague = demo.colleague();
        Map<String, String> fields = with(CHECKED, "_csrf", colleague.csrf(page()));
        tasks.claim(task, "advisor");

        Reply late = colleague.post(PAGE, fields, FRENCH);

        assertThat(late.body()).contains("Une ou un collègue s’en occupe déjà");
        assertThat(open()).isNotNull();
    }

    @Test
    void any_other_task_is_no_hand_over() {
        String own =
                tasks.createTaskQuery().taskAssignee(dossier).singleResult().getId();
        Browser advisor = demo.advisor();

        Reply page = advisor.get(PAGE + "?task=" + own, FRENCH);

        assertThat(page.body()).contains("Il n’y a plus rien à remettre ici").doesNotContain(applicant.familyName());
        advisor.post(PAGE, Map.of("task", own, "identityChecked", "true", "_csrf", advisor.csrf(page())));
        assertThat(tasks.createTaskQuery().taskAssignee(dossier).singleResult().getId())
                .isEqualTo(own);
    }

    @Test
    void it_needs_the_token_against_forgery() {
        assertThat(demo.advisor().post(PAGE, with(CHECKED)).status()).isEqualTo(403);
        assertThat(open()).isNotNull();
    }

    @Test
    void an_operator_is_not_let_in() {
        assertThat(demo.operator().get(page(), FRENCH).status()).isEqualTo(403);
    }

    @Test
    void a_student_is_not_let_in() {
        Browser student = demo.student(Applicant.next());

        assertThat(student.get(page(), FRENCH).status()).isEqualTo(403);
        assertThat(student.post(PAGE, with(CHECKED)).status()).isEqualTo(403);
    }

    @Test
    void a_stranger_is_sent_to_the_staffs_sign_in() {
        assertThat(demo.browser().get(page(), FRENCH).location()).isEqualTo("/staff/sign-in");
    }

    private String page() {
        return PAGE + "?task=" + task;
    }

    private Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("task", task);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /** @return null if none is shown */
    private static String code(Reply page) {
        Matcher shown = CODE.matcher(page.body());
        return shown.find() ? shown.group(1) : null;
    }
}
