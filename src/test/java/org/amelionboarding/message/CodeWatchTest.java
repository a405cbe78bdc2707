package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.amelionboarding.Defaults;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** More than three codes sent for each one used, from thirty codes a day. */
@SpringBootTest
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
class CodeWatchTest {

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private Time time;

    private CodeWatch watch;
    private String dossier;

    @BeforeEach
    void nobodyHasACode() {
        time.stop();
        jdbc.sql("delete from one_time_secret").update();
        watch = new CodeWatch(secrets, new Alarm(new SimpleMeterRegistry(), clock), Defaults.messageSettings(), clock);
        dossier = dossiers.open(CodeRequests.fresh()).number();
    }

    @AfterEach
    void goOn() {
        time.goOn();
    }

    @Test
    void thirty_codes_of_which_nine_are_used_alarm_the_operator(CapturedOutput output) {
        send(30, 9);

        watch.look();

        assertThat(output.getOut()).contains("ERROR").contains("unused-codes: 30 codes sent within a day, 9 used");
    }

    @Test
    void three_codes_for_each_one_used_are_nothing_uncommon(CapturedOutput output) {
        send(30, 10);

        watch.look();

        assertThat(output.getOut()).doesNotContain("unused-codes");
    }

    @Test
    void twenty_nine_codes_tell_nothing(CapturedOutput output) {
        send(29, 0);

        watch.look();

        assertThat(output.getOut()).doesNotContain("unused-codes");
    }

    @Test
    void the_codes_of_a_universitys_file_tell_nothing(CapturedOutput output) {
        dossier = dossiers.open(CodeRequests.freshOfCohort()).number();
        send(30, 0);

        watch.look();

        assertThat(output.getOut()).doesNotContain("unused-codes");
    }

    @Test
    void the_codes_of_yesterday_tell_nothing(CapturedOutput output) {
        send(30, 0);
        time.stopAt(Time.START.plus(Duration.ofDays(1)));

        watch.look();

        assertThat(output.getOut()).doesNotContain("unused-codes");
    }

    @Test
    void the_operator_is_alarmed_once_an_hour(CapturedOutput output) {
        send(30, 0);

        watch.look();
        watch.look();

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("unused-codes"))
                .hasSize(1);
    }

    @Test
    void an_hour_later_the_operator_is_alarmed_again(CapturedOutput output) {
        send(30, 0);
        watch.look();
        time.stopAt(Time.START.plus(Duration.ofHours(1)));

        watch.look();

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("unused-codes"))
                .hasSize(2);
    }

    private void send(int sent, int used) {
        for (int i = 0; i < sent; i++) {
            OneTimeSecret code = secrets.issueProvisionalCode(dossier);
            if (i < used) {
                secrets.useProvisionalCode(dossier, secrets.reveal(code), "somewhere");
            }
        }
    }
}
