package org.amelionboarding.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.variable.Variables;

/** What a form shows at first, as the fields that the engine hands out; nothing of it is kept. */
final class Prefilled {

    private Prefilled() {}

    static List<FormField> fields(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> field(value.getKey(), value.getValue()))
                .toList();
    }

    private static FormField field(String name, String value) {
        FormFieldImpl field = new FormFieldImpl();
        field.setId(name);
        field.setType(new StringFormType());
        field.setValue(Variables.stringValue(value, true));
        return field;
    }
}
