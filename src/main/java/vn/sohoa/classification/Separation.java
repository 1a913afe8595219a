package vn.sohoa.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sohoa.page.PageKind;

/**
 * Cuts the pages of a scan into papers. A cover sheet begins a segment, and its code holds for that segment only; a title
 * begins a paper; a page without one continues the paper before it in its segment, unless that was complete.
 */
public final class Separation {
    /** The back of a card carries little print. */
    private static final int BACK_LETTERS = 400;

    private final Map<String, Layout> layouts;
    private final List<Paper> papers = new ArrayList<>();
    private final List<Side> open = new ArrayList<>();
    private Verdict verdict = Verdict.unknown("");
    private String dossier = "";

    private Separation(List<TypeRule> rules) {
        this.layouts =
                rules.stream().collect(Collectors.toMap(TypeRule::type, TypeRule::layout, (first, second) -> first));
    }

    /** The papers in the order of their pages; blank pages and cover sheets belong to none. */
    public static List<Paper> of(List<Side> sides, List<TypeRule> rules) {
        Separation separation = new Separation(rules);
        sides.forEach(separation::take);
        separation.close();
        return List.copyOf(separation.papers);
    }

    private void take(Side side) {
        if (side.kind() == PageKind.BLANK) {
            return;
        }
        if (side.kind() == PageKind.SEPARATOR) {
            close();
            dossier = side.dossier();
            return;
        }
        if (!continues(side)) {
            close();
            verdict = side.verdict();
        }
        open.add(side);
    }

    private boolean continues(Side side) {
        if (open.isEmpty()) {
            return false;
        }
        Layout layout = layouts.getOrDefault(verdict.type(), Layout.PAGES);
        return switch (layout) {
            case SINGLE -> false;
            case CARD -> open.size() == 1 && isOtherSide(side, open.get(0));
            case PAGES -> side.readable() && !side.verdict().titled() && isNoOther(side.verdict());
        };
    }

    private boolean isNoOther(Verdict seen) {
        return !seen.isKnown() || seen.type().equals(verdict.type());
    }

    private boolean isOtherSide(Side side, Side first) {
        if (side.verdict().titled()
                || !side.holder().isEmpty() && !first.holder().isEmpty()) {
            return !side.verdict().titled() && side.holder().equals(first.holder());
        }
        boolean sameCard = side.verdict().type().equals(verdict.type());
        return sameCard || !side.verdict().isKnown() && side.readable() && side.letters() <= BACK_LETTERS;
    }

    private void close() {
        if (!open.isEmpty()) {
            papers.add(new Paper(verdict, open.stream().map(Side::page).toList(), dossier));
            open.clear();
        }
    }
}
