package org.amelionboarding.form;

import java.security.Principal;
import java.util.List;
import org.amelionboarding.dossier.AccountService;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.ProfileStanding;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the signed-in student where they stand once their account is active: the items of the profile and the services.
 * What waits to be done now are tasks, which the engine tells.
 */
@RestController
class AccountState {

    /**
     * Nothing but {@code active} before the account is active.
     *
     * @param previousSignIn the sign-in before this one, as people read it; null at the first
     */
    record Answer(boolean active, String givenNames, String previousSignIn, List<Item> items, List<Service> services) {}

    /**
     * @param name of the item's form and texts
     * @param day see {@link ProfileStanding}, as people read it
     */
    record Item(String name, ProfileStanding.State state, String day) {}

    /** @param open whether it can begin now */
    record Service(String name, String address, boolean open) {}

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final List<AccountService> services;
    private final Texts texts;

    AccountState(Dossiers dossiers, Profiles profiles, List<AccountService> services, Texts texts) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.services = services;
        this.texts = texts;
    }

    @GetMapping("/api/account")
    Answer state(Principal student) {
        Dossier dossier = dossiers.of(student.getName());
        if (!dossier.isInUse()) {
            return new Answer(false, null, null, List.of(), List.of());
        }
        return new Answer(
                true,
                dossier.identity().givenNames(),
                dossier.previousSignedInAt() == null
                        ? null
                        : texts.moment(dossier.previousSignedInAt(), dossier.language()),
                items(dossier),
                offered(dossier.number()));
    }

    private List<Item> items(Dossier dossier) {
        return profiles.standings(dossier.number()).stream()
                .map(standing -> new Item(
                        standing.item().form(),
                        standing.state(),
                        standing.day() == null ? null : texts.day(standing.day(), dossier.language())))
                .toList();
    }

    private List<Service> offered(String dossier) {
        return services.stream()
                .map(service -> new Service(service.name(), service.address(), service.isOpenTo(dossier)))
                .toList();
    }
}
