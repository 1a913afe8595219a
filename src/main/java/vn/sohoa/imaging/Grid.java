package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.sohoa.page.Box;
import vn.sohoa.page.Table;

/** The ruled tables of a straight page, from the lines that were found on it. */
final class Grid {
    private static final double TOUCH_MM = 2.5;
    /** Lines as near to each other as this are one: a double line, or a line with its ghost. */
    private static final double SAME_MM = 2.2;
    /** So far a line of a table has to reach beyond the last crossing for the table to have an open side there. */
    private static final double OPEN_MM = 6;

    private static final double WALL = 0.5;
    private static final int MOST_CELLS = 4_000;

    private final double touch;
    private final double same;
    private final double open;

    private Grid(Plane page) {
        this.touch = page.mm(TOUCH_MM);
        this.same = page.mm(SAME_MM);
        this.open = page.mm(OPEN_MM);
    }

    /** @return from the top of the page down; only what has at least two rows and two columns is a table */
    static List<Table> of(List<Rule> rules, Plane page) {
        List<Stroke> across =
                Stroke.of(rules.stream().filter(rule -> !rule.down()).toList(), page);
        List<Stroke> down = Stroke.of(rules.stream().filter(Rule::down).toList(), page);
        Grid grid = new Grid(page);
        return grid.groups(across, down).stream()
                .flatMap(group -> grid.table(group).stream())
                .sorted(Comparator.comparingInt(
                        table -> table.cells().get(0).box().y()))
                .toList();
    }

    /** Lines that hang together. */
    private record Group(List<Stroke> across, List<Stroke> down) {}

    private List<Group> groups(List<Stroke> across, List<Stroke> down) {
        int[] leader = IntStream.range(0, across.size() + down.size()).toArray();
        for (int a = 0; a < across.size(); a++) {
            for (int d = 0; d < down.size(); d++) {
                if (meet(across.get(a), down.get(d))) {
                    leader[root(leader, a)] = root(leader, across.size() + d);
                }
            }
        }
        Map<Integer, Group> groups = new TreeMap<>();
        for (int i = 0; i < leader.length; i++) {
            Group group =
                    groups.computeIfAbsent(root(leader, i), any -> new Group(new ArrayList<>(), new ArrayList<>()));
            if (i < across.size()) {
                group.across.add(across.get(i));
            } else {
                group.down.add(down.get(i - across.size()));
            }
        }
        return List.copyOf(groups.values());
    }

