package vn.sohoa.page;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Lines that belong together (a paragraph, a column, a table cell), in reading order; never empty. */
public record Block(List<Line> lines) {
    public Block {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a block has at least one line");
        }
        lines = List.copyOf(lines);
    }

    /** The same words elsewhere. */
    public Block moved(UnaryOperator<Box> place) {
        return new Block(lines.stream()
                .map(line -> new Line(line.words().stream()
                        .map(word -> new Word(word.text(), place.apply(word.box()), word.confidence()))
                        .toList()))
                .toList());
    }

    public Box box() {
        return lines.stream().map(Line::box).reduce(Box::union).orElseThrow();
    }

    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
