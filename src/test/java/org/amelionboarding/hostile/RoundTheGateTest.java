package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task moves by its own form, in its assignee's hands, and by nothing else. Over HTTP, as Tasklist speaks. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTheGateTest {

    private static final String START = "/process-definition/key/account-creation";

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcClient database;

    private final Applicant other = Applicant.next();
    private Browser student;
    private Browser advisor;
    private JsonNode task;
    private JsonNode taskOfOther;

    @BeforeAll
    void two_students_stand_before_their_first_step() {
        student = demo.student(Applicant.next());
        task = student.task();
        taskOfOther = demo.student(other).task();
        advisor = demo.advisor();
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(student.task()).isEqualTo(task);
        assertThat(rows("ACT_RU_VARIABLE")).isZero();
        assertThat(rows("ACT_HI_VARINST") + rows("ACT_HI_DETAIL")).isZero();
    }

    private int rows(String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /task/{task}/complete                                | {"variables":{"admin":{"value":1}}}
            POST   | /task/{task}/resolve                                 | {"variables":{"admin":{"value":1}}}
            POST   | /task/{task}/bpmnError                               | {"errorCode":"CANCELLED"}
            POST   | /task/{task}/bpmnEscalation                          | {"escalationCode":"any"}
            POST   | /task/{task}/delegate                                | {"userId":"{other}"}
            POST   | /task/{task}/assignee                                | {"userId":"{other}"}
            POST   | /task/{task}/claim                                   | {"userId":"{self}"}
            POST   | /task/{task}/unclaim                                 | {}
            PUT    | /task/{task}                                         | {"name":"mine"}
            DELETE | /task/{task}                                         |
            POST   | /task/create                                         | {"name":"mine"}
            PUT    | /task/{task}/variables/admin                         | {"value":true}
            DELETE | /task/{task}/variables/admin                         |
            POST   | /task/{task}/variables                               | {"modifications":{"admin":{"value":true}}}
            PUT    | /task/{task}/localVariables/admin                    | {"value":true}
            POST   | /task/{task}/localVariables                          | {"modifications":{"admin":{"value":true}}}
            POST   | /task/{task}/comment/create                          | {"message":"<b>hello</b>"}
            POST   | /task/{task}/attachment/create                       | {}
            POST   | /task/{task}/identity-links                          | {"userId":"{other}","type":"candidate"}
            POST   | /process-definition/key/account-creation/start       | {"businessKey":"{self}"}
            POST   | /process-definition/key/account-creation/submit-form | {"variables":{}}
            POST   | /process-definition/key/email-verification/start     | {"businessKey":"{self}"}
            POST   | /process-instance/{instance}/modification            | {"instructions":[]}
            PUT    | /process-instance/{instance}/variables/admin         | {"value":true}
            PUT    | /process-instance/{instance}/suspended               | {"suspended":true}
            DELETE | /process-instance/{instance}                         |
            POST   | /process-instance/delete                             | {"processInstanceIds":["{instance}"]}
            POST   | /execution/{execution}/signal                        | {}
            POST   | /execution/{execution}/localVariables                | {"modifications":{"admin":{"value":true}}}
            POST   | /message                                             | {"messageName":"any","businessKey":"{self}"}
            POST   | /signal                                              | {"name":"any"}
            POST   | /condition                                           | {"variables":{}}
            POST   | /filter/create                                       | {"resourceType":"Task","name":"mine"}
            POST   | /authorization/create                                | {"type":1,"userIdOrGroupId":"{self}"}
            POST   | /deployment/create                                   | {}
            DELETE | /deployment/any                                      |
            """)
    void a_student_finds_no_other_way_to_move_the_own_task(String method, String path, String body) {
        assertThat(student.engine(method, filled(path), filled(body)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /task/{task}/complete                                  | {}
            POST   | /task/{task}/submit-form                               | {"variables":{}}
            POST   | /task/{task}/resolve                                   | {}
            POST   | /task/{task}/bpmnError                                 | {"errorCode":"CANCELLED"}
            POST   | /task/{task}/claim                                     | {"userId":"advisor"}
            POST   | /task/{task}/unclaim                                   | {}
            POST   | /task/{task}/assignee                                  | {"userId":"advisor"}
            GET    | /task/{task}/form-variables                            |
            PUT    | /task/{task}/variables/admin                           | {"value":true}
            POST   | /process-instance/{instance}/variables                 | {"modifications":{"admin":{"value":true}}}
            POST   | /process-instance/{instance}/modification              | {"instructions":[]}
            DELETE | /process-instance/{instance}                           |
            POST   | /process-definition/key/account-creation/start         | {"businessKey":"{self}"}
            POST   | /process-definition/key/email-verification/start       | {"businessKey":"{self}"}
            POST   | /process-definition/key/email-verification/submit-form | {"businessKey":"{self}","variables":{}}
            POST   | /message                                               | {"messageName":"any"}
            """)
    void an_advisor_finds_no_way_to_move_a_students_task(String method, String path, String body) {
        assertThat(advisor.engine(method, filled(path), filled(body)).status()).isEqualTo(403);
    }

    private String filled(String template) {
        return template == null
                ? null
                : template.replace("{task}", task.get("id").asText())
                        .replace("{instance}", task.get("processInstanceId").asText())
                        .replace("{execution}", task.get("executionId").asText())
                        .replace("{self}", task.get("assignee").asText())
                        .replace("{other}", taskOfOther.get("assignee").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/form", "/form-variables", "/deployed-form", "/rendered-form", "/variables"})
    void a_student_sees_nothing_of_anothers_task(String part) {
        Reply reply = student.engine("GET", "/task/" + taskOfOther.get("id").asText() + part, null);

        assertThat(reply.status()).isIn(403, 404);
        assertThat(reply.body())
                .doesNotContain(
                        other.nir(),
                        other.mobile(),
                        other.familyName(),
                        taskOfOther.get("assignee").asText(),
                        taskOfOther.get("processInstanceId").asText());
    }

    @Test
    void a_student_cannot_send_anothers_form() {
        Reply reply = student.submitForm(
                "/task/" + taskOfOther.get("id").asText(),
                Map.of("newPassword", Applicant.PASSWORD, "confirmPassword", Applicant.PASSWORD));

        assertThat(reply.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "assignee", "execution", "dossiers", "newPassword ", "passwordHash"})
    void a_field_that_the_form_does_not_have_is_refused(String invented) {
        Reply reply = student.doTask(
                Map.of("newPassword", Applicant.PASSWORD, "confirmPassword", Applicant.PASSWORD, invented, "true"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"File\",\"value\":\"QUJD\",\"valueInfo\":{\"filename\":\"a.txt\"}}",
                "{\"type\":\"Bytes\",\"value\":\"QUJD\"}",
                "{\"type\":\"Object\",\"value\":\"[]\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\","
                        + "\"serializationDataFormat\":\"application/json\"}}",
                "{\"type\":\"Object\",\"value\":\"rO0ABXQAAWE=\",\"valueInfo\":{\"objectTypeName\":"
                        + "\"java.lang.String\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                "{\"type\":\"Json\",\"value\":\"{}\"}",
                "{\"type\":\"Xml\",\"value\":\"<a/>\"}",
                "{\"type\":\"Date\",\"value\":\"2030-01-01T00:00:00.000+0000\"}",
                "{\"type\":\"NoSuchType\",\"value\":\"x\"}",
                "{\"value\":[\"Soleil7soleil\"]}",
                "{\"value\":{\"a\":\"Soleil7soleil\"}}",
                "{\"value\":1234567890123456789012345678901234567890}",
                "{\"value\":\"Soleil7soleil\\u0000\"}",
                "{\"value\":null}",
            })
    void only_plain_values_are_taken(String value) {
        Reply reply = student.engine(
                "POST",
                filled("/task/{task}/submit-form"),
                "{\"variables\":{\"newPassword\":" + value + ",\"confirmPassword\":" + value + "}}");

        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/{task}/complete;a=b",
                "/task/{task}/complete/",
                "/task/{task}/form/../complete",
                "/task/{task}/form/%2e%2e/complete",
                "/task/{task}/%63omplete",
                "/task//{task}/complete",
                "/task/{task}%2Fcomplete",
                "/task/{task}/COMPLETE",
            })
    void no_other_spelling_of_an_address_is_open(String path) {
        assertThat(student.engine("POST", filled(path), "{}").status()).isIn(400, 403);
    }

    @Test
    void a_header_does_not_change_the_method() {
        Reply reply = student.send(
                "GET",
                Browser.ENGINE + filled("/task/{task}"),
                null,
                null,
                "X-HTTP-Method-Override",
                "DELETE",
                "X-XSRF-TOKEN",
                student.cookie("XSRF-TOKEN"));

        assertThat(reply.json().get("id")).isEqualTo(task.get("id"));
    }

    @Test
    void a_later_steps_form_does_not_pass_the_earlier_step() {
        assertThat(student.doTask(Map.of("termsAccepted", true)).status()).isEqualTo(400);
    }

    @Test
    void an_advisor_cannot_choose_the_dossiers_number() {
        Applicant applicant = Applicant.next();
        Map<String, Object> typed = new HashMap<>();
        applicant.request().forEach((name, value) -> typed.put(name, Map.of("value", value)));

        Reply reply = advisor.engine(
                "POST",
                START + "/submit-form",
                Map.of("businessKey", task.get("assignee").asText(), "variables", typed));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(database.sql("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ?")
                        .param(task.get("assignee").asText())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_operator_starts_nothing() {
        Reply reply = demo.operator().submitForm(START, Applicant.next().request());

        assertThat(reply.status()).isEqualTo(403);
    }
}
