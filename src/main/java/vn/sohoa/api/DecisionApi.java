package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.api.KeyingShapes.KeyedAnswer;
import vn.sohoa.api.KeyingShapes.KeyingField;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.register.Arbitrations;
import vn.sohoa.register.Hand;

/** Deciding what two people read differently, by a third. */
@RestController
@RequestMapping("/api/v1/keying/decisions")
@Tag(name = "keying")
class DecisionApi {
    private final Arbitrations arbitrations;

    DecisionApi(Arbitrations arbitrations) {
        this.arbitrations = arbitrations;
    }

    /** Two readings; which of them stands left has nothing to do with who keyed first. */
    record KeyingDifference(KeyingField field, KeyedAnswer left, KeyedAnswer right) {
        static KeyingDifference of(Arbitrations.Difference d) {
            return new KeyingDifference(KeyingField.of(d.field()), KeyedAnswer.of(d.left()), KeyedAnswer.of(d.right()));
        }
    }

    /** @param agreed what both read the same, by column */
    record KeyingDispute(
            UUID id,
            UUID book,
            String bookKey,
            String kind,
            UUID page,
            Optional<Integer> pageNumber,
            int ordinal,
            List<KeyingDifference> differences,
            Map<String, KeyedAnswer> agreed) {
        static KeyingDispute of(Arbitrations.Dispute d) {
            return new KeyingDispute(
                    d.registerCase(),
                    d.bookId(),
                    d.bookKey(),
                    d.form().kind(),
                    d.page(),
                    KeyingShapes.number(d.pageNumber()),
                    d.ordinal(),
                    d.differences().stream().map(KeyingDifference::of).toList(),
                    KeyingShapes.shown(d.agreed()));
        }
    }

    /** @param answers one for every field that was read differently */
    record KeyingDecision(Map<String, KeyedAnswer> answers) {}

    @PostMapping("/next")
    @Operation(summary = "The next case to decide, never one that whoever asks has keyed; 204 when none waits")
    ResponseEntity<KeyingDispute> next(@AuthenticationPrincipal Person who) {
        return arbitrations
                .next(hand(who))
                .map(dispute ->
                        ResponseEntity.ok().eTag(Edition.tag(dispute.version())).body(KeyingDispute.of(dispute)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/decide")
    @Operation(summary = "Decides the case")
    ResponseEntity<Void> decide(
            @PathVariable UUID id,
            Edition edition,
            @RequestBody KeyingDecision decision,
            @AuthenticationPrincipal Person who) {
        KeyingShapes.refuse(arbitrations.decide(
                hand(who), known(id), (int) edition.version(), KeyingShapes.answers(decision.answers())));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/no-case")
    @Operation(summary = "Decides that this place on the page holds no case")
    ResponseEntity<Void> none(@PathVariable UUID id, Edition edition, @AuthenticationPrincipal Person who) {
        arbitrations.noCase(hand(who), known(id), (int) edition.version());
        return ResponseEntity.noContent().build();
    }

    private UUID known(UUID registerCase) {
        if (!arbitrations.knows(registerCase)) {
            throw Problem.notFound();
        }
        return registerCase;
    }

    private static Hand hand(Person who) {
        return new Hand(who.id(), who.name(), who.units(Role.ARBITER));
    }
}
