package org.amelionboarding.monitoring;

/**
 * How an element of a diagram fared.
 *
 * @param entered how often within the period
 * @param waiting how many stand there now, since whenever
 * @param medianSeconds of the stays that began within the period and came to their end; null if there is none
 * @param p90Seconds nine out of ten of them were no longer
 * @param overdue how many of those who wait have waited longer than that, or where nobody has left yet, longer than
 *     {@link HeatMapSettings#patience}
 */
record ElementHeat(String id, long entered, long waiting, Long medianSeconds, Long p90Seconds, long overdue) {}
