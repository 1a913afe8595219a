package vn.sohoa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sohoa.intake.Misplaced;
import vn.sohoa.scan.Beat;
import vn.sohoa.scan.CounterDay;
import vn.sohoa.scan.Patience;
import vn.sohoa.scan.State;

/**
 * What the status page shows, in the words of one language.
 *
 * @param verdict {@code moving}, {@code stalled} or {@code idle}
 * @param pause why intake pauses; empty when it does not
 * @param misplaced what lies in the inbox where no counter takes it
 * @param today by counter; the columns are those of {@link Standing}
 * @param moreTroubles whether there are more than these
 */
record StatusPage(
        String date,
        String time,
        String verdict,
        String verdictText,
        String pause,
        MisplacedRows misplaced,
        List<Counted> today,
        List<Long> totals,
        long total,
        List<ScanRows.Row> troubles,
        boolean moreTroubles,
        List<StageRow> stages,
        List<ScanRows.Row> newest) {

    /** Entries of the inbox that nobody takes; the first of them with why and what to do. */
    record MisplacedRows(int count, List<MisplacedRow> some) {
        static final MisplacedRows NONE = new MisplacedRows(0, List.of());

        static MisplacedRows of(Misplaced misplaced, Words words) {
            List<MisplacedRow> rows = misplaced.some().stream()
                    .map(entry -> new MisplacedRow(Label.of(entry.place()), words.reason(entry.reason())))
                    .toList();
            return new MisplacedRows(misplaced.count(), rows);
        }
    }

    /** One of them; the place is a label, escaped like every name from outside. */
    record MisplacedRow(String place, String reason) {}

    /** A unit's counter and how many of today's scans stand where. */
    record Counted(UUID unitId, String unit, UUID counterId, String counter, long total, List<Long> counts) {
        static Counted of(CounterDay day) {
            return new Counted(
                    day.unitId(), day.unit(), day.counterId(), day.counter(), day.total(), byStanding(day.counts()));
        }
    }

    /** How a stage is doing; {@code style} is {@code idle}, {@code moving} or {@code stalled}. */
    record StageRow(
            String name,
            long due,
            long held,
            String age,
            String where,
            String scan,
            String lastDone,
            String style,
            String told) {
        static StageRow of(Beat beat, Patience patience, Words words) {
            String style = StatusPage.verdict(List.of(beat), patience, words);
            return new StageRow(
                    words.stage(beat.stage()),
                    beat.due(),
                    beat.held(),
                    beat.age(words.now()).map(words::span).orElse("–"),
                    beat.oldest().map(row -> row.unit() + " / " + row.counter()).orElse(""),
                    beat.oldest().map(row -> row.scanId().toString()).orElse(""),
                    beat.lastDone()
                            .map(done -> words.text("ago", words.since(done)))
                            .orElse("–"),
                    style,
                    words.text("verdict.stage." + style));
        }
    }

    static String verdict(List<Beat> beats, Patience patience, Words words) {
        if (beats.stream().anyMatch(beat -> beat.stalled(words.now(), patience))) {
            return "stalled";
        }
        return beats.stream().anyMatch(beat -> beat.backlog() > 0) ? "moving" : "idle";
    }

    static List<Long> sums(List<Counted> today) {
        List<Long> sums = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            sums.add(today.stream()
                    .mapToLong(row -> row.counts().get(standing.ordinal()))
                    .sum());
        }
        return sums;
    }

    private static List<Long> byStanding(Map<State, Long> counts) {
        List<Long> sums = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            sums.add(standing.states().stream()
                    .mapToLong(state -> counts.getOrDefault(state, 0L))
                    .sum());
        }
        return sums;
    }
}
