package org.amelionboarding.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test against the whole application, listening on a port of its own with the demo's inbox. All classes with this
 * annotation share one running application, so none may assume that it is alone with its data.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "onboarding.message.email=inbox",
            "onboarding.message.sms=inbox",
            "onboarding.demo.students=false",
            "onboarding.staff.accounts.colleague.role=ADVISOR",
            "onboarding.staff.accounts.colleague.password=${onboarding.staff.accounts.advisor.password}",
            // The web applications' addresses hold the engine's name.
            "camunda.bpm.generate-unique-process-engine-name=false",
            // The coverage listener reads definitions in the name of the student, who must not.
            "spring.autoconfigure.exclude=org.camunda.community.process_test_coverage"
                    + ".spring_test.platform7.ProcessEngineCoverageConfiguration"
        })
@ActiveProfiles({"demo", "test"})
@Import({Demo.class, Marker.class, Stillness.class})
public @interface RunningDemo {}
