package vn.sohoa.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.catalog.Calibration.Measured;
import vn.sohoa.catalog.Calibration.Proof;
import vn.sohoa.extraction.Certainty;

/** What was measured, as the catalog's file and as a page for people. */
record CertaintyPage(
        LocalDate made,
        String engine,
        String data,
        int papers,
        Tally tally,
        List<Measured> measured,
        Optional<Proof> twice) {
    private static final int[] STEPS = {90, 80, 60, 0};

    String yaml() {
        StringBuilder yaml =
                new StringBuilder(String.format(Locale.ROOT, """
                # Which values that only print tells need no person, and from which confidence on. Measured by
                # infra/calibrate.sh, which writes this file; docs/CERTAINTY.md has the whole table. An office that measures
                # on its own papers puts its own certainty.yaml into its catalog folder; with «sorts: []» every such value
                # is looked at.
                made: %s
                engine: "%s"
                data: "%s"
                papers: %d
                limit: %s
                """, made, engine, data, papers, Calibrate.LIMIT));
        yaml.append(measured.isEmpty() ? "sorts: []\n" : "sorts:\n");
        for (Measured one : measured) {
            yaml.append(String.format(
                    "  - {kind: %s, where: %s, %s}%n",
                    one.sort().kind(), one.sort().where(), yaml(one.proof())));
        }
        yaml.append("# Names and personal numbers that the paper says twice in the same shape.\n");
        yaml.append(twice.map(proof -> "twice:\n  - {" + yaml(proof) + "}\n").orElse("twice: []\n"));
        return yaml.toString();
    }

    private static String yaml(Proof proof) {
        return String.format(
                Locale.ROOT,
                "confidence: %.2f, values: %d, sure: %d, wrong: %d, atMost: %.5f",
                proof.least(),
                proof.values(),
                proof.sure(),
                proof.wrong(),
                proof.atMost());
    }

    String markdown() {
        StringBuilder page =
                new StringBuilder(String.format(Locale.ROOT, """
                # Certainty

                Which values need no person. Written by `infra/calibrate.sh` on %s over %d generated papers (%s), read by
                the whole `digitize` with %s.

                A value needs no person where two sources on the paper agree (a card's code and its print, a day in digits
                and in words, a name in capitals and in small letters), or where its sort was measured and its confidence is
                high enough. Names, numbers of persons and records, and days and years of birth always need two sources.
                Doubted values (another source says something else, a list does not have it, digits were guessed) always
                need a person and are not counted here.

                A sort that passes as a whole, from confidence 0.30 on, is judged by all papers. Otherwise the confidence is
                chosen by one half of the papers and judged by the other. The upper 95 %% limit (Clopper and Pearson,
                one-sided) of the share of wrong ones is at most %.1f %%, in both halves where there are two.

                ## What print alone may say

                | sort | from confidence | values | of the judging papers sure | wrong | at most wrong |
                |---|---|---|---|---|---|
                """, made, papers, data, engine, Calibrate.LIMIT * 100));
        for (Certainty.Sort sort : tally.sorts()) {
            if (!sort.needsTwoSources()) {
                page.append(row(
                        name(sort),
                        tally.of(cell -> cell.sort().equals(sort) && !cell.second()),
                        measured.stream()
                                .filter(one -> one.sort().equals(sort))
                                .map(Measured::proof)
                                .findFirst()));
            }
        }
        page.append(row(
                "names and personal numbers that the paper says twice in the same shape",
                tally.of(Calibrate::isTwice),
                twice));
        page.append("\nTaken together: ").append(together()).append("\n\n## Where two sources agree\n\n");
        page.append("Two mentions in the same shape are here whatever their confidence.\n\n");
        page.append("| sort | values | wrong | at most wrong |\n|---|---|---|---|\n");
        for (Certainty.Sort sort : tally.sorts()) {
            Tally.Count count = tally.of(cell -> cell.sort().equals(sort) && cell.second());
            if (count.of() > 0) {
                page.append(
                        String.format("| %s | %d | %d | %s |%n", name(sort), count.of(), count.wrong(), limit(count)));
            }
        }
        page.append("\n## Wrong values by confidence\n\n");
        page.append("One source only, nothing doubts them: wrong of all, in percent.\n\n");
        page.append("| sort | 0.90 and more | 0.80 to 0.89 | 0.60 to 0.79 | less |\n|---|---|---|---|---|\n");
        for (Certainty.Sort sort : tally.sorts()) {
            page.append("| ").append(name(sort)).append(" |");
            int below = Integer.MAX_VALUE;
            for (int step : STEPS) {
                int from = step;
                int to = below;
                Tally.Count count = tally.of(cell -> cell.sort().equals(sort)
                        && !cell.second()
                        && cell.confidence() >= from
                        && cell.confidence() < to);
                page.append(String.format(" %s |", share(count)));
                below = step;
            }
            page.append('\n');
        }
        return page.toString();
    }

    private static String row(String name, Tally.Count all, Optional<Proof> found) {
        return found.map(proof -> String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %d | %d | %d | %.2f %% |%n",
                        name,
                        proof.least(),
                        proof.values(),
                        proof.sure(),
                        proof.wrong(),
                        proof.atMost() * 100))
                .orElseGet(() -> String.format(
                        Locale.ROOT, "| %s | never | %d | – | %d of all | – |%n", name, all.of(), all.wrong()));
    }

    private String together() {
        List<Proof> proofs = Stream.concat(measured.stream().map(Measured::proof), twice.stream())
                .toList();
        long sure = proofs.stream().mapToLong(Proof::sure).sum();
        long wrong = proofs.stream().mapToLong(Proof::wrong).sum();
        return sure + " sure values of the judging papers, " + wrong + " wrong, at most "
                + limit(new Tally.Count(sure - wrong, wrong)) + ".";
    }

    private static String name(Certainty.Sort sort) {
        return sort.kind()
                + (sort.where() == vn.sohoa.extraction.FieldRule.Where.LABEL ? "" : " (" + sort.where() + ")");
    }

    private static String limit(Tally.Count count) {
        return String.format(Locale.ROOT, "%.2f %%", Odds.atMost(count.wrong(), count.of()) * 100);
    }

    private static String share(Tally.Count count) {
        return count.of() == 0
                ? "–"
                : String.format(Locale.ROOT, "%.2f of %d", 100.0 * count.wrong() / count.of(), count.of());
    }
}
