package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.sohoa.common.Folding;
import vn.sohoa.page.Table;

/**
 * Which column of a table holds which field, told by its head.
 *
 * @param rules by column, from 0
 * @param first the first row beneath the head
 */
record Columns(Map<Integer, FieldRule> rules, int first) {
    /** A head is not deeper: groups of columns, their names, their numbers. */
    private static final int DEPTH = 4;

    private static final int LEAST = 2;
    private static final int LETTERS_OF_A_LOST_HEAD = 2;
    private static final double SHARE = 0.4;
    private static final double MOSTLY = 0.6;

    /** Nothing where this table has no head with at least two known columns, and with two of five. */
    static Optional<Columns> of(TableWords words, List<Wanted> wanted) {
        Table table = words.table();
        Map<Integer, FieldRule> rules = new HashMap<>();
        int last = -1;
        for (int row = 0; row < Math.min(DEPTH, table.rows() - 1); row++) {
            for (int column = 0; column < table.columns(); column++) {
                Table.Cell cell = words.cell(row, column);
                if (cell.columnSpan() > 1 || cell.row() != row) {
                    continue;
                }
                Optional<FieldRule> rule = rule(words, row, column, wanted);
                if (rule.isPresent() && !rules.containsValue(rule.get())) {
                    rules.putIfAbsent(column, rule.get());
                    last = Math.max(last, row + cell.rowSpan() - 1);
                }
            }
        }
        int first = last + 1 + numbering(words, last + 1);
        numbers(words, first, wanted, rules);
        long named = IntStream.range(0, table.columns())
                .filter(column -> isNamed(words, column))
                .count();
        if (rules.size() < LEAST || rules.size() < SHARE * named) {
            return Optional.empty();
        }
        return Optional.of(new Columns(rules, first));
    }

    /** The head of a column of numbers is two letters in a narrow cell, and often lost: what stands beneath it tells. */
    private static void numbers(TableWords words, int first, List<Wanted> wanted, Map<Integer, FieldRule> rules) {
        Optional<FieldRule> ordinal = wanted.stream()
                .map(Wanted::rule)
                .filter(rule -> rule.kind() == FieldKind.ORDINAL && !rules.containsValue(rule))
                .findFirst();
        if (ordinal.isEmpty()
                || rules.containsKey(0)
                || Folding.letters(words.text(words.cell(0, 0))).length() > LETTERS_OF_A_LOST_HEAD) {
            return;
        }
        List<String> cells = IntStream.range(first, words.table().rows())
                .mapToObj(row -> words.text(words.cell(row, 0)))
                .filter(text -> !text.isEmpty())
                .toList();
        long ordinals = cells.stream()
                .filter(text -> Values.of(FieldKind.ORDINAL, text).isPresent())
                .count();
        if (ordinals > 0 && ordinals >= MOSTLY * cells.size()) {
            rules.put(0, ordinal.get());
        }
    }

    /** By the cell's own words, or by those of the group above it and its own: «Người mẹ», «Họ tên». */
    private static Optional<FieldRule> rule(TableWords words, int row, int column, List<Wanted> wanted) {
        String own = Folding.letters(words.text(words.cell(row, column)));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String whole = IntStream.rangeClosed(0, row)
                .mapToObj(above -> words.cell(above, column))
                .distinct()
                .map(words::text)
                .map(Folding::letters)
                .collect(Collectors.joining());
        return named(whole, wanted).or(() -> named(own, wanted));
    }

    private static Optional<FieldRule> named(String letters, List<Wanted> wanted) {
        int bag = Wanted.bag(letters);
        FieldRule best = null;
        int least = Integer.MAX_VALUE;
        for (Wanted label : wanted) {
            int errors = label.errors(letters, bag);
            if (errors <= label.most() && errors < least) {
                best = label.rule();
                least = errors;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isNamed(TableWords words, int column) {
        return !words.text(words.cell(0, column)).isEmpty();
    }

    /** How many rows beneath the head only number the columns: (1), (2), (3). */
    private static int numbering(TableWords words, int row) {
        if (row >= words.table().rows()) {
            return 0;
        }
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < words.table().columns(); column++) {
            texts.add(Folding.letters(words.text(words.cell(row, column))));
        }
        texts.removeAll(Collections.singleton(""));
        boolean numbers = texts.size() >= LEAST
                && IntStream.range(0, texts.size())
                                .filter(i -> texts.get(i).equals(String.valueOf(i + 1)))
                                .count()
                        > texts.size() / 2;
        return numbers ? 1 : 0;
    }

    /** The same columns in a table that goes on without a head. */
    Columns goingOn() {
        return new Columns(rules, 0);
    }
}
