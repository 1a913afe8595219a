package vn.sohoa.register;

import java.util.List;

/**
 * What the checker found of a delivery.
 *
 * @param detail where; never a value of a case
 */
public record Finding(Kind kind, String detail) {
    public enum Kind {
        /** All is well: rows, files, pages. */
        CHECKED,
        COLUMNS,
        ROWS,
        VALUE,
        CODE,
        FILE_MISSING,
        FILE_EXTRA,
        FILE_BROKEN,
        FILE_PAGES,
        UNREADABLE
    }

    static String text(List<Finding> findings) {
        return String.join(
                "\n",
                findings.stream()
                        .map(finding -> finding.kind() + " " + finding.detail())
                        .toList());
    }

    static List<Finding> parse(String text) {
        return text.lines()
                .map(line -> {
                    int space = line.indexOf(' ');
                    return new Finding(Kind.valueOf(line.substring(0, space)), line.substring(space + 1));
                })
                .toList();
    }
}
