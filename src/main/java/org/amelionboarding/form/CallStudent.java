package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The dossier will soon be given up: an advisor calls the student before. */
@Component
class CallStudent implements TaskForm<CallStudent.Input> {

    private static final Logger LOG = LoggerFactory.getLogger(CallStudent.class);

    enum Outcome {
        REACHED,
        NOT_REACHED
    }

    record Input(@NotNull(message = "EMPTY") Outcome outcome) {}

    private final OnboardingSettings settings;
    private final Texts texts;
    private final Languages languages;

    CallStudent(OnboardingSettings settings, Texts texts, Languages languages) {
        this.settings = settings;
        this.texts = texts;
        this.languages = languages;
    }

    @Override
    public String key() {
        return "Task_CallStudent";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        LOG.info("Dossier {}: called, {}", dossier.number(), input.outcome());
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> card = StudentCard.withTelephone(dossier);
        card.put("closesAt", texts.date(settings.step().closing(dossier), languages.current()));
        return card;
    }
}
