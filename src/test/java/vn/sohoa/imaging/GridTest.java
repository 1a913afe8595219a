package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Table;

/** The tables that ruling lines make. */
class GridTest {
    private static final int DPI = 200;
    private static final int LEFT = 100;
    private static final int TOP = 300;
    private static final int[] COLUMNS = {0, 120, 500, 900, 1300};
    private static final int[] ROWS = {0, 90, 170, 250, 330};

    @Test
    void aRuledTableHasItsRowsColumnsAndCells() {
        List<Table> tables = tables(GridTest::ruled);
        assertThat(tables).hasSize(1);
        Table table = tables.get(0);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.columns()).isEqualTo(4);
        assertThat(table.cells()).hasSize(16);
        Table.Cell cell = cell(table, 2, 1);
        assertThat(cell.box().x()).isCloseTo(LEFT + COLUMNS[1], within(3));
        assertThat(cell.box().y()).isCloseTo(TOP + ROWS[2], within(3));
        assertThat(cell.box().right()).isCloseTo(LEFT + COLUMNS[2], within(3));
        assertThat(cell.box().bottom()).isCloseTo(TOP + ROWS[3], within(3));
    }

    @Test
    void squaresWithNothingBetweenThemAreOneCell() {
        Table table = tables(g -> {
                    ruled(g);
                    g.setColor(Color.WHITE);
                    g.fillRect(LEFT + COLUMNS[2] - 6, TOP + ROWS[0] + 4, 12, ROWS[1] - 8);
                    g.fillRect(LEFT + COLUMNS[0] + 4, TOP + ROWS[2] - 6, COLUMNS[1] - 8, 12);
                })
                .get(0);
        assertThat(cell(table, 0, 1).columnSpan()).isEqualTo(2);
        assertThat(cell(table, 1, 0).rowSpan()).isEqualTo(2);
        assertThat(table.cells()).hasSize(14);
    }

    @Test
    void aTableNeedsNoLinesAtItsSides() {
        Table table = tables(g -> {
                    for (int row : ROWS) {
                        g.drawLine(LEFT, TOP + row, LEFT + 1300, TOP + row);
                    }
                    for (int column = 1; column < COLUMNS.length - 1; column++) {
                        g.drawLine(LEFT + COLUMNS[column], TOP, LEFT + COLUMNS[column], TOP + 330);
                    }
                })
                .get(0);
        assertThat(table.columns()).isEqualTo(4);
        assertThat(cell(table, 1, 0).box().x()).isCloseTo(LEFT, within(4));
    }

    /** The pages of a bound book bend: lines that sink by three millimetres on their way across are lines all the same. */
    @Test
    void linesThatBendAreFollowed() {
        Table table = tables(g -> {
                    for (int row : ROWS) {
                        for (int step = 0; step < 13; step++) {
                            int sunk = step * step / 6;
                            g.drawLine(
                                    LEFT + step * 100,
                                    TOP + row + sunk,
                                    LEFT + step * 100 + 100,
                                    TOP + row + (step + 1) * (step + 1) / 6);
                        }
                    }
                    for (int column : COLUMNS) {
                        g.drawLine(LEFT + column, TOP, LEFT + column, TOP + 350);
                    }
                })
                .get(0);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.columns()).isEqualTo(4);
    }

    @Test
    void linesUnderTitlesAndFramesAreNoTables() {
        assertThat(tables(g -> {
                    g.drawLine(300, 200, 900, 200);
                    g.drawRect(100, 400, 500, 700);
                    g.drawLine(700, 500, 1300, 500);
                }))
                .isEmpty();
    }

    private static Table.Cell cell(Table table, int row, int column) {
        return table.cells().stream()
                .filter(cell -> cell.covers(row, column))
                .findFirst()
                .orElseThrow();
    }

    private static void ruled(Graphics2D g) {
        for (int row : ROWS) {
            g.drawLine(LEFT, TOP + row, LEFT + 1300, TOP + row);
        }
        for (int column : COLUMNS) {
            g.drawLine(LEFT + column, TOP, LEFT + column, TOP + 330);
        }
    }

    private static List<Table> tables(Consumer<Graphics2D> drawn) {
        BufferedImage image = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(3));
        drawn.accept(g);
        g.dispose();
        return Cleaning.clear(Plane.of(image, DPI), CleaningSteps.PAPER);
    }
}
