package org.amelionboarding.retention;

import java.security.Principal;
import java.util.Optional;
import org.amelionboarding.dossier.AccountService;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.PasswordAgain;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a student downloads the copy of their data: always their own, and with the password once more (A19). */
@Controller
@Order(70)
class DataPage implements AccountService {

    private static final String VIEW = "account-data";

    private final PersonalData data;
    private final PasswordAgain again;
    private final Dossiers dossiers;
    private final Languages languages;
    private final Texts texts;

    DataPage(PersonalData data, PasswordAgain again, Dossiers dossiers, Languages languages, Texts texts) {
        this.data = data;
        this.again = again;
        this.dossiers = dossiers;
        this.languages = languages;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "data";
    }

    @Override
    public String address() {
        return "/account/data";
    }

    @Override
    public boolean isOpenTo(String dossier) {
        return dossiers.of(dossier).isInUse();
    }

    @GetMapping("/account/data")
    String show(Principal student, Model model) {
        model.addAttribute("active", isOpenTo(student.getName()));
        return VIEW;
    }

    @PostMapping("/account/data")
    Object download(@RequestParam(defaultValue = "") String currentPassword, Principal student, Model model) {
        String dossier = student.getName();
        if (!isOpenTo(dossier)) {
            return new ModelAndView(show(student, model), model.asMap(), HttpStatus.FORBIDDEN);
        }
        Optional<PasswordAgain.Refusal> refusal = again.refusal(dossier, currentPassword);
        if (refusal.isPresent()) {
            model.addAttribute("refusal", refusal.get().name());
            model.addAttribute(
                    "until",
                    again.waitsUntil(dossier)
                            .map(end -> texts.moment(end, languages.current()))
                            .orElse(null));
            return new ModelAndView(show(student, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
        return Copy.of(dossier, data.copy(dossier, dossier).orElseThrow());
    }
}
