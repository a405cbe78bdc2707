package org.amelionboarding.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code processes/} and {@code forms/} together, before the web server opens its port.
 *
 * <p>The starter's own deployment names a resource by its absolute path when the classes are not in a jar, so that
 * {@code embedded:deployment:forms/…} fits only one of the two. All or nothing (no filtering per file): a changed model
 * must find its unchanged forms in its own deployment.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final List<String> FOLDERS = List.of("processes", "forms");

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("ameli-onboarding")
                .source("ameli-onboarding")
                .enableDuplicateFiltering(false);
        FOLDERS.forEach(folder -> names(folder).forEach(deployment::addClasspathResource));
        deployment.deploy();
    }

    private static List<String> names(String folder) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "/*.*");
            return Arrays.stream(files)
                    .map(file -> folder + "/" + file.getFilename())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Folder " + folder + " cannot be read", e);
        }
    }
}
