package org.amelionboarding.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding.heat-map}.
 *
 * @param patience time after which a stay is overdue at an element that nobody has left within the period; elsewhere it
 *     is the time that nine out of ten took
 */
@ConfigurationProperties("onboarding.heat-map")
record HeatMapSettings(@DefaultValue("P7D") Duration patience) {}
