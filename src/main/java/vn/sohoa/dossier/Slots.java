package vn.sohoa.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.Component;

/** Which component of a procedure a paper stands for. */
@org.springframework.stereotype.Component
class Slots {
    private final Catalog catalog;

    Slots(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Component> of(String procedure) {
        return catalog.procedure(procedure).map(found -> found.components()).orElse(List.of());
    }

    boolean expects(String procedure, String type) {
        return of(procedure).stream().anyMatch(component -> component.takes(type));
    }

    /**
     * The first component that takes the type: one that names it before one that takes anything, an empty one before one
     * that has a paper already. Empty where none takes it.
     *
     * @param full codes of the components that have a paper
     */
    String choose(String procedure, String type, Set<String> full) {
        Comparator<Component> byName =
                Comparator.comparing(component -> component.types().isEmpty());
        Comparator<Component> byRoom = Comparator.comparing(component -> full.contains(component.code()));
        Optional<Component> first = of(procedure).stream()
                .filter(component -> component.takes(type))
                .min(byName.thenComparing(byRoom)); // of equals the first
        return first.map(Component::code).orElse("");
    }
}
