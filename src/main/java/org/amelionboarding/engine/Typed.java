package org.amelionboarding.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What was typed into a form. Serialized objects are never opened: they count as missing. */
final class Typed {

    private Typed() {}

    static Map<String, Object> plain(VariableMap values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String name : values.keySet()) {
            TypedValue value = values.getValueTyped(name);
            plain.put(name, value == null || value instanceof SerializableValue ? null : value.getValue());
        }
        return plain;
    }
}
