package org.amelionboarding.monitoring;

import jakarta.validation.constraints.NotNull;
import java.time.Period;
import org.amelionboarding.dossier.RequestChannel;

/**
 * What is looked at.
 *
 * @param definition key of the process, all its versions
 * @param period entered within this time, up to now; a month unless told
 * @param language of the dossier; null for all
 * @param channel null for all
 */
record HeatMapQuery(@NotNull String definition, Period period, String language, RequestChannel channel) {

    private static final Period USUAL = Period.ofDays(30);

    HeatMapQuery {
        period = period == null ? USUAL : period;
    }

    boolean isOfAllDossiers() {
        return language == null && channel == null;
    }
}
