package org.amelionboarding.monitoring;

import java.util.Optional;
import org.amelionboarding.dossier.RequestChannel;
import org.amelionboarding.message.Languages;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the dashboard is shown, as its address tells.
 *
 * @param language of the dossiers; null for all
 * @param channel null for all
 * @param reason null for all
 * @param page of the dossiers that need attention, from 1
 */
record Choice(Period period, String language, RequestChannel channel, Reason reason, Integer page) {

    Choice {
        period = period == null ? Period.DAYS_30 : period;
        language = language != null && Languages.ALL.contains(language) ? language : null;
        page = page == null || page < 1 ? 1 : page;
    }

    /** Address of another list of those that need attention, beside the same funnel. */
    public String address(Reason otherReason, int otherPage) {
        return UriComponentsBuilder.fromPath("/desk/dashboard")
                .queryParam("period", period)
                .queryParamIfPresent("language", Optional.ofNullable(language))
                .queryParamIfPresent("channel", Optional.ofNullable(channel))
                .queryParamIfPresent("reason", Optional.ofNullable(otherReason))
                .queryParam("page", otherPage)
                .toUriString();
    }
}
