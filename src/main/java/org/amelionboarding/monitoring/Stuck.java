package org.amelionboarding.monitoring;

import java.time.Instant;
import java.util.List;

/**
 * A dossier that somebody should look at.
 *
 * @param since the longest of its causes has been there
 */
record Stuck(String number, Standing standing, Instant since, List<Cause> causes) {}
