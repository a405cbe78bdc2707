package org.amelionboarding.reimbursement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Files of statements, and what stands in them. */
final class Statements {

    static final String HEADER = "statement,nir,careDate,paidOn,kind,amountPaid,amountReimbursed";

    private static final AtomicInteger ALL = new AtomicInteger();

    private Statements() {}

    /** An id that no other line has. */
    static String freshId() {
        return "R-%06d".formatted(ALL.incrementAndGet());
    }

    static String line(String nir) {
        return line(freshId(), nir, "19.00");
    }

    /** @param reimbursed of 30 euros */
    static String line(String statement, String nir, String reimbursed) {
        return "%s,%s,2026-10-03,2026-10-08,CONSULTATION,30.00,%s".formatted(statement, nir, reimbursed);
    }

    static byte[] file(String... lines) {
        return file(List.of(lines));
    }

    static byte[] file(List<String> lines) {
        return (HEADER + "\n" + lines.stream().collect(Collectors.joining("\n")) + "\n").getBytes(UTF_8);
    }

    static Reimbursement paidOn(String day, String paid, String reimbursed) {
        LocalDate date = LocalDate.parse(day);
        return new Reimbursement(
                freshId(), date, date, CareKind.PHARMACY, new BigDecimal(paid), new BigDecimal(reimbursed));
    }
}
