package org.amelionboarding.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.reimbursement.StatementImport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Three months of a fictitious student's reimbursements, imported as an advisor does. */
@Component
@Profile("demo")
class DemoStatements {

    /** @param daysAgo when the care was; it is paid out five days later */
    private record Care(int daysAgo, String kind, String paid, String reimbursed) {}

    private static final List<Care> CARE = List.of(
            new Care(88, "CONSULTATION", "30.00", "19.00"),
            new Care(87, "PHARMACY", "14.38", "8.76"),
            new Care(61, "DENTAL", "28.92", "17.35"),
            new Care(40, "CONSULTATION", "60.00", "40.00"),
            new Care(39, "PHARMACY", "9.95", "6.47"),
            new Care(33, "OPTICAL", "120.00", "0.09"),
            new Care(12, "CONSULTATION", "30.00", "19.00"),
            new Care(11, "PHARMACY", "22.40", "13.56"));

    private final StatementImport statements;
    private final OnboardingSettings settings;
    private final Clock clock;

    DemoStatements(StatementImport statements, OnboardingSettings settings, Clock clock) {
        this.statements = statements;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param nir of a student whose account is active */
    void arriveFor(String nir) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        String lines = CARE.stream()
                .map(care -> "DEMO-%03d,%s,%s,%s,%s,%s,%s%n"
                        .formatted(
                                care.daysAgo(),
                                nir,
                                today.minusDays(care.daysAgo()),
                                today.minusDays(care.daysAgo() - 5),
                                care.kind(),
                                care.paid(),
                                care.reimbursed()))
                .collect(Collectors.joining());
        statements.take(("statement,nir,careDate,paidOn,kind,amountPaid,amountReimbursed\n" + lines).getBytes(UTF_8));
    }
}
