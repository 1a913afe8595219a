package vn.sohoa.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.organization.Administration.Refusal;
import vn.sohoa.organization.Administration.Refused;
import vn.sohoa.organization.Clients;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.UnitTree;

/** Other systems of the administrator's units. */
@Controller
class ClientController {
    private static final String VIEW = "admin-clients";
    private static final String PURPOSE = "administration";
    private static final String KIND = "CLIENT";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");

    private final Clients clients;
    private final UnitTree units;
    private final Acts acts;

    ClientController(Clients clients, UnitTree units, Acts acts) {
        this.clients = clients;
        this.units = units;
        this.acts = acts;
    }

    @GetMapping("/admin/clients")
    String page(@AuthenticationPrincipal Person admin, Model model) {
        return show(admin, model);
    }

    @PostMapping("/admin/clients")
    String create(
            @AuthenticationPrincipal Person admin,
            @RequestParam String name,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") Set<Role> roles,
            Model model) {
        return done(admin, model, () -> {
            String given = name.strip().toLowerCase(Locale.ROOT);
            refuseIf(!admin.has(Role.UNIT_ADMIN, unit), Refusal.NOT_YOURS);
            refuseIf(!NAME.matcher(given).matches(), Refusal.NAME_SHAPE);
            refuseIf(roles.isEmpty(), Refusal.NO_ROLE);
            refuseIf(clients.taken(given), Refusal.NAME_TAKEN);
            Clients.Fresh fresh = clients.create(unit, given, roles, admin.name());
            acts.write(unit, PURPOSE, "CLIENT_CREATED", KIND, fresh.id());
            model.addAttribute("secretName", given);
            model.addAttribute("secret", fresh.secret());
            return "clientCreated";
        });
    }

    @PostMapping("/admin/clients/{id}/deactivate")
    String deactivate(@AuthenticationPrincipal Person admin, @PathVariable UUID id, Model model) {
        return done(admin, model, () -> {
            Clients.Client client = mine(admin, id);
            clients.deactivate(id);
            acts.write(client.unitId(), PURPOSE, "CLIENT_DEACTIVATED", KIND, id);
            return "clientDeactivated";
        });
    }

    @PostMapping("/admin/clients/{id}/renew")
    String renew(@AuthenticationPrincipal Person admin, @PathVariable UUID id, Model model) {
        return done(admin, model, () -> {
            Clients.Client client = mine(admin, id);
            model.addAttribute("secretName", client.name());
            model.addAttribute("secret", clients.renew(id));
            acts.write(client.unitId(), PURPOSE, "CLIENT_SECRET_RENEWED", KIND, id);
            return "clientRenewed";
        });
    }

    private Clients.Client mine(Person admin, UUID id) {
        return clients.client(id)
                .filter(client -> admin.has(Role.UNIT_ADMIN, client.unitId()))
                .orElseThrow(() -> new Refused(Refusal.NOT_YOURS));
    }

    private static void refuseIf(boolean wrong, Refusal refusal) {
        if (wrong) {
            throw new Refused(refusal);
        }
    }

    private String done(Person admin, Model model, Supplier<String> act) {
        try {
            model.addAttribute("done", "admin." + acts.run(act));
        } catch (Refused refused) {
            model.addAttribute("refused", "admin.refused." + refused.refusal());
        }
        return show(admin, model);
    }

    private String show(Person admin, Model model) {
        List<UnitTree.Unit> tree = units.of(admin);
        model.addAttribute("units", tree);
        model.addAttribute("codes", AdminViews.codes(tree));
        model.addAttribute("roles", Role.values());
        model.addAttribute("clients", clients.in(admin.units(Role.UNIT_ADMIN)));
        return VIEW;
    }
}
