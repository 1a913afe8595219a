package vn.sohoa.classification;

import java.util.List;

/**
 * How papers of a type are known.
 *
 * @param type its code
 * @param titles as printed, all variants
 * @param signs other print that only this type has, for pages whose title is not readable
 * @param labels that its form prints, for each field its variants
 */
public record TypeRule(String type, Layout layout, List<String> titles, List<String> signs, List<List<String>> labels) {
    public TypeRule {
        titles = List.copyOf(titles);
        signs = List.copyOf(signs);
        labels = List.copyOf(labels);
    }

    public TypeRule(String type, Layout layout, List<String> titles, List<String> signs) {
        this(type, layout, titles, signs, List.of());
    }
}
