package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.List;
import java.util.stream.Collectors;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every verb on every kind of address of the engine's REST interface: which reach the engine. What the engine then says
 * is another matter: the ids here are invented.
 */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllowListTest {

    private static final List<String> VERBS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    /** The engine's refusals name their type, Spring's do not. */
    private static final String SAID_BY_THE_ENGINE = "\"type\":";

    @Autowired
    private Demo demo;

    private Browser nobody;
    private Browser student;
    private Browser advisor;
    private Browser operator;
    private Browser auditor;

    @BeforeAll
    void people_sign_in() {
        nobody = demo.browser();
        student = demo.student(Applicant.next());
        advisor = demo.advisor();
        operator = demo.operator();
        auditor = demo.auditor();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # address                                        | student     | advisor          | operator         | auditor
            /task                                            | GET         | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /task/count                                      | GET         | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /task/create                                     | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/report/candidate-group-count               | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x                                          | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/form                                     | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/form-variables                           | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/deployed-form                            | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/rendered-form                            | -           | -                | -                | -
            /task/x/submit-form                              | POST        | GET OPTIONS POST | GET OPTIONS      | GET OPTIONS
            /task/x/claim                                    | -           | GET OPTIONS POST | GET OPTIONS      | GET OPTIONS
            /task/x/unclaim                                  | -           | GET OPTIONS POST | GET OPTIONS      | GET OPTIONS
            /task/x/complete                                 | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/resolve                                  | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/delegate                                 | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/assignee                                 | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/bpmnError                                | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/bpmnEscalation                           | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/identity-links                           | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/comment/create                           | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/attachment/create                        | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/variables                                | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/variables/y                              | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/variables/y/data                         | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /task/x/localVariables/y                         | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /filter                                          | GET OPTIONS | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /filter/count                                    | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /filter/create                                   | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /filter/x                                        | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /filter/x/list                                   | POST        | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS
            /filter/x/count                                  | -           | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /filter/x/singleResult                           | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /user                                            | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /user/create                                     | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /user/x/profile                                  | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /user/x/credentials                              | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /group/x/members/y                               | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /authorization/create                            | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /identity/verify                                 | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition                              | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x/xml                        | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/count                        | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x                            | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x/startForm                  | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x/form-variables             | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x/deployed-start-form        | GET         | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x/rendered-form              | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x/submit-form                | POST        | GET OPTIONS POST | GET OPTIONS      | GET OPTIONS
            /process-definition/x/start                      | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x/restart                    | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/x/suspended                  | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-definition/key/y/submit-form            | -           | GET OPTIONS POST | GET OPTIONS      | GET OPTIONS
            /process-definition/key/y/start                  | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-instance                                | -           | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /process-instance/count                          | -           | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /process-instance/delete                         | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-instance/x                              | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-instance/x/modification                 | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-instance/x/variables                    | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /process-instance/x/suspended                    | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /execution/x/signal                              | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /execution/x/localVariables/y                    | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /execution/x/messageSubscriptions/y/trigger      | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /variable-instance                               | -           | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /message                                         | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /signal                                          | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /condition                                       | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /job                                             | -           | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /job/x/execute                                   | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /job/x/duedate                                   | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /job/x/retries                                   | -           | GET OPTIONS PUT  | GET OPTIONS PUT  | GET OPTIONS
            /incident/x                                      | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /external-task/fetchAndLock                      | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /external-task/x/complete                        | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /deployment/create                               | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /deployment/x                                    | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /migration/execute                               | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /modification/execute                            | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /batch/x                                         | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /decision-definition/key/y/evaluate              | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /history/task                                    | -           | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /history/process-instance/delete                 | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /history/user-operation                          | -           | GET OPTIONS POST | GET OPTIONS POST | GET OPTIONS POST
            /metrics                                         | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            /telemetry/configuration                         | -           | GET OPTIONS      | GET OPTIONS      | GET OPTIONS
            """)
    void of_the_engines_interface(String path, String student, String advisor, String operator, String auditor) {
        assertOpen(Browser.ENGINE + path, student, advisor, operator, auditor);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # address                                                              | student     | advisor          | operator         | auditor
            /camunda/api/engine/engine/                                            | GET         | GET              | GET              | GET
            /camunda/api/engine/engine/other/task                                  | -           | -                | -                | -
            /camunda/api/admin/auth/user/default                                   | GET         | GET              | GET              | GET
            /camunda/api/admin/auth/user/default/login/tasklist                    | -           | -                | -                | -
            /camunda/api/admin/setup/default/user/create                           | -           | -                | -                | -
            /camunda/api/admin/plugin/adminPlugins/static/app/plugin.js            | -           | -                | -                | -
            /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js      | GET         | GET              | GET              | -
            /camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js        | -           | GET              | GET              | GET
            /camunda/api/cockpit/plugin/base/default/incident/                     | -           | GET POST         | GET POST         | GET POST
            /camunda/app/tasklist/default/                                         | GET         | GET              | GET              | -
            /camunda/app/cockpit/default/                                          | -           | GET              | GET              | GET
            /camunda/app/admin/default/                                            | -           | -                | -                | -
            /camunda/app/welcome/default/                                          | -           | -                | -                | -
            /engine-rest/task                                                      | -           | -                | -                | -
            /h2-console/                                                           | -           | -                | -                | -
            """)
    void of_the_rest(String path, String student, String advisor, String operator, String auditor) {
        assertOpen(path, student, advisor, operator, auditor);
    }

    private void assertOpen(String path, String forStudent, String forAdvisor, String forOperator, String forAuditor) {
        assertSoftly(softly -> {
            softly.assertThat(openVerbs(nobody, path)).as("nobody").isNull();
            softly.assertThat(openVerbs(student, path)).as("student").isEqualTo(forStudent);
            softly.assertThat(openVerbs(advisor, path)).as("advisor").isEqualTo(forAdvisor);
            softly.assertThat(openVerbs(operator, path)).as("operator").isEqualTo(forOperator);
            softly.assertThat(openVerbs(auditor, path)).as("auditor").isEqualTo(forAuditor);
        });
    }

    /** @return null if there is none */
    private static String openVerbs(Browser person, String path) {
        String open = VERBS.stream()
                .filter(verb -> isOpen(person.rest(verb, path, null)))
                .collect(Collectors.joining(" "));
        return open.isEmpty() ? null : open;
    }

    private static boolean isOpen(Reply reply) {
        return switch (reply.status()) {
            case 302, 401 -> false;
            case 403 -> reply.body().contains(SAID_BY_THE_ENGINE);
            default -> true;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "heapdump", "loggers", "beans", "shutdown", "threaddump"})
    void operators_find_no_insides_of_the_application(String insides) {
        assertThat(operator.get("/actuator/" + insides).status()).isEqualTo(404);
    }

    @Test
    void nobody_traces() {
        assertThat(operator.rest("TRACE", Browser.ENGINE + "/task", null).status())
                .isEqualTo(400);
    }
}
