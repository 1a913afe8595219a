package vn.sohoa.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sohoa.page.PageKind;

/**
 * Cuts the pages of a scan into papers. A cover sheet begins a segment, and its code holds for that segment only; a title
 * or the country's name and motto begin a paper; a page without them continues the paper before it in its segment, unless
 * that was complete. What is printed at a page's edge («2», «Trang 2/3») counts more than all that. A page that goes on by
 * nothing but the lack of a beginning is told to the person who checks, and so are pages that seem to be missing.
 */
public final class Separation {
    /** The back of a card carries little print. */
    private static final int BACK_LETTERS = 400;
    /** What a paper is worth of which somebody should look where it ends. */
    private static final double DOUBTFUL = 0.5;

    private static final int MOST_TOLD = 3;

    private final Map<String, Layout> layouts;
    private final List<Paper> papers = new ArrayList<>();
    private final List<Side> open = new ArrayList<>();
    /** Pages of the open paper, from 1, that go on by nothing but the lack of a beginning. */
    private final List<Integer> unproven = new ArrayList<>();

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
        } else if (layout() == Layout.PAGES && !isProven(side)) {
            unproven.add(open.size() + 1);
        }
        open.add(side);
    }

    private boolean continues(Side side) {
        if (open.isEmpty()) {
            return false;
        }
        boolean next = isNext(side);
        return switch (layout()) {
            case SINGLE -> next && side.standing().of() > 0;
            case CARD -> open.size() == 1 && isOtherSide(side, open.get(0));
            case PAGES ->
                next
                        || side.readable()
                                && !side.verdict().titled()
                                && isNoOther(side.verdict())
                                && !side.standing().opens()
                                && !side.standing().isFirst();
        };
    }

    private Layout layout() {
        return layouts.getOrDefault(verdict.type(), Layout.PAGES);
    }

    /** Printed as the next page, and not with the title of another type: a decision has «QUYẾT ĐỊNH:» on its second. */
    private boolean isNext(Side side) {
        return side.readable()
                && side.standing().isPage(open.size() + 1)
                && (!side.verdict().titled() || side.verdict().type().equals(verdict.type()));
    }

    /** Something on the page itself says that it goes on. */
    private boolean isProven(Side side) {
        return isNext(side)
                || side.verdict().isKnown()
                || side.standing().runsOn()
                        && open.get(open.size() - 1).standing().breaksOff();
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
            papers.add(new Paper(told(), open.stream().map(Side::page).toList(), dossier));
            open.clear();
            unproven.clear();
        }
    }

    private Verdict told() {
        List<String> doubts = new ArrayList<>();
        if (!unproven.isEmpty()) {
            doubts.add("Trang thứ %s của giấy không có số trang, câu cũng không nối tiếp: xem có thuộc giấy này không."
                    .formatted(unproven.stream()
                            .limit(MOST_TOLD)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ", "", unproven.size() > MOST_TOLD ? ", …" : ""))));
        }
        int printed = open.stream().mapToInt(side -> side.standing().of()).max().orElse(0);
        if (printed > open.size()) {
            doubts.add(
                    "Giấy in là có %d trang, ở đây có %d: xem có thiếu trang không.".formatted(printed, open.size()));
        }
        if (doubts.isEmpty()) {
            return verdict;
        }
        return new Verdict(
                verdict.type(),
                Math.min(DOUBTFUL, verdict.confidence()),
                (verdict.reason() + " " + String.join(" ", doubts)).strip(),
                verdict.titled());
    }
}
