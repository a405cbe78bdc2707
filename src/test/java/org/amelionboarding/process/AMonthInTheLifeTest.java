package org.amelionboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.amelionboarding.Mailbag;
import org.amelionboarding.message.MessagePurpose;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** If one student does this, exactly these messages reach her on these days, and then it ends so. Times are those of Paris. */
class AMonthInTheLifeTest extends ProcessTest {

    private String zofia;
    private int told;

    @Test
    void of_a_student_who_leaves_for_easter() {
        // Monday, 1 March 2027. Zofia confirms her address; her account is active, and four things are asked.
        on("2027-03-01T10:00");
        zofia = activeAccount();
        ProcessInstance profile = instance("profile-completion", zofia);
        sheGets("PROVISIONAL_CODE", "VERIFICATION_LINK", "ACCOUNT_ACTIVATED");
        sheIsAsked("CheckContactDetails", "DeclareGp", "ArrangeTopUpInsurance", "OrderCeam");

        // She moves house soon, has a doctor, waits for her mother's advice on a mutuelle, and travels on 10 April.
        does("CheckContactDetails", Map.of("decision", "LATER"));
        does("DeclareGp", Map.of("answer", "DONE"));
        does("ArrangeTopUpInsurance", Map.of("answer", "LATER", "laterUntil", "2027-03-15"));
        does("OrderCeam", Map.of("answer", "LATER", "travelDate", "2027-04-10"));
        sheIsAsked();

        // The week after, nothing is to do: no reminder.
        on("2027-03-10T12:00");
        sheGets();

        // 30 days before she leaves, the card is recalled, and asked about again.
        on("2027-03-11T09:00");
        sheGets("CEAM_REMINDER: Commandez maintenant");
        sheIsAsked("OrderCeam");

        // On the 15th the mutuelle comes again; she has one by now.
        on("2027-03-15T18:00");
        sheGets();
        sheIsAsked("ArrangeTopUpInsurance", "OrderCeam");
        does("ArrangeTopUpInsurance", Map.of("answer", "DONE"));

        // She has a question, an advisor answers the next day, and she reads it.
        on("2027-03-16T20:00");
        asks("Ma carte vaut-elle en Suisse ?");
        sheGets();
        on("2027-03-17T11:00");
        anAdvisorAnswers("Oui, jusqu’à son expiration.");
        sheGets("CONTACT_ANSWERED");
        sheIsAsked("OrderCeam", "ReadAnswer");
        does("ReadAnswer", Map.of("action", "DONE"));

        // 20 days before she leaves is a Sunday: the next reminder comes on Monday morning.
        on("2027-03-21T23:00");
        sheGets();
        on("2027-03-22T09:00");
        sheGets("CEAM_REMINDER: Commandez maintenant");

        // Enough: she stops them from that mail. Neither 10 days before she leaves nor later comes anything more.
        on("2027-03-22T09:30");
        stopsTheReminders();
        on("2027-05-30T10:59");
        sheGets();

        // What she has not answered stays open: her address since 31 March, the card. 30 days after the day of the last
        // reminder nobody waits any more.
        sheIsAsked("CheckContactDetails", "OrderCeam");
        on("2027-05-30T11:00");
        sheIsAsked();
        assertThat(ending(profile).getActivityId()).isEqualTo("Event_RemindersStopped");
        assertThat(inParis(ending(profile).getEndTime().toInstant())).isEqualTo("2027-05-30T11:00");
        sheGets();
    }

    private void on(String moment) {
        time.pass(Duration.between(
                time.now(),
                LocalDateTime.parse(moment).atZone(ZoneId.of("Europe/Paris")).toInstant()));
    }

    private void does(String task, Map<String, Object> fields) {
        students.submit(zofia, "Task_" + task, fields);
    }

    /** What has come since she was last looked at, and nothing else; after a colon, words of the mail. */
    private void sheGets(String... expected) {
        List<Mailbag.Letter> all = mailbag.of(zofia);
        List<Mailbag.Letter> fresh = all.subList(told, all.size());
        told = all.size();
        assertThat(fresh)
                .extracting(letter -> letter.purpose().name())
                .containsExactly(List.of(expected).stream()
                        .map(message -> message.replaceFirst(":.*", ""))
                        .toArray(String[]::new));
        for (int i = 0; i < expected.length; i++) {
            assertThat(fresh.get(i).envelope().text()).contains(expected[i].replaceFirst("[A-Z_]+(: )?", ""));
        }
    }

    private void sheIsAsked(String... tasks) {
        assertThat(engine.getTaskService().createTaskQuery().taskAssignee(zofia).list())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder(
                        List.of(tasks).stream().map(task -> "Task_" + task).toArray(String[]::new));
    }

    private void asks(String question) {
        engine.getIdentityService().setAuthentication(zofia, List.of("students"));
        try {
            String contact = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("contact")
                    .latestVersion()
                    .singleResult()
                    .getId();
            engine.getFormService().submitStartForm(contact, Map.of("subject", "CEAM", "message", question));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void anAdvisorAnswers(String answer) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(zofia)
                .taskDefinitionKey("Task_AnswerContact")
                .singleResult();
        engine.getFormService().submitTaskForm(task.getId(), Map.of("answer", answer));
    }

    private void stopsTheReminders() {
        String token = Mailbag.token(mailbag.newest(zofia, MessagePurpose.CEAM_REMINDER));
        stopReminders(profiles.findByStopToken(token).orElseThrow());
    }
}
