package org.amelionboarding.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The agencies where a provisional code can be asked for, as advisors keep them. The pages ask this bean for the list. */
@Component
public class Agencies {

    private final AgencyRepository repository;
    private final AgencySettings settings;
    private final OnboardingSettings general;
    private final Clock clock;

    Agencies(AgencyRepository repository, AgencySettings settings, OnboardingSettings general, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.general = general;
        this.clock = clock;
    }

    /** In alphabetical order; "LYON" and "Lyon" are one town. */
    public Map<String, List<Agency>> byTown() {
        Collator alphabet = Collator.getInstance(Locale.FRENCH);
        alphabet.setStrength(Collator.PRIMARY);
        return repository.findAll().stream()
                .sorted(Comparator.comparing(Agency::name, alphabet))
                .collect(groupingBy(Agency::town, () -> new TreeMap<>(alphabet), toList()));
    }

    Optional<Agency> find(String id) {
        return repository.findById(id);
    }

    void add(AgencyEntry entry) {
        repository.save(entry.agency(UUID.randomUUID().toString(), 0));
    }

    /** @throws OptimisticLockingFailureException if another advisor has changed or deleted it since this version */
    void change(String id, int version, AgencyEntry entry) {
        repository.save(entry.agency(unchanged(id, version).id(), version));
    }

    /** @throws OptimisticLockingFailureException if another advisor has changed or deleted it since this version */
    void verify(String id, int version) {
        repository.save(unchanged(id, version).verified(today()));
    }

    /** @throws OptimisticLockingFailureException if another advisor has changed or deleted it since this version */
    void delete(String id, int version) {
        repository.delete(unchanged(id, version));
    }

    /** The version may be any number: it comes from a hidden field. The database looks once more when it is written. */
    private Agency unchanged(String id, int version) {
        return find(id).filter(agency -> agency.version() == version)
                .orElseThrow(() -> new OptimisticLockingFailureException("Agency changed or gone"));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), general.zone());
    }

    /** What was verified before this day may be out of date. */
    public LocalDate staleBefore() {
        return today().minusDays(settings.staleAfter().toDays());
    }
}
