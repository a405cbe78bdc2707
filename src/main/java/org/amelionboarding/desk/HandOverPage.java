package org.amelionboarding.desk;

import java.security.Principal;
import org.amelionboarding.desk.HandOver.State;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an advisor checks who stands at the desk and is shown the code, once. */
@Controller
class HandOverPage {

    private final HandOver handOver;

    HandOverPage(HandOver handOver) {
        this.handOver = handOver;
    }

    @GetMapping("/desk/hand-over")
    String show(@RequestParam String task, Principal advisor, Model model) {
        State state = handOver.look(task, advisor.getName());
        model.addAttribute("state", state.name());
        model.addAttribute("task", task);
        if (state == State.READY) {
            model.addAttribute("student", handOver.student(task, advisor.getName()));
        }
        return "hand-over";
    }

    @PostMapping("/desk/hand-over")
    String complete(
            @RequestParam String task,
            @RequestParam(defaultValue = "false") boolean identityChecked,
            Principal advisor,
            Model model) {
        if (!identityChecked) {
            model.addAttribute("refused", true);
            return show(task, advisor, model);
        }
        try {
            model.addAttribute("slip", handOver.complete(task, true, advisor.getName()));
            return "hand-over";
        } catch (ProcessEngineException e) {
            if (handOver.look(task, advisor.getName()) == State.READY) {
                throw e;
            }
            return show(task, advisor, model);
        }
    }
}