    private static int root(int[] leader, int of) {
        int at = of;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private boolean meet(Stroke across, Stroke down) {
        double x = down.at(across.middle());
        double y = across.at(x);
        return x >= across.start() - touch
                && x <= across.end() + touch
                && y >= down.start() - touch
                && y <= down.end() + touch;
    }

    /** A line of the grid: all strokes on one height or in one column; none for the side of an open table. */
    private record Edge(double middle, List<Stroke> strokes) {
        double at(double along) {
            return strokes.stream()
                    .filter(stroke -> along >= stroke.start() && along <= stroke.end())
                    .findFirst()
                    .or(() -> nearest(along))
                    .map(stroke -> stroke.at(along))
                    .orElse(middle);
        }

        private Optional<Stroke> nearest(double along) {
            return strokes.stream()
                    .min(Comparator.comparingDouble(
                            stroke -> Math.min(Math.abs(along - stroke.start()), Math.abs(along - stroke.end()))));
        }

        boolean isWall(double from, double to) {
            return strokes.isEmpty()
                    || strokes.stream()
                                    .mapToDouble(stroke -> stroke.covers(from, to))
                                    .sum()
                            >= WALL;
        }
    }

    private List<Edge> edges(List<Stroke> strokes, List<Stroke> crossing) {
        List<Edge> edges = new ArrayList<>();
        List<Stroke> together = new ArrayList<>();
        for (Stroke stroke : strokes.stream()
                .sorted(Comparator.comparingDouble(Stroke::middle))
                .toList()) {
            if (!together.isEmpty() && stroke.middle() - together.get(0).middle() > same) {
                edges.add(edge(together));
                together = new ArrayList<>();
            }
            together.add(stroke);
        }
        if (!together.isEmpty()) {
            edges.add(edge(together));
        }
        if (!edges.isEmpty()) {
            int first = crossing.stream().mapToInt(Stroke::start).min().orElse(0);
            int last = crossing.stream().mapToInt(Stroke::end).max().orElse(0);
            if (edges.get(0).middle - first > open) {
                edges.add(0, new Edge(first, List.of()));
            }
            if (last - edges.get(edges.size() - 1).middle > open) {
                edges.add(new Edge(last, List.of()));
            }
        }
        return edges;
    }

    private static Edge edge(List<Stroke> strokes) {
        return new Edge(strokes.stream().mapToDouble(Stroke::middle).average().orElse(0), List.copyOf(strokes));
    }

    private Optional<Table> table(Group group) {
        List<Edge> across = edges(group.across, group.down);
        List<Edge> down = edges(group.down, group.across);
        int rows = across.size() - 1;
        int columns = down.size() - 1;
        if (rows < 2 || columns < 2 || (long) rows * columns > MOST_CELLS) {
            return Optional.empty();
        }
        List<Table.Cell> cells = cells(across, down);
        return cells.size() < 4 ? Optional.empty() : Optional.of(new Table(rows, columns, cells));
    }

    /** Squares between which nothing is drawn are one cell. */
    private static List<Table.Cell> cells(List<Edge> across, List<Edge> down) {
        int rows = across.size() - 1;
        int columns = down.size() - 1;
        int[] leader = IntStream.range(0, rows * columns).toArray();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double x = (down.get(c).middle + down.get(c + 1).middle) / 2;
                double y = (across.get(r).middle + across.get(r + 1).middle) / 2;
                if (c + 1 < columns
                        && !down.get(c + 1)
                                .isWall(
                                        across.get(r).at(down.get(c + 1).middle),
                                        across.get(r + 1).at(down.get(c + 1).middle))) {
                    leader[root(leader, r * columns + c + 1)] = root(leader, r * columns + c);
                }
                if (r + 1 < rows
                        && !across.get(r + 1)
                                .isWall(down.get(c).at(y), down.get(c + 1).at(y))) {
                    leader[root(leader, (r + 1) * columns + c)] = root(leader, r * columns + c);
                }
            }
        }
        Map<Integer, int[]> spans = new TreeMap<>();
        for (int i = 0; i < leader.length; i++) {
            int[] span = spans.computeIfAbsent(root(leader, i), any -> new int[] {rows, columns, -1, -1});
            span[0] = Math.min(span[0], i / columns);
            span[1] = Math.min(span[1], i % columns);
            span[2] = Math.max(span[2], i / columns);
            span[3] = Math.max(span[3], i % columns);
        }
        return spans.values().stream()
                .map(span -> new Table.Cell(
                        span[0],
                        span[1],
                        span[2] - span[0] + 1,
                        span[3] - span[1] + 1,
                        box(across.get(span[0]), across.get(span[2] + 1), down.get(span[1]), down.get(span[3] + 1))))
                .sorted(Comparator.comparingInt(Table.Cell::row).thenComparingInt(Table.Cell::column))
                .toList();
    }

    private static Box box(Edge top, Edge bottom, Edge left, Edge right) {
        double x = (left.middle + right.middle) / 2;
        double y = (top.middle + bottom.middle) / 2;
        int west = (int) Math.max(0, Math.round(left.at(y)));
        int north = (int) Math.max(0, Math.round(top.at(x)));
        return new Box(west, north, (int) Math.max(1, Math.round(right.at(y)) - west), (int)
                Math.max(1, Math.round(bottom.at(x)) - north));
    }
}
