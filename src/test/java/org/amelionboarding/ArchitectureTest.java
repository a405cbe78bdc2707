package org.amelionboarding;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.amelionboarding.dossier.OneTimeSecret;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** The house's plan: who may know whom, and what nobody may use. */
@AnalyzeClasses(packages = "org.amelionboarding", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.amelionboarding";

    @ArchTest
    static final ArchRule dossier_knows_none_of_the_others = knowsOnly("dossier");

    @ArchTest
    static final ArchRule message_knows_dossier = knowsOnly("message", "dossier");

    @ArchTest
    static final ArchRule form_knows_dossier_and_message = knowsOnly("form", "dossier", "message");

    @ArchTest
    static final ArchRule content_knows_dossier_and_message = knowsOnly("content", "dossier", "message");

    @ArchTest
    static final ArchRule step_knows_dossier_message_and_content = knowsOnly("step", "dossier", "message", "content");

    @ArchTest
    static final ArchRule signin_knows_dossier_and_message = knowsOnly("signin", "dossier", "message");

    @ArchTest
    static final ArchRule csv_knows_none_of_the_others = knowsOnly("csv");

    @ArchTest
    static final ArchRule cohort_knows_csv_dossier_message_and_form =
            knowsOnly("cohort", "csv", "dossier", "message", "form");

    @ArchTest
    static final ArchRule document_knows_none_of_the_others = knowsOnly("document");

    @ArchTest
    static final ArchRule attestation_knows_dossier_document_and_message =
            knowsOnly("attestation", "dossier", "document", "message");

    @ArchTest
    static final ArchRule reimbursement_knows_csv_dossier_document_and_message =
            knowsOnly("reimbursement", "csv", "dossier", "document", "message");

    @ArchTest
    static final ArchRule casework_knows_whom_it_moves =
            knowsOnly("casework", "csv", "dossier", "engine", "form", "message", "signin", "step");

    @ArchTest
    static final ArchRule monitoring_knows_dossier_message_and_signin =
            knowsOnly("monitoring", "dossier", "message", "signin");

    @ArchTest
    static final ArchRule retention_knows_dossier_and_message = knowsOnly("retention", "dossier", "message");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_depends_on_the_demo = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".demo..");

    @ArchTest
    static final ArchRule the_dossier_knows_neither_engine_nor_web = noClasses()
            .that()
            .resideInAPackage(ROOT + ".dossier..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.springframework.web..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule the_engine_appears_only_where_processes_are_moved = noClasses()
            .that(resideOutsideOfPackages(
                    in("form", "step", "desk", "casework", "cohort", "engine", "retention", "demo")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule the_engines_insides_are_left_to_its_set_up_and_to_forms = noClasses()
            .that(resideOutsideOfPackages(in("form", "engine")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    /** ASVS 11.5.1: what must not be guessed comes from SecureRandom. */
    @ArchTest
    static final ArchRule chance_comes_from_secure_random_but_for_the_jitter = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".message.Jitter")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random");

    /** ASVS 11.2.4: the time that a comparison takes must not tell how much of a code is right. */
    @ArchTest
    static final ArchRule a7_digests_are_read_only_where_they_are_compared_in_constant_time = methods()
            .that(describe("read a digest", ArchitectureTest::readsDigest))
            .should(callMessageDigestIsEqual());

    @ArchTest
    static final ArchRule uuids_name_rows_and_are_no_secrets = noClasses()
            .that()
            .resideInAPackage(ROOT + ".dossier..")
            .should()
            .callMethodWhere(describe(
                    "a UUID is drawn elsewhere than for the id of a row",
                    call -> call.getTargetOwner().isEquivalentTo(UUID.class)
                            && !call.getOrigin().getName().equals("issue")));

    /** A moved clock must move everything. */
    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethodWhere(describe("the system is asked for the time", ArchitectureTest::asksSystemForTime))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule dependencies_come_through_constructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nothing_is_printed = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** Parts of Spring 6.2 with flaws that its last free release keeps (CVE-2026-47883…47893, 59280…59283). */
    @ArchTest
    static final ArchRule the_parts_of_spring_without_fixes_stay_unused = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.expression..",
                    "org.springframework.web.reactive..",
                    "org.springframework.messaging.rsocket..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("UrlFilenameViewController")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("JdbcOneTimeTokenService");

    @Test
    void webflux_is_not_on_the_class_path() {
        assertThat(ClassUtils.isPresent("org.springframework.web.reactive.DispatcherHandler", null))
                .isFalse();
    }

    /** A script in a model would run with the application's rights; FEEL and JUEL only work out values. */
    @Test
    void no_script_engine_is_on_the_class_path_but_the_expression_languages_of_the_engine() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "JuelScriptEngineFactory", "FeelScriptEngineFactory", "FeelUnaryTestsScriptEngineFactory");
    }

    private static boolean readsDigest(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(OneTimeSecret.class)
                        && call.getName().equals("digest"));
    }

    private static ArchCondition<JavaMethod> callMessageDigestIsEqual() {
        return ArchCondition.from(describe(
                "compare with MessageDigest.isEqual",
                method -> method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(MessageDigest.class)
                                && call.getName().equals("isEqual"))));
    }

    private static boolean asksSystemForTime(JavaMethodCall call) {
        JavaClass asked = call.getTargetOwner();
        boolean throughClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        return asked.getPackageName().equals("java.time") && call.getName().equals("now") && !throughClock
                || asked.isEquivalentTo(Clock.class) && call.getName().startsWith("system")
                || asked.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
    }

    private static ArchRule knowsOnly(String who, String... known) {
        String[] allowed =
                in(Stream.concat(Stream.of(who), Arrays.stream(known)).toArray(String[]::new));
        return classes()
                .that()
                .resideInAPackage(ROOT + "." + who + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(allowed)));
    }

    private static String[] in(String... packages) {
        return Arrays.stream(packages).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }
}
