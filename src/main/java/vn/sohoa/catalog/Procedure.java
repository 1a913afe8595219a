package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;

/**
 * An administrative procedure.
 *
 * @param code of the national list, such as {@code 1.001193}
 * @param vi name for the screen
 * @param en name for the screen
 * @param field of administration it belongs to, in Vietnamese
 * @param source of the list of components
 * @param components in order
 */
public record Procedure(
        String code, String vi, String en, String field, Validity validity, String source, List<Component> components) {
    public Procedure {
        components = List.copyOf(components);
    }

    public Optional<Component> component(String code) {
        return components.stream()
                .filter(component -> component.code().equals(code))
                .findFirst();
    }
}
