package org.amelionboarding.form;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Consumer;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Takes a claim and answers before anybody looks whether there is a dossier: neither the answer nor its time can depend
 * on it (A12).
 */
@Component
class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Dossiers dossiers;
    private final AfterTheAnswer afterTheAnswer;
    private final AskAgain askAgain;
    private final Refusals refusals;
    private final Texts texts;
    private final Languages languages;

    Claims(
            Dossiers dossiers,
            AfterTheAnswer afterTheAnswer,
            AskAgain askAgain,
            Refusals refusals,
            Texts texts,
            Languages languages) {
        this.dossiers = dossiers;
        this.afterTheAnswer = afterTheAnswer;
        this.askAgain = askAgain;
        this.refusals = refusals;
        this.texts = texts;
        this.languages = languages;
    }

    /**
     * Fills the model with the answer: from when one may ask {@code again}, or the {@code problems} of what was typed.
     *
     * @param help what is done for the dossier, if there is one
     */
    void answer(Claim claim, Consumer<Dossier> help, HttpSession session, Model model) {
        Problems problems = claim.problems();
        if (problems.all().isEmpty()) {
            var again = askAgain.from(claim.number().orElseThrow(), session);
            model.addAttribute("again", texts.moment(again, languages.current()));
            afterTheAnswer.run(() -> find(claim).ifPresent(dossier -> help(dossier, help)));
        } else {
            model.addAttribute("problems", refusals.byField(problems, languages.current()));
        }
    }

    private Optional<Dossier> find(Claim claim) {
        return claim.number()
                .flatMap(dossiers::find)
                .filter(dossier -> claim.date()
                        .filter(dossier.identity().birthDate()::equals)
                        .isPresent());
    }

    private static void help(Dossier dossier, Consumer<Dossier> help) {
        try {
            help.accept(dossier);
        } catch (RuntimeException e) {
            // Not the exception's text: it could quote what was typed.
            LOG.warn(
                    "No help for dossier {} ({})",
                    dossier.number(),
                    e.getClass().getSimpleName());
        }
    }
}
