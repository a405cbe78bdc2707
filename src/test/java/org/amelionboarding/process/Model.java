package org.amelionboarding.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One file of {@code processes/}. */
record Model(String file, BpmnModelInstance content) {

    static List<Model> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> new Model(file.getFileName().toString(), Bpmn.readModelFromFile(file.toFile())))
                    .toList();
        }
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return content.getModelElementsByType(type);
    }

    @Override
    public String toString() {
        return file;
    }
}
