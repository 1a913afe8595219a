package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.UnitTree;

/** The units of the administrator's branch. */
@RestController
@RequestMapping("/api/v1/units")
@Tag(name = "units", description = "Cây đơn vị")
class UnitApi {
    private static final String KIND = "UNIT";

    private final UnitTree units;
    private final Deeds deeds;

    UnitApi(UnitTree units, Deeds deeds) {
        this.units = units;
        this.deeds = deeds;
    }

    /**
     * @param depth below the topmost unit that is shown
     * @param validTo the first day on which it is no more
     */
    record UnitItem(
            UUID id,
            String code,
            String name,
            int depth,
            Optional<UUID> parent,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            List<String> successors) {
        static UnitItem of(UnitTree.Unit u) {
            return new UnitItem(
                    u.id(), u.code(), u.name(), u.depth(), u.parent(), u.validFrom(), u.validTo(), u.successors());
        }

        /** Of what can be edited: a unit has no other number that grows. */
        long edition() {
            CRC32 sum = new CRC32();
            sum.update(List.of(name, parent, validFrom, validTo).toString().getBytes(StandardCharsets.UTF_8));
            return sum.getValue();
        }
    }

    record NewUnit(String code, String name, UUID parent, Optional<LocalDate> validFrom) {}

    /** @param parent absent when it stays where it is */
    record UnitFacts(String name, Optional<UUID> parent, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {}

    @GetMapping
    @Operation(summary = "The administrator's units, each below its parent")
    List<UnitItem> tree(@AuthenticationPrincipal Person who) {
        return units.of(who).stream().map(UnitItem::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One unit")
    ResponseEntity<UnitItem> one(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        UnitItem unit = find(id, who);
        return ResponseEntity.ok().eTag(Edition.tag(unit.edition())).body(unit);
    }

    @PostMapping
    @Operation(summary = "A new unit below one of the administrator's")
    ResponseEntity<UnitItem> create(@RequestBody NewUnit given, @AuthenticationPrincipal Person who) {
        UnitTree.Facts facts = new UnitTree.Facts(given.name(), given.parent(), given.validFrom(), Optional.empty());
        UUID made = deeds.run(() -> {
            UUID unit = units.create(who, given.code(), facts);
            deeds.write(who, given.parent(), "UNIT_CREATED", KIND, unit);
            return unit;
        });
        // who asked does not yet know the unit as theirs: roles are told anew with the next request
        UnitItem item = new UnitItem(
                made,
                given.code(),
                facts.name().strip(),
                0,
                Optional.of(facts.parent()),
                facts.validFrom(),
                Optional.empty(),
                List.of());
        return ResponseEntity.created(URI.create("/api/v1/units/" + made))
                .eTag(Edition.tag(item.edition()))
                .body(item);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Another name, place or time of a unit; its code stays")
    ResponseEntity<UnitItem> change(
            @PathVariable UUID id, Edition edition, @RequestBody UnitFacts facts, @AuthenticationPrincipal Person who) {
        UnitItem unit = find(id, who);
        edition.require(unit.edition());
        UUID parent = facts.parent().or(unit::parent).orElse(id);
        return deeds.run(() -> {
            units.change(who, id, new UnitTree.Facts(facts.name(), parent, facts.validFrom(), facts.validTo()));
            deeds.write(who, id, "UNIT_CHANGED", KIND, id);
            return one(id, who);
        });
    }

    private UnitItem find(UUID id, Person who) {
        return units.of(who).stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .map(UnitItem::of)
                .orElseThrow(Problem::notFound);
    }
}
