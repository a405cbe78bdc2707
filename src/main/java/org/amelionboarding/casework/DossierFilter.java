package org.amelionboarding.casework;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.RequestChannel;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which dossiers are listed; each part null for all. Nothing personal: it stands in addresses.
 *
 * @param period requested within this time, up to now
 * @param definition with a running or finished process of this key
 */
record DossierFilter(
        DossierStatus status,
        Closure closure,
        String language,
        RequestChannel channel,
        Period period,
        String definition) {

    /** What the page offers; others are understood too. */
    static final List<Period> PERIODS =
            Stream.of(1, 7, 30, 90, 365).map(Period::ofDays).toList();

    /** A form sends what was not chosen as empty text. */
    DossierFilter {
        language = StringUtils.hasText(language) ? language : null;
        definition = StringUtils.hasText(definition) ? definition : null;
    }

    DossierCondition condition(Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("status", name(status));
        values.put("closure", name(closure));
        values.put("language", language);
        values.put("channel", name(channel));
        values.put("since", period == null ? null : since(now));
        values.put("definition", definition);
        values.values().removeIf(Objects::isNull);
        return new DossierCondition(
                values.keySet().stream().map(DossierFilter::sql).toList(), values);
    }

    /** Its parts in the address of a page of the list, or in the fields of a form; without those that are for all. */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("status", name(status));
        parts.put("closure", name(closure));
        parts.put("language", language);
        parts.put("channel", name(channel));
        parts.put("period", period == null ? null : period.toString());
        parts.put("definition", definition);
        parts.values().removeIf(Objects::isNull);
        return parts;
    }

    /** Whether people have chosen something; the process is chosen by where they are in Cockpit. */
    public boolean isChosen() {
        return parts().keySet().stream().anyMatch(part -> !part.equals("definition"));
    }

    public String address(long page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/desk/dossiers");
        parts().forEach(address::queryParam);
        return address.queryParam("page", page).encode().toUriString();
    }

    private OffsetDateTime since(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(period);
    }

    private static String sql(String part) {
        return switch (part) {
            case "status" -> DossierStatus.SQL + " = :status";
            case "closure" -> "d.closure = :closure";
            case "language" -> "d.language = :language";
            case "channel" -> "d.channel = :channel";
            case "since" -> "d.requested_at >= :since";
            default ->
                "exists (select 1 from ACT_HI_PROCINST p"
                        + " where p.BUSINESS_KEY_ = d.number and p.PROC_DEF_KEY_ = :definition)";
        };
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
