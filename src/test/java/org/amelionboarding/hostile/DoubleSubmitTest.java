package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of two copies of one submission, one has an effect. */
@RunningDemo
class DoubleSubmitTest {

    private static final Map<String, Object> PASSWORD =
            Map.of("newPassword", Applicant.PASSWORD, "confirmPassword", Applicant.PASSWORD);

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcClient database;

    @Test
    void a_form_sent_again_is_refused_and_the_next_step_stays() {
        Browser student = demo.student(Applicant.next());
        String done = student.task().get("id").asText();
        student.submitForm("/task/" + done, PASSWORD);
        var next = student.task();

        Reply again = student.submitForm("/task/" + done, PASSWORD);

        assertThat(again.status()).as(again.toString()).isBetween(400, 499);
        assertThat(student.task()).isEqualTo(next);
    }

    @Test
    void of_eight_copies_at_the_same_time_one_is_accepted() {
        Browser student = demo.student(Applicant.next());
        String task = student.task().get("id").asText();

        List<Reply> replies = Together.times(8, () -> student.submitForm("/task/" + task, PASSWORD));

        assertThat(replies).filteredOn(reply -> reply.status() == 204).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 204)
                .extracting(Reply::status)
                .allMatch(status -> status >= 400 && status < 500);
        assertThat(student.task().get("taskDefinitionKey").asText()).isEqualTo("Task_AcceptTerms");
    }

    @Test
    void of_eight_requests_for_one_student_at_the_same_time_one_opens_a_dossier() {
        Applicant applicant = Applicant.next();
        Browser advisor = demo.advisor();

        List<Reply> replies = Together.times(
                8, () -> advisor.submitForm("/process-definition/key/account-creation", applicant.request()));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        String opened = replies.stream()
                .filter(reply -> reply.status() == 200)
                .map(reply -> reply.json().get("businessKey").asText())
                .findFirst()
                .orElseThrow();
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .extracting(Reply::status)
                .allMatch(status -> status >= 400 && status < 500);
        assertThat(database.sql("select count(*) from message where dossier = ?")
                        .param(opened)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
