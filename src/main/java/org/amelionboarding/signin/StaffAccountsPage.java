package org.amelionboarding.signin;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where operators keep the local accounts of staff. A secret is shown once, in the answer that makes it. */
@Controller
@RequestMapping("/staff/accounts")
class StaffAccountsPage {

    private static final Logger LOG = LoggerFactory.getLogger(StaffAccountsPage.class);
    private static final String VIEW = "staff-accounts";

    private final StaffAccounts accounts;
    private final StaffPasswords passwords;
    private final StaffSettings settings;
    private final URI password;
    private final Texts texts;
    private final Languages languages;
    private final Clock clock;

    StaffAccountsPage(
            StaffAccounts accounts,
            StaffPasswords passwords,
            StaffSettings settings,
            OnboardingSettings onboarding,
            Texts texts,
            Languages languages,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.password = URI.create(onboarding.baseUrl() + "/staff/password");
        this.texts = texts;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    String show(Principal operator, Model model) {
        model.addAttribute("kept", accounts.kept());
        model.addAttribute("bySettings", accounts.bySettings());
        model.addAttribute("self", operator.getName());
        model.addAttribute("roles", StaffRole.values());
        return VIEW;
    }

    @PostMapping
    String add(
            @RequestParam String name,
            @RequestParam StaffRole role,
            Principal operator,
            HttpServletResponse response,
            Model model) {
        String account = name.trim().toLowerCase(Locale.ROOT);
        String problem = passwords.nameProblem(account);
        if (problem == null) {
            try {
                showSecret(account, accounts.add(account, role), model);
                LOG.info("Account added, staff {}: {} {}", operator.getName(), role, account);
                return show(operator, model);
            } catch (DuplicateKeyException e) {
                problem = "TAKEN";
            }
        }
        response.setStatus(BAD_REQUEST.value());
        model.addAttribute("nameProblem", problem);
        model.addAttribute("typed", name);
        model.addAttribute("chosen", role);
        return show(operator, model);
    }

    @PostMapping("/{name}/secret")
    String giveSecret(@PathVariable String name, Principal operator, Model model) {
        checkIsAnothers(name, operator);
        showSecret(name, accounts.giveSecret(name), model);
        LOG.info("New one-time secret, staff {}: {}", operator.getName(), name);
        return show(operator, model);
    }

    @PostMapping("/{name}/block")
    String block(@PathVariable String name, Principal operator) {
        checkIsAnothers(name, operator);
        accounts.block(name);
        LOG.info("Account blocked, staff {}: {}", operator.getName(), name);
        return "redirect:/staff/accounts";
    }

    @PostMapping("/{name}/unblock")
    String unblock(@PathVariable String name, Principal operator) {
        checkIsAnothers(name, operator);
        accounts.unblock(name);
        LOG.info("Account unblocked, staff {}: {}", operator.getName(), name);
        return "redirect:/staff/accounts";
    }

    /** Nobody locks themself out, so that an operator is left. */
    private void checkIsAnothers(String name, Principal operator) {
        if (accounts.kept().stream().noneMatch(account -> account.name().equals(name))) {
            throw new ResponseStatusException(NOT_FOUND);
        }
        if (operator.getName().equals(name)) {
            throw new ResponseStatusException(FORBIDDEN);
        }
    }

    private void showSecret(String name, String secret, Model model) {
        model.addAttribute("given", name);
        model.addAttribute("secret", secret);
        model.addAttribute("address", password);
        model.addAttribute("until", texts.moment(clock.instant().plus(settings.secretLifetime()), languages.current()));
    }
}
