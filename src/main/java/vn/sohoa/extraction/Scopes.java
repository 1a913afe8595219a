package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.sohoa.page.Box;

/**
 * Which person or section a label belongs to. Persons and sections stand below each other, or beside each other; there
 * each has its column, and in a table one label serves all columns.
 */
final class Scopes {
    private static final double LEFT_OF = 1.5;
    private static final double EDGE = 0.7;

    private final Sheets sheets;
    private final List<Label> persons;

    Scopes(Sheets sheets) {
        this.sheets = sheets;
        this.persons = sheets.labels().stream()
                .flatMap(List::stream)
                .filter(label -> label.rule().isPerson())
                .toList();
    }

    /** What may be the value of a label: from left to right, in pixels. */
    record Column(int left, int right) {
        static final Column ALL = new Column(Integer.MIN_VALUE, Integer.MAX_VALUE);

        boolean has(Token token) {
            return token.box().x() >= left && token.box().x() < right;
        }

        boolean isAll() {
            return equals(ALL);
        }
    }

    /**
     * The labels of a field that stand where the form has them: in its section, right after the person it belongs to, and
     * not among the data of a person who comes later on the form. Those with a colon are labels for sure; where the same
     * words stand again further down, they are another person's.
     */
    List<Label> labels(FieldRule rule) {
        List<Label> all = sheets.labels().stream()
                .flatMap(List::stream)
                .filter(label -> label.rule() == rule && isItsPlace(label, rule))
                .toList();
        boolean colons = all.stream().anyMatch(Label::colon);
        List<Label> found = new ArrayList<>();
        for (Label label : all) {
            boolean again = found.stream()
                    .anyMatch(other -> other.row() < label.row()
                            && other.wanted().letters().equals(label.wanted().letters()));
            if (!again && (label.colon() || !colons)) {
                found.add(label);
            }
        }
        return found;
    }

    private boolean isItsPlace(Label label, FieldRule rule) {
        if (rule.after().isPresent()) {
            return beginnings(label, rule).stream()
                    .anyMatch(begun -> begun.rule().code().equals(rule.after().get()));
        }
        if (rule.isPerson()) {
            return true;
        }
        List<FieldRule> rules = sheets.form().fields();
        List<FieldRule> holders = rules.stream().filter(FieldRule::isPerson).toList();
        return persons.stream()
                .filter(other -> other.isBefore(label) && other.rule() != rule)
                .map(Label::rule)
                .noneMatch(person -> holders.indexOf(person) > 0 && rules.indexOf(person) > rules.indexOf(rule));
    }

    /** What begins the part of the form that the label stands in: one, or those beside each other that share the label. */
    private List<Label> beginnings(Label label, FieldRule rule) {
        boolean section = sheets.form().isSection(rule.after().orElse(""));
        List<Label> before = (section ? sheets.headings() : persons)
                .stream()
                        .filter(other -> section || other.rule() != rule)
                        .filter(other -> other.isBefore(label) || section && other.isSamePrint(label))
                        .toList();
        if (before.isEmpty()) {
            return List.of();
        }
        Label last = before.get(before.size() - 1);
        List<Label> beside = before.stream()
                .filter(other -> other.row() == last.row() && (section || other.rule() != rule))
                .toList();
        double near = label.left() + LEFT_OF * sheets.row(label).height();
        Optional<Label> nearest =
                beside.stream().filter(other -> other.left() <= near).max(Comparator.comparingInt(Label::left));
        return beside.size() > 1 ? nearest.map(List::of).orElse(beside) : List.of(last);
    }

    /** Where the value of the label may stand. */
    Column column(Label label, FieldRule rule) {
        if (rule.after().isEmpty()) {
            return Column.ALL;
        }
        List<Label> begun = beginnings(label, rule);
        if (begun.size() > 1) {
            return inTable(label, begun, rule.after().get());
        }
        List<Label> sameRow = (sheets.form().isSection(rule.after().get()) ? sheets.headings() : persons)
                .stream()
                        .filter(other -> other.row() == begun.get(0).row()
                                && other.left() > begun.get(0).left()
                                && !other.rule()
                                        .code()
                                        .equals(begun.get(0).rule().code()))
                        .toList();
        return sameRow.isEmpty()
                ? besideUnknown(label, begun.get(0))
                : new Column(
                        Integer.MIN_VALUE,
                        sameRow.get(0).left() - (int) sheets.row(label).height() / 2);
    }

    /** In a table of which only one head could be read, what stands beneath the others is not this one's. */
    private Column besideUnknown(Label label, Label head) {
        int end = sheets.row(label).tokens().get(label.to() - 1).box().right();
        if (head.left() <= end) {
            return Column.ALL;
        }
        List<Box> parts = sheets.row(head).parts().stream()
                .map(Tokens::box)
                .filter(box -> box.x() > end)
                .toList();
        Box own = box(head);
        int left = parts.stream()
                .filter(box -> box.right() <= own.x())
                .max(Comparator.comparingInt(Box::x))
                .map(before -> edge(before, own, head.row()))
                .orElse(end);
        int right = parts.stream()
                .filter(box -> box.x() >= own.right())
                .min(Comparator.comparingInt(Box::x))
                .map(next -> edge(own, next, head.row()))
                .orElse(Integer.MAX_VALUE);
        return new Column(left, right);
    }

    private Column inTable(Label label, List<Label> columns, String code) {
        int at = 0;
        while (at < columns.size() && !columns.get(at).rule().code().equals(code)) {
            at++;
        }
        Row row = sheets.row(label);
        int left = at == 0 ? row.tokens().get(label.to() - 1).box().right() : edge(columns, at);
        return new Column(left, at + 1 < columns.size() ? edge(columns, at + 1) : Integer.MAX_VALUE);
    }

    private int edge(List<Label> columns, int at) {
        return edge(
                box(columns.get(at - 1)), box(columns.get(at)), columns.get(at).row());
    }

    /** Where a column begins: where most of its cells do, between its neighbour's heading and its own. */
    private int edge(Box neighbour, Box heading, int from) {
        double middle = heading.x() + heading.width() / 2.0;
        double before = neighbour.x() + neighbour.width() / 2.0;
        double height = sheets.rows().get(from).height();
        int[] edges = sheets.rows().stream()
                .skip(from + 1L)
                .limit(20)
                .filter(row -> row.page() == sheets.rows().get(from).page())
                .flatMap(row -> row.parts().stream())
                .mapToInt(part -> part.get(0).box().x())
                .filter(x -> x > before && x < middle + height)
                .sorted()
                .toArray();
        int best = 0;
        int edge = (int) ((middle + before) / 2);
        for (int i = 0; i < edges.length; i++) {
            int same = 0;
            for (int other : edges) {
                same += Math.abs(other - edges[i]) < EDGE * height ? 1 : 0;
            }
            if (same > best) {
                best = same;
                edge = edges[i];
            }
        }
        return edge - (int) (EDGE * height);
    }

    private Box box(Label heading) {
        return Tokens.box(sheets.row(heading).tokens().subList(heading.from(), heading.to()));
    }
}
