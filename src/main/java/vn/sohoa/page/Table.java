package vn.sohoa.page;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A ruled table of a page: where its cells lie. What stands in them is told by the words whose middle is inside.
 *
 * @param rows how many it has
 * @param columns how many it has
 * @param cells by row, then by column
 */
public record Table(int rows, int columns, List<Cell> cells) {
    /**
     * A cell, which may reach over several rows and columns.
     *
     * @param row its first, from 0
     * @param column its first, from 0
     * @param rowSpan over how many rows it reaches
     * @param columnSpan over how many columns it reaches
     * @param box in pixels of the page as scanned
     */
    public record Cell(int row, int column, int rowSpan, int columnSpan, Box box) {
        public Cell {
            if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
                throw new IllegalArgumentException("no cell: " + row + ", " + column);
            }
        }

        public Cell with(Box other) {
            return new Cell(row, column, rowSpan, columnSpan, other);
        }

        public boolean covers(int otherRow, int otherColumn) {
            return otherRow >= row
                    && otherRow < row + rowSpan
                    && otherColumn >= column
                    && otherColumn < column + columnSpan;
        }
    }

    public Table {
        cells = List.copyOf(cells);
    }

    /** The same with every box elsewhere; rows and columns keep their names. */
    public Table moved(UnaryOperator<Box> place) {
        return new Table(
                rows,
                columns,
                cells.stream().map(cell -> cell.with(place.apply(cell.box()))).toList());
    }

    /** The same once its page, so wide and high, has been turned clockwise. */
    public Table turned(int degrees, int pageWidth, int pageHeight) {
        return moved(box -> box.turned(degrees, pageWidth, pageHeight));
    }
}
