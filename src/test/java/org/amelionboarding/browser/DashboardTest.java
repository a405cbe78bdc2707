package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.amelionboarding.web.Applicant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff see first in Cockpit, and the same page by itself. */
class DashboardTest extends BrowserTest {

    private static final String BOARD = "main.panel .board ";

    @ParameterizedTest
    @CsvSource({"advisor, fr-FR", "operator, fr-FR", "auditor, fr-FR", "advisor, en-GB"})
    void cockpit_opens_with_who_needs_attention_and_how_far_students_come(String role, String language) {
        demo.request(Applicant.next());
        try (Visitor staff = visitor("dashboard-" + role + "-" + language, language, 1280)) {
            signInAsStaff(staff, role);

            staff.open("/camunda/app/cockpit/default/").see(BOARD + ".funnel");

            staff.shoot("cockpit");
            staff.choose("period", "ALL").press(BOARD + ".choices button").see(BOARD + ".funnel");
            assertThat(staff.url()).contains("/camunda/app/cockpit/");
            assertThat(staff.failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"fr-FR", "en-GB"})
    void a_telephone_shows_all_of_it_in_its_width(String language) {
        try (Visitor staff = visitor("dashboard-narrow-" + language, language, 360)) {
            signInAsStaff(staff, "operator");

            staff.open("/desk/dashboard").shootWhole("page");

            assertThat(staff.run("document.documentElement.scrollWidth")).isEqualTo(360);
        }
    }
}
