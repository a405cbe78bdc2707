package org.amelionboarding.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningDemo
class DemoStatementsTest {

    @Autowired
    private Demo demo;

    @Autowired
    private DemoStatements statements;

    @Test
    void the_demo_has_three_months_of_reimbursements_to_show() {
        Applicant applicant = Applicant.next();
        Browser student = demo.activeStudent(applicant);

        statements.arriveFor(applicant.nir());

        assertThat(student.get("/reimbursements.csv").body().lines()).hasSize(9);
    }
}
