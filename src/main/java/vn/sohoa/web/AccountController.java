package vn.sohoa.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.organization.Administration;
import vn.sohoa.organization.Administration.First;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.UnitTree;

/** Accounts of the administrator's units: who may sign in, and as what. */
@Controller
class AccountController {
    private static final String VIEW = "admin-accounts";
    private static final String PURPOSE = "administration";
    private static final String KIND = "ACCOUNT";

    private final Administration administration;
    private final UnitTree units;
    private final Acts acts;

    AccountController(Administration administration, UnitTree units, Acts acts) {
        this.administration = administration;
        this.units = units;
        this.acts = acts;
    }

    @GetMapping("/admin/accounts")
    String page(@AuthenticationPrincipal Person admin, Model model) {
        return show(admin, model);
    }

    @PostMapping("/admin/accounts")
    String create(
            @AuthenticationPrincipal Person admin,
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam UUID unit,
            @RequestParam Role role,
            Model model) {
        return done(admin, model, () -> {
            First first = administration.create(admin, name.strip().toLowerCase(Locale.ROOT), displayName, unit, role);
            acts.write(unit, PURPOSE, "ACCOUNT_CREATED", KIND, first.id());
            acts.write(unit, PURPOSE, "ROLE_GIVEN_" + role, KIND, first.id());
            model.addAttribute("firstName", name.strip().toLowerCase(Locale.ROOT));
            model.addAttribute("firstPassword", first.password());
            return "created";
        });
    }

    @PostMapping("/admin/accounts/{id}/grant")
    String grant(
            @AuthenticationPrincipal Person admin,
            @PathVariable UUID id,
            @RequestParam UUID unit,
            @RequestParam Role role,
            Model model) {
        return done(admin, model, () -> {
            administration.grant(admin, id, unit, role);
            acts.write(unit, PURPOSE, "ROLE_GIVEN_" + role, KIND, id);
            return "granted";
        });
    }

    @PostMapping("/admin/accounts/{id}/revoke")
    String revoke(
            @AuthenticationPrincipal Person admin,
            @PathVariable UUID id,
            @RequestParam UUID unit,
            @RequestParam Role role,
            Model model) {
        return done(admin, model, () -> {
            administration.revoke(admin, id, unit, role);
            acts.write(unit, PURPOSE, "ROLE_TAKEN_" + role, KIND, id);
            return "revoked";
        });
    }

    @PostMapping("/admin/accounts/{id}/active")
    String active(@AuthenticationPrincipal Person admin, @PathVariable UUID id, @RequestParam boolean on, Model model) {
        return done(admin, model, () -> {
            administration.activate(admin, id, on);
            acts.write(home(admin, id), PURPOSE, on ? "ACCOUNT_ACTIVATED" : "ACCOUNT_DEACTIVATED", KIND, id);
            return on ? "activated" : "deactivated";
        });
    }

    @PostMapping("/admin/accounts/{id}/unlock")
    String unlock(@AuthenticationPrincipal Person admin, @PathVariable UUID id, Model model) {
        return done(admin, model, () -> {
            administration.unlock(admin, id);
            acts.write(home(admin, id), PURPOSE, "ACCOUNT_UNLOCKED", KIND, id);
            return "unlocked";
        });
    }

    @PostMapping("/admin/accounts/{id}/reset")
    String reset(@AuthenticationPrincipal Person admin, @PathVariable UUID id, Model model) {
        return done(admin, model, () -> {
            String password = administration.reset(admin, id);
            acts.write(home(admin, id), PURPOSE, "PASSWORD_RESET", KIND, id);
            entry(admin, id).ifPresent(entry -> model.addAttribute("firstName", entry.name()));
            model.addAttribute("firstPassword", password);
            return "reset";
        });
    }

    private java.util.Optional<Administration.Entry> entry(Person admin, UUID id) {
        return administration.accounts(admin).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    /** A unit of the administrator's in which the account has a role. */
    private UUID home(Person admin, UUID id) {
        return entry(admin, id).orElseThrow().given().get(0).unit();
    }

    private String done(Person admin, Model model, Supplier<String> act) {
        try {
            model.addAttribute("done", "admin." + acts.run(act));
        } catch (Administration.Refused refused) {
            model.addAttribute("refused", "admin.refused." + refused.refusal());
        }
        return show(admin, model);
    }

    private String show(Person admin, Model model) {
        List<UnitTree.Unit> tree = units.of(admin);
        model.addAttribute("units", tree);
        model.addAttribute("codes", AdminViews.codes(tree));
        model.addAttribute("roles", Role.values());
        model.addAttribute("accounts", administration.accounts(admin));
        return VIEW;
    }
}
