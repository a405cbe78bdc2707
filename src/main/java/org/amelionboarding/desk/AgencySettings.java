package org.amelionboarding.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding.agencies}.
 *
 * @param staleAfter time after which a reader is told to check an agency's address and hours before going there
 */
@ConfigurationProperties("onboarding.agencies")
record AgencySettings(@DefaultValue("P180D") Duration staleAfter) {}
