package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.amelionboarding.engine.Groups;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Marker;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * CVE-2026-109432: the engine runs expressions that stand inside {@code orQueries} of a task query, whatever its
 * settings. Community edition 7.24.0 has no fix; ours must hold with and without the list of open addresses.
 */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Cve_2026_109432_Test {

    private static final String IN_OR = "{\"orQueries\":[{\"dueAfterExpression\":\"" + Marker.EXPRESSION + "\"}]}";
    private static final String AT_TOP = "{\"dueAfterExpression\":\"" + Marker.EXPRESSION + "\"}";

    @Autowired
    private Demo demo;

    @Autowired
    private Marker marker;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identities;

    private Browser student;
    private Browser advisor;
    private String filter;
    private String advisorsFilter;

    @BeforeAll
    void student_and_advisor_have_a_task_list() {
        student = demo.student(Applicant.next());
        advisor = demo.advisor();
        filter = onlyFilter(student);
        advisorsFilter = onlyFilter(advisor);
    }

    private static String onlyFilter(Browser person) {
        return person.engine("GET", "/filter", null).json().get(0).get("id").asText();
    }

    @BeforeEach
    void nothing_was_run() {
        marker.forget();
    }

    @AfterEach
    void no_expression_was_run() {
        identities.clearAuthentication();
        assertThat(marker.isTouched()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_OR, AT_TOP})
    void a_students_task_list_refuses_expressions(String query) {
        assertThat(student.engine("POST", list(), query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task",
                "/task/count",
                "/filter/{filter}/singleResult",
                "/filter/{filter}/count",
                "/filter/create"
            })
    void every_other_query_is_closed_to_a_student(String path) {
        String body = path.endsWith("create")
                ? "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":" + IN_OR + "}"
                : IN_OR;

        assertThat(student.engine("POST", path.replace("{filter}", filter), body)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count", "/filter/{filter}/list", "/filter/{filter}/count"})
    void an_advisors_queries_refuse_expressions(String path) {
        assertThat(advisor.engine("POST", path.replace("{filter}", advisorsFilter), IN_OR)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void expressions_in_the_address_are_refused() {
        String expression = "%24%7Bmarker.touch()%7D";

        assertThat(student.engine("GET", "/task?dueAfterExpression=" + expression, null)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"orQueries\":[{\"assigneeLike\":\"%\",\"unassigned\":true}]}"})
    void queries_without_expressions_still_show_the_own_task_and_no_other(String query) {
        Reply reply = student.engine("POST", list(), query);

        assertThat(reply.json()).hasSize(1);
        assertThat(reply.json().get(0).get("id")).isEqualTo(student.task().get("id"));
    }

    private String list() {
        return "/filter/" + filter + "/list";
    }

    private Stream<Named<Consumer<TaskQuery>>> waysToAsk() {
        return Stream.of(
                way("list", query -> query.list()),
                way("page", query -> query.listPage(0, 1)),
                way("unlimited list", query -> query.unlimitedList()),
                way("single result", query -> query.singleResult()),
                way("count", query -> query.count()),
                way("filter list", query -> filters.list(ownFilter(), query)),
                way("filter page", query -> filters.listPage(ownFilter(), query, 0, 1)),
                way("filter single result", query -> filters.singleResult(ownFilter(), query)),
                way("filter count", query -> filters.count(ownFilter(), query)),
                way(
                        "changed filter",
                        query -> filters.saveFilter(
                                filters.getFilter(ownFilter()).setQuery(query))));
    }

    private String ownFilter() {
        return identities.getCurrentAuthentication().getGroupIds().contains(Groups.STUDENTS) ? filter : advisorsFilter;
    }

    private static Named<Consumer<TaskQuery>> way(String name, Consumer<TaskQuery> way) {
        return Named.of(name, way);
    }

    @ParameterizedTest
    @MethodSource("waysToAsk")
    void the_engine_refuses_a_student(Consumer<TaskQuery> way) {
        identities.setAuthentication("student", List.of(Groups.STUDENTS));

        assertRefused(way);
    }

    @ParameterizedTest
    @MethodSource("waysToAsk")
    void the_engine_refuses_an_advisor(Consumer<TaskQuery> way) {
        identities.setAuthentication("advisor", List.of(Groups.ADVISORS));

        assertRefused(way);
    }

    private void assertRefused(Consumer<TaskQuery> way) {
        TaskQuery query = tasks.createTaskQuery()
                .or()
                .dueAfterExpression(Marker.EXPRESSION)
                .endOr();

        assertThatExceptionOfType(BadUserRequestException.class).isThrownBy(() -> way.accept(query));
    }

    @Test
    void the_engine_answers_queries_without_expressions() {
        identities.setAuthentication("advisor", List.of(Groups.ADVISORS));

        assertThat(tasks.createTaskQuery()
                        .or()
                        .taskAssigneeLike("%")
                        .taskUnassigned()
                        .endOr()
                        .count())
                .isPositive();
    }
}
