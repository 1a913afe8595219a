package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.dossier.DossierLine;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Units;

/** The form by which a person opens a dossier, or corrects what is known of one. */
@Controller
class DossierFormController {
    private static final String VIEW = "dossier-form";

    private final Dossiers dossiers;
    private final Units units;
    private final Catalog catalog;
    private final Acts acts;
    private final Words.Wording wording;

    DossierFormController(Dossiers dossiers, Units units, Catalog catalog, Acts acts, Words.Wording wording) {
        this.dossiers = dossiers;
        this.units = units;
        this.catalog = catalog;
        this.acts = acts;
        this.wording = wording;
    }

    /** What stands on the form. */
    record Filled(
            @Nullable UUID unit,
            String code,
            String procedure,
            String name,
            String number,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate received,
            @Nullable Integer version) {
        static final Filled NOTHING = new Filled(null, "", "", "", "", null, 0);

        Filled {
            code = Objects.requireNonNullElse(code, "");
            procedure = Objects.requireNonNullElse(procedure, "");
            name = Objects.requireNonNullElse(name, "");
            number = Objects.requireNonNullElse(number, "");
        }

        static Filled of(DossierView dossier) {
            return new Filled(
                    dossier.unitId(),
                    dossier.code(),
                    dossier.procedure(),
                    dossier.holderName(),
                    dossier.holderNumber(),
                    dossier.received().orElse(null),
                    dossier.version());
        }

        DossierLine line(DossierCode known) {
            return new DossierLine(known, procedure, name, number, Optional.ofNullable(received));
        }
    }

    record Choice(String code, String name) {}

    @GetMapping("/dossiers/new")
    String empty(@AuthenticationPrincipal Person person, Model model, Locale locale) {
        return form(Filled.NOTHING, "", person, model, locale);
    }

    @PostMapping("/dossiers/new")
    String open(
            @ModelAttribute("filled") Filled filled,
            @AuthenticationPrincipal Person person,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            DossierCode code = DossierCode.parse(filled.code())
                    .orElseThrow(() -> new BadInput(Reason.of(
                            ReasonCode.DOSSIER_CODE_WRONG, filled.code().strip())));
            UUID unit = unit(filled, person);
            return "redirect:/dossiers/"
                    + dossiers.open(unit, filled.line(code), person.name()).id();
        } catch (BadInput | Failure.Conflict refused) {
            refuse(refused, response, model, locale);
            return form(filled, "", person, model, locale);
        }
    }

    @GetMapping("/dossiers/{id}/edit")
    String edit(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model, Locale locale) {
        DossierView dossier = find(id);
        acts.run(() -> {
            acts.write(dossier.unitId(), dossier.code(), "DOSSIER_VIEWED", "DOSSIER", id);
            return id;
        });
        return form(Filled.of(dossier), id.toString(), person, model, locale);
    }

    @PostMapping("/dossiers/{id}/edit")
    String amend(
            @PathVariable UUID id,
            @ModelAttribute("filled") Filled filled,
            @AuthenticationPrincipal Person person,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        DossierView dossier = find(id);
        DossierCode code = new DossierCode(dossier.code(), dossier.canonical());
        try {
            dossiers.amend(id, Objects.requireNonNullElse(filled.version(), -1), filled.line(code), person.name());
            return "redirect:/dossiers/" + id;
        } catch (BadInput | Failure.Conflict refused) {
            refuse(refused, response, model, locale);
            return form(filled, id.toString(), person, model, locale);
        }
    }

    /** Where a person has a desk in one unit only, nobody asks which. */
    private static UUID unit(Filled filled, Person person) {
        var own = person.units(DossierController.DESK);
        UUID unit = filled.unit() == null && own.size() == 1 ? own.iterator().next() : filled.unit();
        if (unit == null || !own.contains(unit)) {
            throw new BadInput(Reason.of(ReasonCode.DOSSIER_NOT_HERE));
        }
        return unit;
    }

    private void refuse(Failure refused, HttpServletResponse response, Model model, Locale locale) {
        HttpStatus status =
                refused instanceof Failure.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        response.setStatus(status.value());
        model.addAttribute("refused", wording.in(locale).reason(refused.reason()));
    }

    private String form(Filled filled, String id, Person person, Model model, Locale locale) {
        boolean vietnamese = !locale.equals(Language.ENGLISH);
        Function<vn.sohoa.catalog.Procedure, String> name = procedure -> vietnamese ? procedure.vi() : procedure.en();
        List<Choice> procedures = catalog.procedures().stream()
                .map(procedure -> new Choice(procedure.code(), procedure.code() + " – " + name.apply(procedure)))
                .toList();
        model.addAttribute("filled", filled);
        model.addAttribute("dossier", id);
        model.addAttribute("procedures", procedures);
        model.addAttribute(
                "unlisted",
                !filled.procedure().isEmpty()
                        && catalog.procedure(filled.procedure()).isEmpty());
        model.addAttribute("units", units.named(person.units(DossierController.DESK)));
        return VIEW;
    }

    private DossierView find(UUID id) {
        return dossiers.view(id).orElseThrow(DossierController::missing);
    }
}
