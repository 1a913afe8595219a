package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sohoa.extraction.CardPart;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.extraction.FieldRule;

/**
 * A field of a document type.
 *
 * @param code unique within its type
 * @param vi label for the screen
 * @param en label for the screen
 * @param main one of those without which the paper says nothing
 * @param labels as printed on papers, all variants
 * @param phrases words of running text that the value follows
 * @param pattern what the value looks like, for one that stands alone
 * @param after the section, or the field that stands before this one, where the same label is printed more than once
 * @param card what the QR of an identity card calls it; empty on other papers
 */
public record Field(
        String code,
        String vi,
        String en,
        FieldKind kind,
        boolean main,
        FieldRule.Where where,
        List<String> labels,
        List<String> phrases,
        Optional<Pattern> pattern,
        Optional<String> after,
        Optional<CardPart> card) {
    public Field {
        labels = List.copyOf(labels);
        phrases = List.copyOf(phrases);
    }

    /** What extraction needs to know of it. */
    public FieldRule rule() {
        return new FieldRule(code, kind, where, labels, phrases, pattern, after, card);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Field field && told().equals(field.told());
    }

    @Override
    public int hashCode() {
        return told().hashCode();
    }

    /** Patterns are equal when they are written alike. */
    private List<Object> told() {
        return List.of(code, vi, en, kind, main, where, labels, phrases, pattern.map(Pattern::pattern), after, card);
    }
}
