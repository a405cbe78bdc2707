package org.amelionboarding.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding.monitoring}.
 *
 * @param noAction time after the last action on a dossier from which a student who does not wait for a card or a number
 *     counts as stuck
 */
@ConfigurationProperties("onboarding.monitoring")
record MonitoringSettings(@DefaultValue("P7D") Duration noAction) {}
