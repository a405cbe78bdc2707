package org.amelionboarding.form;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/**
 * Stands between what a person types and everything else: reads the form's own fields, collects every broken rule, and
 * only then lets the form keep the values in the dossier. Nothing becomes a process variable.
 */
@Component
public class Gate {

    /** How an accepted submission ends its task. */
    public enum Verdict {
        ACCEPTED,
        CANCELLED
    }

    private static final String CANCEL = "cancel";

    private final Map<String, Form<?>> forms;
    private final Dossiers dossiers;
    private final Validator validator;
    private final Refusals refusals;
    private final Languages languages;
    private final Texts texts;
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Gate(
            List<Form<?>> forms,
            Dossiers dossiers,
            Validator validator,
            Refusals refusals,
            Languages languages,
            Texts texts) {
        this.forms = forms.stream().collect(Collectors.toMap(Form::key, form -> form));
        this.dossiers = dossiers;
        this.validator = validator;
        this.refusals = refusals;
        this.languages = languages;
        this.texts = texts;
    }

    /**
     * Takes the form of a user task.
     *
     * @param byStaff whether the task is the staff's: they are answered in their own language, and what is done to one
     *     dossier from both sides is done one after the other
     * @throws Refusal if a rule is broken; nothing is kept then
     */
    public Verdict submit(String task, String dossier, boolean byStaff, Map<String, Object> values) {
        TaskForm<?> form = (TaskForm<?>) form(task);
        if (byStaff) {
            return submit(form, dossiers.lock(dossier), languages.current(), values);
        }
        Dossier own = dossiers.of(dossier);
        return submit(form, own, own.language(), values);
    }

    private <I> Verdict submit(TaskForm<I> form, Dossier dossier, String language, Map<String, Object> values) {
        if (form.isCancellable() && Boolean.parseBoolean(String.valueOf(values.get(CANCEL)))) {
            return Verdict.CANCELLED;
        }
        form.accept(checked(form, dossier, language, values), dossier);
        return Verdict.ACCEPTED;
    }

    /**
     * Takes a start form. A student starts a service for themself, and only once the account is active; every other
     * process is started by somebody else.
     *
     * @param student number of the dossier of the student who has signed in; empty if it is somebody else
     * @return number of the dossier: the new instance's business key
     * @throws Refusal if a rule is broken; nothing is kept then
     */
    public String start(String process, Optional<String> student, Map<String, Object> values) {
        Form<?> form = form(process);
        if (form instanceof ServiceForm<?> service) {
            return start(service, student.map(dossiers::lock).orElse(null), values);
        }
        refuseUnless(student.isEmpty(), "NOT_FOR_STUDENTS", languages.current());
        return start((StartForm<?>) form, values);
    }

    private <I> String start(ServiceForm<I> form, Dossier own, Map<String, Object> values) {
        refuseUnless(own != null, "FOR_STUDENTS", languages.current());
        refuseUnless(own.isInUse(), "NOT_ACTIVE", own.language());
        form.accept(checked(form, own, own.language(), values), own);
        return own.number();
    }

    private void refuseUnless(boolean rule, String code, String language) {
        Problems problems = new Problems();
        problems.addUnless(rule, "form", code);
        refusals.refuseIfAny(problems, language);
    }

    private <I> String start(StartForm<I> form, Map<String, Object> values) {
        return form.open(checked(form, null, languages.current(), values)).number();
    }

    /** What a task's form shows at first. */
    public Map<String, String> prefill(String task, String dossier) {
        return form(task).prefill(dossiers.of(dossier));
    }

    /** What a start form shows at first: of the student who has signed in to an account, and to nobody else. */
    public Map<String, String> prefillStart(String process, Optional<String> student) {
        return student.map(dossiers::of)
                .filter(Dossier::isInUse)
                .map(form(process)::prefill)
                .orElse(Map.of());
    }

    /** The task's name: in the student's language, or for all of the staff in French. */
    public String title(String task, String dossier, boolean forStaff) {
        String language = forStaff ? Languages.ALL.get(0) : dossiers.of(dossier).language();
        return texts.text(language, "form." + ((TaskForm<?>) form(task)).name() + ".title");
    }

    /** What is said of a form or claim that came too late, in the language of the browser. */
    public String late(String code) {
        Problems problems = new Problems();
        problems.add("form", code);
        return refusals.say(problems, languages.current());
    }

    private Form<?> form(String key) {
        if (!forms.containsKey(key)) {
            throw new IllegalStateException("No form for " + key);
        }
        return forms.get(key);
    }

    /** What a start form would be refused for; nothing is kept. */
    public Problems judge(String process, Map<String, Object> values) {
        Problems problems = new Problems();
        check(form(process), null, values, problems);
        return problems;
    }

    private <I> I checked(Form<I> form, Dossier dossier, String language, Map<String, Object> values) {
        Problems problems = new Problems();
        I input = check(form, dossier, values, problems);
        refusals.refuseIfAny(problems, language);
        return input;
    }

    private <I> I check(Form<I> form, Dossier dossier, Map<String, Object> values, Problems problems) {
        I input = read(form, values, problems);
        if (input != null) {
            validator
                    .validate(input)
                    .forEach(broken -> problems.add(broken.getPropertyPath().toString(), broken.getMessage()));
            form.check(input, dossier, problems);
        }
        return input;
    }

    private <I> I read(Form<I> form, Map<String, Object> values, Problems problems) {
        Set<String> known = Arrays.stream(form.input().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        known.add(CANCEL);
        if (!known.containsAll(values.keySet())) {
            problems.add("form", "UNKNOWN_FIELD");
        }
        try {
            return mapper.convertValue(plain(values), form.input());
        } catch (IllegalArgumentException e) {
            problems.add(fieldOf(e), "MALFORMED");
            return null;
        }
    }

    /** Files and serialized objects are not what a form sends: they count as missing. */
    private static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put(name, isPlain(value) ? value : null));
        return plain;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Number;
    }

    private static String fieldOf(IllegalArgumentException e) {
        return e.getCause() instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? mapping.getPath().get(0).getFieldName()
                : "form";
    }
}
