package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.PROFILE_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seven days after the activation, or the first polite hour after that; never a second time. Times are those of Paris. */
class ReminderDaysTest extends ProcessTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2027-03-09T08:59, 2027-03-16T09:00, a minute before nine",
        "2027-03-09T18:59, 2027-03-16T18:59, a minute before seven in the evening",
        "2027-03-09T19:00, 2027-03-17T09:00, seven in the evening",
        "2027-03-13T19:00, 2027-03-22T09:00, Saturday evening",
        "2027-03-21T01:30, 2027-03-30T09:00, the night of summer time and Easter: the Monday is no working day either",
        "2027-03-22T10:00, 2027-03-30T09:00, Easter Monday",
        "2027-03-23T07:30, 2027-03-30T09:00, the first morning of summer time with work",
        "2027-10-24T02:30, 2027-11-02T09:00, the night of winter time: and the Monday is All Saints",
        "2027-10-26T08:30, 2027-11-02T09:00, the first morning of winter time with work",
        "2027-04-24T12:00, 2027-05-03T09:00, 1 May on a Saturday",
        "2027-05-01T12:00, 2027-05-10T09:00, 8 May on a Saturday",
        "2027-04-29T12:00, 2027-05-07T09:00, Ascension Day",
        "2027-05-09T12:00, 2027-05-18T09:00, Whitsun and its Monday",
        "2027-07-07T12:00, 2027-07-15T09:00, 14 July",
        "2027-08-08T12:00, 2027-08-16T09:00, 15 August on a Sunday",
        "2027-11-04T12:00, 2027-11-12T09:00, 11 November",
        "2027-12-18T12:00, 2027-12-27T09:00, Christmas on a Saturday",
        "2027-12-25T12:00, 2028-01-03T09:00, New Year on a Saturday",
        "2028-02-22T12:00, 2028-02-29T12:00, 29 February",
        "2028-02-22T20:00, 2028-03-01T09:00, the evening of 29 February"
    })
    void the_first_reminder_comes_once_and_at_a_polite_hour(String activated, String reminded, String what) {
        time.stopAt(
                LocalDateTime.parse(activated).atZone(ZoneId.of("Europe/Paris")).toInstant());
        String dossier = activeAccount();

        time.pass(Duration.ofDays(200));

        List<String> moments = mailbag.of(dossier, PROFILE_REMINDER).stream()
                .map(letter -> inParis(letter.queuedAt()))
                .toList();
        assertThat(moments).hasSize(3).doesNotHaveDuplicates().first().isEqualTo(reminded);
    }
}
