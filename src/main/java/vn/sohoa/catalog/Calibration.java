package vn.sohoa.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.extraction.FieldRule.Where;

/**
 * What was measured about values that only print tells: over which papers, when, by which engine, and from which confidence
 * on a sort of value was read right so often that nobody needs to look at it.
 *
 * @param made the day of the measuring
 * @param engine what read the papers
 * @param data the papers, in words by which they can be made again
 * @param papers how many
 * @param limit of the share of wrong values, which the upper 95 % limit of each sort stays below
 * @param sorts what was measured, sort by sort
 * @param twice names and personal numbers that a paper says twice in the same shape; empty where that was not sure enough
 */
public record Calibration(
        LocalDate made,
        String engine,
        String data,
        int papers,
        double limit,
        List<Measured> sorts,
        Optional<Proof> twice) {
    public Calibration {
        sorts = List.copyOf(sorts);
    }

    /** One sort of value. */
    public record Measured(Certainty.Sort sort, Proof proof) {}

    /**
     * What was counted.
     *
     * @param least from this confidence on nobody needs to look
     * @param values that were read and not doubted
     * @param sure so many of them had that confidence, in the half of the papers by which it was not chosen
     * @param wrong so many of these were wrong
     * @param atMost the upper 95 % limit of the share of wrong ones
     */
    public record Proof(double least, int values, int sure, int wrong, double atMost) {}

    /** @throws CatalogFault where the file cannot be used */
    public static Calibration read(CatalogFiles.File file) {
        Sheet sheet = Sheet.of(file.name(), file.yaml());
        LocalDate made =
                sheet.day("made").orElseThrow(() -> sheet.faultAt("made", "thiếu «made».", "«made» is missing."));
        double limit = sheet.number("limit", 1);
        List<Measured> sorts = new ArrayList<>();
        for (Sheet one : sheet.sheets("sorts")) {
            sorts.add(measured(one, limit));
        }
        Calibration calibration = new Calibration(
                made,
                sheet.text("engine"),
                sheet.text("data"),
                sheet.count("papers"),
                limit,
                sorts,
                sheet.sheets("twice").stream().map(one -> proof(one, limit)).findFirst());
        sheet.nothingElse();
        return calibration;
    }

    private static Measured measured(Sheet one, double limit) {
        Certainty.Sort sort = new Certainty.Sort(one.one("kind", FieldKind.class), one.one("where", Where.class));
        if (sort.needsTwoSources()) {
            throw one.faultAt(
                    "kind",
                    "loại «" + sort.kind() + "» luôn cần hai nguồn, không thể tự chắc chắn.",
                    "the kind «" + sort.kind() + "» always needs two sources and cannot be sure by itself.");
        }
        return new Measured(sort, proof(one, limit));
    }

    private static Proof proof(Sheet one, double limit) {
        Proof proof = new Proof(
                one.number("confidence", 1),
                one.count("values"),
                one.count("sure"),
                one.count("wrong"),
                one.number("atMost", 1));
        one.nothingElse();
        if (proof.atMost() > limit) {
            throw one.faultAt(
                    "atMost",
                    "tỷ lệ sai có thể tới " + proof.atMost() + ", quá giới hạn " + limit + ".",
                    "up to " + proof.atMost() + " may be wrong, more than the limit of " + limit + ".");
        }
        return proof;
    }

    /** What extraction needs to know of it. */
    public Certainty certainty() {
        return new Certainty(
                sorts.stream()
                        .collect(Collectors.toMap(
                                Measured::sort, one -> one.proof().least(), Math::max)),
                twice.map(Proof::least).orElse(Certainty.NEVER));
    }
}
