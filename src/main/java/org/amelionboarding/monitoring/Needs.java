package org.amelionboarding.monitoring;

import java.util.List;
import java.util.Map;

/**
 * The dossiers that somebody should look at.
 *
 * @param counts how many there are for each reason; those without any are left out
 * @param all how many there are in all
 * @param pages of those with the reason that is looked at
 * @param stuck one page of them, the longest stuck first
 */
record Needs(Map<Reason, Long> counts, long all, long pages, List<Stuck> stuck) {}
