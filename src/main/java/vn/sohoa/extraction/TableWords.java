package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Table;

/**
 * What stands in the cells of one table, as lines of print.
 *
 * @param page its place in the document, from 0
 */
record TableWords(int page, Table table, Map<Table.Cell, List<CellLine>> lines) {
    private static final double SAME_LINE = 0.6;

    /** A line of print in a cell, from left to right. */
    record CellLine(List<Token> tokens) {
        double middle() {
            return tokens.stream()
                    .mapToDouble(token -> token.box().y() + token.box().height() / 2.0)
                    .average()
                    .orElse(0);
        }

        double height() {
            return tokens.stream()
                    .mapToDouble(token -> token.box().height())
                    .max()
                    .orElse(0);
        }
    }

    static TableWords of(PageText text, int page, Table table) {
        Map<Table.Cell, List<Token>> inside = new HashMap<>();
        text.words().forEach(word -> table.cells().stream()
                .filter(cell -> cell.box().holdsMiddleOf(word.box()))
                .findFirst()
                .ifPresent(cell -> Token.of(word).stream()
                        .filter(token -> !token.text().isEmpty())
                        .forEach(token -> inside.computeIfAbsent(cell, any -> new ArrayList<>())
                                .add(token))));
        Map<Table.Cell, List<CellLine>> lines = new HashMap<>();
        inside.forEach((cell, tokens) -> lines.put(cell, lines(tokens)));
        return new TableWords(page, table, lines);
    }

    private static List<CellLine> lines(List<Token> tokens) {
        List<CellLine> lines = new ArrayList<>();
        List<Token> line = new ArrayList<>();
        double middle = 0;
        for (Token token : tokens.stream()
                .sorted(Comparator.comparingDouble(TableWords::middle))
                .toList()) {
            if (!line.isEmpty()
                    && middle(token) - middle
                            > SAME_LINE
                                    * Math.max(
                                            token.box().height(),
                                            line.get(0).box().height())) {
                lines.add(line(line));
                line = new ArrayList<>();
            }
            middle = (middle * line.size() + middle(token)) / (line.size() + 1);
            line.add(token);
        }
        if (!line.isEmpty()) {
            lines.add(line(line));
        }
        return lines;
    }

    private static CellLine line(List<Token> tokens) {
        return new CellLine(tokens.stream()
                .sorted(Comparator.comparingInt(token -> token.box().x()))
                .toList());
    }

    private static double middle(Token token) {
        return token.box().y() + token.box().height() / 2.0;
    }

    List<CellLine> in(Table.Cell cell) {
        return lines.getOrDefault(cell, List.of());
    }

    /** The cell that covers this square. */
    Table.Cell cell(int row, int column) {
        return table.cells().stream()
                .filter(cell -> cell.covers(row, column))
                .findFirst()
                .orElseThrow();
    }

    String text(Table.Cell cell) {
        return Tokens.text(
                in(cell).stream().flatMap(line -> line.tokens().stream()).toList());
    }
}
