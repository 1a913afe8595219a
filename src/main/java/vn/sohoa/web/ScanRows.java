package vn.sohoa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sohoa.scan.ScanLine;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Subject;
import vn.sohoa.scan.Trouble;

/** Scans as rows of a table, in the words of one language. */
final class ScanRows {
    private static final int MOST_REASONS = 4;

    private ScanRows() {}

    /**
     * @param style of its standing
     * @param reasons why it needs a person; empty when it does not
     */
    record Row(
            UUID id,
            String name,
            String folder,
            String unit,
            String counter,
            String came,
            String pages,
            String standing,
            String style,
            List<String> reasons) {}

    static Row of(ScanLine scan, Words words) {
        return row(scan, scan.reason().map(words::reason).map(List::of).orElse(List.of()), words);
    }

    /** With what is wrong with how its pages were scanned, after its own reason. */
    static Row of(ScanLine scan, List<Trouble.Parts> flaws, Words words) {
        List<String> reasons = new ArrayList<>(of(scan, words).reasons());
        reasons.addAll(reasons(flaws, words));
        return row(scan, reasons, words);
    }

    /** With the reasons of its pages and documents, which say more than the reason of the scan. */
    static Row of(Trouble trouble, Words words) {
        List<String> reasons = reasons(trouble.parts(), words);
        return reasons.isEmpty() ? of(trouble.scan(), words) : row(trouble.scan(), reasons, words);
    }

    static List<String> reasons(List<Trouble.Parts> parts, Words words) {
        List<String> reasons = new ArrayList<>();
        for (Trouble.Parts same : parts.subList(0, Math.min(MOST_REASONS, parts.size()))) {
            String key = "parts." + same.subject() + (same.count() == 1 ? ".one" : ".many");
            reasons.add(words.text(key, same.first() + 1, same.count()) + " " + words.reason(same.reason()));
        }
        if (parts.size() > MOST_REASONS) {
            reasons.add(words.text("parts.more", parts.size() - MOST_REASONS));
        }
        return reasons;
    }

    private static Row row(ScanLine scan, List<String> reasons, Words words) {
        return new Row(
                scan.id(),
                Label.of(scan.name()),
                Label.of(scan.folder()),
                scan.unit(),
                scan.counter(),
                words.time(scan.createdAt()),
                scan.pages() == 0 ? "–" : String.valueOf(scan.pages()),
                standing(scan.state(), scan.pages(), scan.pagesPending(), words),
                Standing.of(scan.state()).style(),
                reasons);
    }

    /** A scan whose pages are being read tells how far it is. */
    static String standing(State state, int pages, int pending, Words words) {
        return state == State.READING
                ? words.text("state.SCAN.READING.far", pages - pending, pages)
                : words.state(Subject.SCAN, state);
    }
}
