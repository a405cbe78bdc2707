package org.amelionboarding.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Undeliverable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;

/** One student in each state, come there by the real processes on a clock that is moved: what the crowd is cloned from. */
@TestComponent
class CrowdStates {

    private static final Duration AGO = Duration.ofDays(20);

    private final Students students;
    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final ApplicationEventPublisher events;
    private final Time time;
    private final Clock clock;

    CrowdStates(
            Students students,
            Dossiers dossiers,
            OneTimeSecrets secrets,
            ApplicationEventPublisher events,
            Time time,
            Clock clock) {
        this.students = students;
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.events = events;
        this.time = time;
        this.clock = clock;
    }

    /** Numbers of the dossiers; those of a frequent state several times. */
    List<String> all() {
        time.stopAt(clock.instant().minus(AGO));
        try {
            return come();
        } finally {
            time.goOn();
        }
    }

    private List<String> come() {
        List<String> all = new ArrayList<>();
        all.add(start(Map.of("nir", "7030799122123" + "%02d".formatted(97 - 7030799122123L % 97), "mobile", "0698765432", "language", "en")));
        all.add(start(Map.of("carteVitaleReceived", false)));
        all.add(start(Map.of("channel", "AGENCY", "language", "en")));
        all.add(undelivered());
        all.add(signedIn());
        all.add(passwordChosen());
        all.add(termsAccepted());
        all.add(waiting());
        all.add(closed(passwordChosen(), Closure.ABANDONED));
        all.add(closed(waiting(), Closure.EMAIL_NEVER_CONFIRMED));
        String active = active();
        String complete = complete();
        all.addAll(List.of(active, active, active, active, complete, complete, complete, complete, complete));
        return all;
    }

    private String undelivered() {
        String dossier = start(Map.of());
        events.publishEvent(new Undeliverable(dossier, MessagePurpose.PROVISIONAL_CODE));
        return dossier;
    }

    private String signedIn() {
        String dossier = start(Map.of("channel", "AGENCY"));
        time.pass(Duration.ofHours(3));
        dossiers.codeSent(dossier);
        dossiers.signedIn(dossier);
        return dossier;
    }

    private String passwordChosen() {
        String dossier = signedIn();
        time.pass(Duration.ofMinutes(4));
        students.choosePassword(dossier);
        return dossier;
    }

    private String termsAccepted() {
        String dossier = passwordChosen();
        time.pass(Duration.ofMinutes(2));
        students.acceptTerms(dossier);
        return dossier;
    }

    private String waiting() {
        String dossier = termsAccepted();
        time.pass(Duration.ofMinutes(3));
        students.giveContactDetails(dossier);
        return dossier;
    }

    private String active() {
        String dossier = waiting();
        time.pass(Duration.ofMinutes(50));
        students.confirmEmail(
                dossier,
                secrets.reveal(
                        secrets.live(dossier, SecretPurpose.EMAIL_LINK).orElseThrow()));
        return dossier;
    }

    private String complete() {
        String dossier = active();
        time.pass(Duration.ofDays(1));
        for (String item : List.of("Task_DeclareGp", "Task_ArrangeTopUpInsurance", "Task_OrderCeam")) {
            students.submit(dossier, item, Map.of("answer", "NOT_CONCERNED"));
        }
        students.submit(
                dossier,
                "Task_CheckContactDetails",
                Map.of(
                        "decision", "VERIFY",
                        "street", "3 rue Victor Hugo",
                        "postalCode", "69002",
                        "city", "Lyon",
                        "email", Students.emailOf(dossier),
                        "mobile", "06 12 34 56 78"));
        return dossier;
    }

    private String closed(String dossier, Closure reason) {
        dossiers.close(dossier, reason);
        return dossier;
    }

    private String start(Map<String, Object> changed) {
        Map<String, Object> request = new HashMap<>(Students.codeRequest());
        request.putAll(changed);
        return students.start(request).getBusinessKey();
    }
}
