package vn.sohoa.extraction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a field stands on its paper.
 *
 * @param code unique within the type
 * @param labels as printed, all variants; a value stands to the right of its label or on the next line
 * @param phrases words of running text that the value follows, such as «thay mặt bên A»
 * @param pattern what the value looks like, for one that stands alone; empty for others
 * @param after the code of a section, or of a field that stands before this one, where the same label is printed more
 *     than once
 * @param card what the QR of an identity card calls it; empty on other papers
 */
public record FieldRule(
        String code,
        FieldKind kind,
        Where where,
        List<String> labels,
        List<String> phrases,
        Optional<Pattern> pattern,
        Optional<String> after,
        Optional<CardPart> card) {
    /** What leads to the value. */
    public enum Where {
        LABEL,
        /** The name under the signature, the last on the right. */
        SIGNATURE,
        /** The line of place and date, above the signature or beside the head. */
        DATE_LINE,
        /** The office that issued the paper, in the upper left corner. */
        ISSUER,
        /** A line that begins with the label; the label is part of the value. */
        LINE,
        /** Whatever stands alone and looks like the pattern. */
        PATTERN,
        /** A column of the paper's table, told by its head: each row has a value. */
        COLUMN
    }

    public FieldRule {
        labels = List.copyOf(labels);
        phrases = List.copyOf(phrases);
    }

    /** A field that stands after its label. */
    public static FieldRule labelled(String code, FieldKind kind, String... labels) {
        return new FieldRule(
                code,
                kind,
                Where.LABEL,
                List.of(labels),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A field with a place of its own. */
    public static FieldRule placed(String code, FieldKind kind, Where where, String... labels) {
        return new FieldRule(
                code, kind, where, List.of(labels), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public FieldRule after(String section) {
        return new FieldRule(code, kind, where, labels, phrases, pattern, Optional.of(section), card);
    }

    public FieldRule card(CardPart part) {
        return new FieldRule(code, kind, where, labels, phrases, pattern, after, Optional.of(part));
    }

    public FieldRule phrases(String... words) {
        return new FieldRule(code, kind, where, labels, List.of(words), pattern, after, card);
    }

    /** Whether its label names a person, whose data follow. */
    boolean isPerson() {
        return kind == FieldKind.PERSON_NAME && where == Where.LABEL;
    }
}
