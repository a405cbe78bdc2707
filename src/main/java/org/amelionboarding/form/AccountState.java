package org.amelionboarding.form;

import java.security.Principal;
import java.util.List;
import org.amelionboarding.dossier.AccountService;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the signed-in student whether their account is active, and so which services are open to them. */
@RestController
class AccountState {

    /** @param services none before the account is active */
    record Answer(boolean active, List<Service> services) {}

    /** @param open whether it can begin now */
    record Service(String name, String address, boolean open) {}

    private final Dossiers dossiers;
    private final List<AccountService> services;

    AccountState(Dossiers dossiers, List<AccountService> services) {
        this.dossiers = dossiers;
        this.services = services;
    }

    @GetMapping("/api/account")
    Answer state(Principal student) {
        String number = student.getName();
        boolean active = dossiers.of(number).isActive();
        return new Answer(active, active ? offered(number) : List.of());
    }

    private List<Service> offered(String dossier) {
        return services.stream()
                .map(service -> new Service(service.name(), service.address(), service.isOpenTo(dossier)))
                .toList();
    }
}
