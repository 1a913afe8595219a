package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A ruling line as it was drawn, put together from its pieces: faint ink breaks it, a bent page makes it wander. */
final class Stroke {
    private static final double BREAK_MM = 4;
    private static final double ASIDE_MM = 0.7;
    /** A page with more is no form: patterns of hatching, sheet music. */
    private static final int MOST = 1_500;

    private final List<Rule> pieces = new ArrayList<>();
    private int end;

    private Stroke(Rule first) {
        add(first);
    }

    private void add(Rule piece) {
        pieces.add(piece);
        end = Math.max(end, piece.end());
    }

    /** @param rules of one direction */
    static List<Stroke> of(List<Rule> rules, Plane page) {
        double gap = page.mm(BREAK_MM);
        double aside = Math.max(2, page.mm(ASIDE_MM));
        List<Stroke> strokes = new ArrayList<>();
        rules.stream()
                .sorted(Comparator.comparingInt(Rule::length).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(Rule::start))
                .forEach(rule -> strokes.stream()
                        .filter(stroke -> rule.start() - stroke.end <= gap
                                && Math.abs(stroke.at(rule.start()) - rule.from()) <= aside)
                        .min(Comparator.comparingDouble(stroke -> Math.abs(stroke.at(rule.start()) - rule.from())))
                        .ifPresentOrElse(stroke -> stroke.add(rule), () -> strokes.add(new Stroke(rule))));
        return strokes;
    }

    int start() {
        return pieces.get(0).start();
    }

    int end() {
        return end;
    }

    /** Its middle across its run; beyond its ends it stays what it was there. */
    double at(double along) {
        Rule nearest = pieces.get(0);
        for (Rule piece : pieces) {
            if (piece.start() > along) {
                break;
            }
            nearest = piece;
        }
        return nearest.at(along);
    }

    double middle() {
        return at((start() + end) / 2.0);
    }

    /** How much of the way from one place to another it runs, 0 to 1. */
    double covers(double from, double to) {
        double covered = 0;
        double last = from;
        for (Rule piece : pieces) {
            double begin = Math.max(last, piece.start());
            double until = Math.min(to, piece.end());
            if (until > begin) {
                covered += until - begin;
                last = until;
            }
        }
        return to <= from ? 0 : covered / (to - from);
    }
}
