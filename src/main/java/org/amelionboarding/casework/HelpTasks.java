package org.amelionboarding.casework;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.step.AdvisorHelp;
import org.amelionboarding.step.HelpReason;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The advisors' tasks that an advisor can open before a message has come back. */
@Configuration
class HelpTasks {

    /** The code on paper, or another mobile number. */
    @Bean
    @Order(3)
    static HelpTask openHandOverCode(AdvisorHelp help, TaskService tasks) {
        return new HelpTask(CaseAction.HAND_OVER_CODE, HelpReason.SMS_UNDELIVERABLE, Dossier::isReady, help, tasks);
    }

    /** Another address instead of the one that is to be confirmed. */
    @Bean
    @Order(4)
    static HelpTask openCorrectEmail(AdvisorHelp help, TaskService tasks) {
        return new HelpTask(
                CaseAction.CORRECT_EMAIL,
                HelpReason.MAIL_UNDELIVERABLE,
                dossier -> dossier.email() != null,
                help,
                tasks);
    }
}
