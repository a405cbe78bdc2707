package org.amelionboarding.form;

import java.security.Principal;
import org.amelionboarding.dossier.AccountService;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a student sees how their order of a new Carte Vitale stands, begins one, and withdraws it. */
@Controller
@Order(20)
class CardOrderPage implements AccountService {

    private final Dossiers dossiers;
    private final CardOrderProgress progress;
    private final Texts texts;
    private final Languages languages;

    CardOrderPage(Dossiers dossiers, CardOrderProgress progress, Texts texts, Languages languages) {
        this.dossiers = dossiers;
        this.progress = progress;
        this.texts = texts;
        this.languages = languages;
    }

    @Override
    public String name() {
        return CardOrderProgress.PROCESS;
    }

    @Override
    public String address() {
        return "/carte-vitale-order";
    }

    /** The page tells why, when no card can be ordered. */
    @Override
    public boolean isOpenTo(String dossier) {
        return true;
    }

    @GetMapping("/carte-vitale-order")
    String show(Principal student, Model model) {
        model.addAttribute("active", dossiers.of(student.getName()).isActive());
        model.addAttribute("order", progress.of(student.getName()).name());
        progress.orderableFrom(student.getName())
                .map(from -> texts.moment(from, languages.current()))
                .ifPresent(from -> model.addAttribute("orderableFrom", from));
        return "carte-vitale-order";
    }

    @PostMapping("/carte-vitale-order")
    String withdraw(Principal student, Model model) {
        model.addAttribute("withdrawal", withdraw(student.getName()) ? "WITHDRAWN" : "TOO_LATE");
        return show(student, model);
    }

    private boolean withdraw(String dossier) {
        try {
            return progress.withdraw(dossier);
        } catch (OptimisticLockingException outrun) {
            return false;
        }
    }
}
