package vn.sohoa.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.dossier.DossierSearch;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.scan.Scans;

/** The list of dossiers, and one with what is there and what is missing. What is looked for stays out of the address. */
@Controller
class DossierController {
    static final Set<Role> DESK = EnumSet.of(Role.CLERK, Role.UNIT_ADMIN);
    private static final int LINES = 50;
    private static final String KIND = "DOSSIER";

    private final Dossiers dossiers;
    private final Scans scans;
    private final Catalog catalog;
    private final Acts acts;
    private final Words.Wording wording;

    DossierController(Dossiers dossiers, Scans scans, Catalog catalog, Acts acts, Words.Wording wording) {
        this.dossiers = dossiers;
        this.scans = scans;
        this.catalog = catalog;
        this.acts = acts;
        this.wording = wording;
    }

    /** What is looked for. */
    record Asked(
            String code,
            String name,
            String number,
            DossierView.@Nullable State state,
            @Nullable UUID after) {
        Asked {
            code = Objects.requireNonNullElse(code, "");
            name = Objects.requireNonNullElse(name, "");
            number = Objects.requireNonNullElse(number, "");
        }

        DossierSearch search() {
            return new DossierSearch(code, name, number, Optional.ofNullable(state));
        }
    }

    @GetMapping("/dossiers")
    String all(@AuthenticationPrincipal Person person, Model model, Locale locale) {
        return list(new Asked("", "", "", DossierView.State.OPEN, null), person, model, locale);
    }

    @PostMapping("/dossiers")
    String search(Asked asked, @AuthenticationPrincipal Person person, Model model, Locale locale) {
        return list(asked, person, model, locale);
    }

    private String list(Asked asked, Person person, Model model, Locale locale) {
        List<DossierView> found = dossiers.list(asked.search(), Optional.ofNullable(asked.after()), LINES + 1);
        List<DossierView> shown = found.subList(0, Math.min(LINES, found.size()));
        acts.run(() -> {
            shown.forEach(
                    dossier -> acts.write(dossier.unitId(), dossier.code(), "DOSSIER_LISTED", KIND, dossier.id()));
            return shown;
        });
        DossierPage.Teller teller = teller(person, locale);
        model.addAttribute("asked", asked);
        model.addAttribute("states", DossierView.State.values());
        model.addAttribute("rows", shown.stream().map(teller::row).toList());
        model.addAttribute("next", found.size() > LINES ? shown.get(LINES - 1).id() : "");
        return "dossiers";
    }

    @GetMapping("/dossiers/{id}")
    String one(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model, Locale locale) {
        DossierView dossier = find(id);
        acts.run(() -> {
            acts.write(dossier.unitId(), dossier.code(), "DOSSIER_VIEWED", KIND, id);
            return id;
        });
        model.addAttribute("dossier", teller(person, locale).page(dossiers.checklist(id), scans::document));
        return "dossier";
    }

    /** A person says where on the dossier a paper stands. */
    @PostMapping("/dossiers/{id}/place")
    String place(
            @PathVariable UUID id,
            @RequestParam UUID document,
            @RequestParam(defaultValue = "") String component,
            @AuthenticationPrincipal Person person) {
        there(id, document);
        dossiers.choose(document, id, component, person.name());
        return "redirect:/dossiers/" + id;
    }

    @PostMapping("/dossiers/{id}/detach")
    String detach(@PathVariable UUID id, @RequestParam UUID document, @AuthenticationPrincipal Person person) {
        there(id, document);
        dossiers.detach(document, person.name());
        return "redirect:/dossiers/" + id;
    }

    @PostMapping("/dossiers/{id}/state")
    String move(@PathVariable UUID id, @RequestParam DossierView.State to, @AuthenticationPrincipal Person person) {
        find(id);
        if (to == DossierView.State.CLOSED) {
            dossiers.close(id, person.name());
        } else {
            dossiers.reopen(id, person.name());
        }
        return "redirect:/dossiers/" + id;
    }

    private void there(UUID id, UUID document) {
        dossiers.attachedTo(document)
                .filter(attachment -> attachment.dossier().equals(id))
                .orElseThrow(DossierController::missing);
    }

    private DossierView find(UUID id) {
        return dossiers.view(id).orElseThrow(DossierController::missing);
    }

    private DossierPage.Teller teller(Person person, Locale locale) {
        return new DossierPage.Teller(
                catalog,
                wording.in(locale),
                !locale.equals(Language.ENGLISH),
                !person.units(Role.CLERK).isEmpty());
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
