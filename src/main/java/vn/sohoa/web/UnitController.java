package vn.sohoa.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.organization.Administration;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.UnitTree;

/** Units and counters of the administrator's branch. */
@Controller
class UnitController {
    private static final String VIEW = "admin-units";
    private static final String PURPOSE = "administration";
    private static final String KIND = "UNIT";
    private static final int COUNTERS = 1000;

    private final UnitTree units;
    private final Counters counters;
    private final Acts acts;

    UnitController(UnitTree units, Counters counters, Acts acts) {
        this.units = units;
        this.counters = counters;
        this.acts = acts;
    }

    @GetMapping("/admin/units")
    String page(@AuthenticationPrincipal Person admin, Model model) {
        return show(admin, model);
    }

    @PostMapping("/admin/units")
    String create(
            @AuthenticationPrincipal Person admin,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam UUID parent,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> validFrom,
            Model model) {
        return done(admin, model, () -> {
            UUID unit = units.create(admin, code, new UnitTree.Facts(name, parent, validFrom, Optional.empty()));
            acts.write(parent, PURPOSE, "UNIT_CREATED", KIND, unit);
            return "unitCreated";
        });
    }

    @PostMapping("/admin/units/{id}")
    String change(
            @AuthenticationPrincipal Person admin,
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam Optional<UUID> parent,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> validFrom,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> validTo,
            Model model) {
        return done(admin, model, () -> {
            UUID above = parent.or(() -> parent(admin, id)).orElse(id);
            units.change(admin, id, new UnitTree.Facts(name, above, validFrom, validTo));
            acts.write(id, PURPOSE, "UNIT_CHANGED", KIND, id);
            return "unitChanged";
        });
    }

    private Optional<UUID> parent(Person admin, UUID id) {
        return units.of(admin).stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .flatMap(UnitTree.Unit::parent);
    }

    @PostMapping("/admin/units/{id}/succession")
    String succeed(
            @AuthenticationPrincipal Person admin,
            @PathVariable UUID id,
            @RequestParam UUID successor,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate at,
            Model model) {
        return done(admin, model, () -> {
            units.succeed(admin, id, successor, at);
            acts.write(id, PURPOSE, "UNIT_SUCCEEDED", KIND, id);
            return "unitChanged";
        });
    }

    /** @param quiet in seconds */
    @PostMapping("/admin/units/{id}/counters")
    String counter(
            @AuthenticationPrincipal Person admin,
            @PathVariable UUID id,
            @RequestParam String code,
            @RequestParam Optional<Integer> quiet,
            Model model) {
        return done(admin, model, () -> {
            units.counter(admin, id, code, quiet.map(Duration::ofSeconds));
            acts.write(id, PURPOSE, "COUNTER_CHANGED", KIND, id);
            return "counterChanged";
        });
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
        List<Counter> all = counters.all(COUNTERS);
        model.addAttribute("units", tree);
        model.addAttribute("counters", all);
        return VIEW;
    }
}
