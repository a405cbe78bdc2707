package org.amelionboarding.dossier;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.util.Streamable;
import org.springframework.stereotype.Component;

/**
 * All dossiers. The BPMN models ask this bean ({@code ${dossiers.of(execution.processBusinessKey)…}}) instead of process
 * variables, which a form could set.
 */
@Component("dossiers")
public class Dossiers {

    private final DossierRepository repository;
    private final OneTimeSecrets secrets;
    private final Contacts contacts;
    private final CardOrders cardOrders;
    private final Profiles profiles;
    private final NameIndex names;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Dossiers(
            DossierRepository repository,
            OneTimeSecrets secrets,
            Contacts contacts,
            CardOrders cardOrders,
            Profiles profiles,
            NameIndex names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.contacts = contacts;
        this.cardOrders = cardOrders;
        this.profiles = profiles;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a dossier under a new number. */
    public Dossier open(CodeRequest request) {
        Dossier dossier = repository.save(new Dossier(
                DossierNumber.random(random),
                request.nir(),
                request.provisionalNumber(),
                request.identity(),
                request.mobile(),
                request.language(),
                request.channel(),
                request.registrationFinalised(),
                request.carteVitaleReceived(),
                clock.instant()));
        names.keep(dossier.number(), dossier.identity());
        return dossier;
    }

    /** Takes the request of a student whose dossier is open already into that dossier. */
    public Dossier requestAgain(Dossier open, CodeRequest request) {
        return change(open.number(), dossier -> dossier.requestAgain(request));
    }

    /** The open dossier that a request is about, if there is one. */
    public Optional<Dossier> openFor(CodeRequest request) {
        return request.nir() == null
                ? repository.findByProvisionalNumber(request.provisionalNumber())
                : find(request.nir()).or(() -> waitingWithProvisionalNumber(request));
    }

    /** Who comes back with the permanent number is known by telephone and birth date. */
    private Optional<Dossier> waitingWithProvisionalNumber(CodeRequest request) {
        return repository.findByMobileAndNirIsNull(request.mobile()).stream()
                .filter(dossier -> !dossier.isClosed())
                .filter(dossier ->
                        dossier.identity().birthDate().equals(request.identity().birthDate()))
                .findFirst();
    }

    /** Whether a confirmed account other than this one has the address (A28). */
    public boolean isTaken(PersonalEmail email, String dossier) {
        return repository
                .findByConfirmedEmail(email.canonical())
                .filter(owner -> !owner.number().equals(dossier))
                .isPresent();
    }

    /** @throws IllegalArgumentException if there is no such dossier */
    public Dossier of(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("No dossier " + number));
    }

    public Optional<Dossier> find(String number) {
        return number == null ? Optional.empty() : repository.findById(number);
    }

    public Optional<Dossier> find(Nir nir) {
        return repository.findByNir(nir);
    }

    public Optional<Dossier> find(ProvisionalNumber number) {
        return repository.findByProvisionalNumber(number);
    }

    /** @param typed a NIR, with or without its key, or a provisional number, however it is spaced */
    public Optional<Dossier> findByTypedNumber(String typed) {
        return ProvisionalNumber.of(typed)
                .map(this::find)
                .orElseGet(() -> Nir.atSignIn(typed).flatMap(this::find));
    }

    /** In no order; without those that there are not. */
    public List<Dossier> all(Collection<String> numbers) {
        return Streamable.of(repository.findAllById(numbers)).toList();
    }

    /** As {@link #of}; until the end of the transaction everybody else who locks or changes the dossier waits. */
    public Dossier lock(String number) {
        return repository.findByNumber(number).orElseThrow(() -> new IllegalArgumentException("No dossier " + number));
    }

    /** Changes a dossier; of two changes at the same time one fails (optimistic lock). */
    public Dossier change(String number, Consumer<Dossier> change) {
        Dossier dossier = of(number);
        change.accept(dossier);
        return repository.save(dossier);
    }

    /** Notes the sign-in beside all other changes: several devices, and a form, may come at the same moment. */
    public void signedIn(String number) {
        repository.signedIn(number, clock.instant());
        events.publishEvent(new SignedIn(number));
    }

    /** Notes, the first time only, that a provisional code has left for the student or was handed over. */
    public void codeSent(String number) {
        repository.codeSent(number, clock.instant());
    }

    /** Waits for the confirmation of another address; a link that went to one before is worthless. */
    public void giveNewEmail(String number, PersonalEmail given) {
        secrets.revoke(number, SecretPurpose.EMAIL_LINK);
        change(number, dossier -> dossier.giveNewEmail(given, clock.instant()));
    }

    /** From now on the new address is the one on file. */
    public void changeEmail(String number) {
        change(number, Dossier::changeEmail);
    }

    /** Forgets the new address; its link is worthless. */
    public void keepEmail(String number) {
        secrets.revoke(number, SecretPurpose.EMAIL_LINK);
        change(number, Dossier::keepEmail);
    }

    public void activate(String number) {
        change(number, dossier -> dossier.activate(clock.instant()));
        events.publishEvent(new MovedOn(number));
    }

    /** Ends a dossier; nothing personal and no secret of it is left. */
    public void close(String number, Closure reason) {
        change(number, dossier -> dossier.close(reason, clock.instant()));
        secrets.forgetValues(number);
        contacts.erase(number);
        cardOrders.erase(number);
        profiles.erase(number);
        names.erase(number);
        events.publishEvent(new MovedOn(number));
    }
}
