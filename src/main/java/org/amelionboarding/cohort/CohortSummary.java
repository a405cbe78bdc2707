package org.amelionboarding.cohort;

import java.time.Instant;

/** @param waiting lines whose dossiers are still to be started */
record CohortSummary(String id, Instant startedAt, int lines, int waiting) {}
