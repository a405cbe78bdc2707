package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees the dashboard, and that it names nobody. */
@RunningDemo
class DashboardTest {

    private static final String DASHBOARD = "/desk/dashboard?period=ALL";

    @Autowired
    private Demo demo;

    @Test
    void advisors_and_operators_see_it() {
        assertThat(demo.advisor().get(DASHBOARD).status()).isEqualTo(200);
        assertThat(demo.operator().get(DASHBOARD).status()).isEqualTo(200);
    }

    @Test
    void a_student_does_not() {
        assertThat(demo.student(Applicant.next()).get(DASHBOARD).status()).isEqualTo(403);
    }

    @Test
    void a_stranger_is_led_to_the_sign_in_and_a_script_is_told_so() {
        assertThat(demo.browser().get(DASHBOARD).location()).isEqualTo("/staff/sign-in");
        assertThat(demo.browser()
                        .get(DASHBOARD, "X-Requested-With", "XMLHttpRequest")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void it_names_nobody() {
        Applicant applicant = Applicant.next();
        demo.request(applicant);

        Reply page = demo.advisor().get(DASHBOARD);

        assertThat(page.body())
                .doesNotContain(applicant.familyName(), applicant.givenNames(), applicant.nir(), applicant.mobile());
    }

    @Test
    void what_is_no_period_is_refused() {
        assertThat(demo.advisor().get("/desk/dashboard?period=YESTERDAY").status())
                .isEqualTo(400);
    }
}
