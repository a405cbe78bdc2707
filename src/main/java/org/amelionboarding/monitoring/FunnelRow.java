package org.amelionboarding.monitoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amelionboarding.dossier.FunnelStep;

/**
 * One step of the funnel.
 *
 * @param share of those who have come here among all, in percent
 * @param lost how many percent of those at the step before have not come here; null at the first step, and where nobody
 *     was before
 * @param median time from the step before; null where it is not known
 */
record FunnelRow(FunnelStep step, long count, double share, Long lost, Duration median) {

    static List<FunnelRow> of(Map<FunnelStep, Long> counts, Map<FunnelStep, Duration> medians) {
        List<FunnelRow> rows = new ArrayList<>();
        long all = counts.get(FunnelStep.STARTED);
        long before = 0;
        for (FunnelStep step : FunnelStep.values()) {
            long count = counts.get(step);
            Long lost = before == 0 ? null : Math.round(100.0 * (before - count) / before);
            rows.add(new FunnelRow(step, count, all == 0 ? 0 : 100.0 * count / all, lost, medians.get(step)));
            before = count;
        }
        return rows;
    }
}
