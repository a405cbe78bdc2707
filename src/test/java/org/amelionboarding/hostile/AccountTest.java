package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an active account tells its owner, and its lists of tasks: never anything of somebody else's. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {

    private static final String TO_DO = "À faire · To do";
    private static final String ACCOUNT = "Mon compte · My account";
    private static final String MOMENT = "\\d{1,2} \\p{L}+ \\d{4} à \\d{2}:\\d{2}";

    @Autowired
    private Demo demo;

    private final Applicant applicant = Applicant.next();
    private final Applicant other = Applicant.next();
    private Browser student;

    @BeforeAll
    void two_students_have_active_accounts() {
        demo.activeStudent(applicant);
        demo.activeStudent(other);
        student = demo.signInToAccount(applicant);
    }

    @Test
    void it_greets_the_student_and_tells_the_sign_in_before() {
        JsonNode account = account(student, "/api/account");

        assertThat(account.get("givenNames").asText()).isEqualTo(applicant.givenNames());
        assertThat(account.get("previousSignIn").asText()).matches(MOMENT);
    }

    @Test
    void it_tells_of_each_item_where_the_student_stands() {
        Applicant third = Applicant.next();
        demo.activeStudent(third);
        Browser owner = demo.signInToAccount(third);

        submit(owner, "Task_CheckContactDetails", Map.of("decision", "LATER"));
        submit(owner, "Task_DeclareGp", Map.of("answer", "DONE"));
        submit(owner, "Task_OrderCeam", Map.of("answer", "NOT_CONCERNED"));

        assertThat(account(owner, "/api/account").get("items"))
                .extracting(item ->
                        item.get("name").asText() + " " + item.get("state").asText())
                .containsExactly(
                        "check-contact-details PUT_OFF",
                        "declare-gp DONE",
                        "arrange-top-up-insurance TO_DO",
                        "order-ceam NOT_CONCERNED");
        assertThat(account(owner, "/api/account").get("items"))
                .extracting(item -> item.get("day").isNull())
                .containsExactly(false, false, true, false);
    }

    @Test
    void it_is_kept_by_no_cache() {
        assertThat(student.get("/api/account").header("Cache-Control")).contains("no-store");
    }

    @Test
    void nothing_that_is_sent_makes_it_somebody_elses() {
        String number = demo.dossier(other.email());

        assertThat(account(student, "/api/account?dossier=" + number + "&name=" + number)
                        .get("givenNames")
                        .asText())
                .isEqualTo(applicant.givenNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {TO_DO, ACCOUNT})
    void a_list_shows_the_students_own_tasks_only(String list) {
        JsonNode listed = list(student, list, Map.of());

        assertThat(listed).hasSize(4).allMatch(this::isOwn);
    }

    @ParameterizedTest
    @ValueSource(strings = {TO_DO, ACCOUNT})
    void no_criterion_widens_a_list(String list) {
        String number = demo.dossier(other.email());

        assertThat(list(student, list, Map.of("assignee", number))).allMatch(this::isOwn);
        assertThat(list(student, list, Map.of("orQueries", List.of(Map.of("assigneeLike", "%")))))
                .allMatch(this::isOwn);
    }

    @Test
    void on_the_way_to_the_account_its_list_is_empty() {
        Browser newcomer = demo.student(Applicant.next());

        assertThat(list(newcomer, ACCOUNT, Map.of())).isEmpty();
        assertThat(list(newcomer, TO_DO, Map.of())).hasSize(1);
    }

    @Test
    void staff_have_other_lists() {
        assertThat(filters(demo.advisor())).isNotEmpty().doesNotContain(TO_DO, ACCOUNT);
        assertThat(demo.advisor()
                        .engine("POST", "/filter/" + filter(student, ACCOUNT) + "/list", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_student_has_these_two_lists() {
        assertThat(filters(student)).containsExactlyInAnyOrder(TO_DO, ACCOUNT);
    }

    private boolean isOwn(JsonNode task) {
        return task.get("assignee").asText().equals(demo.dossier(applicant.email()));
    }

    private static JsonNode account(Browser owner, String path) {
        return owner.get(path).json();
    }

    private static void submit(Browser owner, String definition, Map<String, Object> values) {
        JsonNode task = StreamSupport.stream(
                        owner.engine("GET", "/task", null).json().spliterator(), false)
                .filter(open -> open.get("taskDefinitionKey").asText().equals(definition))
                .findFirst()
                .orElseThrow();
        assertThat(owner.submitForm("/task/" + task.get("id").asText(), values).status())
                .isEqualTo(204);
    }

    private static JsonNode list(Browser person, String name, Map<String, ?> criteria) {
        return person.engine("POST", "/filter/" + filter(person, name) + "/list", criteria)
                .json();
    }

    private static String filter(Browser person, String name) {
        return StreamSupport.stream(person.engine("GET", "/filter", null).json().spliterator(), false)
                .filter(filter -> filter.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private static List<String> filters(Browser person) {
        return StreamSupport.stream(person.engine("GET", "/filter", null).json().spliterator(), false)
                .map(filter -> filter.get("name").asText())
                .toList();
    }
}
