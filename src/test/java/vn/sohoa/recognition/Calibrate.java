package vn.sohoa.recognition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.sohoa.accuracy.Accuracy;
import vn.sohoa.accuracy.Accuracy.Judged;
import vn.sohoa.catalog.Calibration.Measured;
import vn.sohoa.catalog.Calibration.Proof;
import vn.sohoa.catalog.CatalogFiles;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.extraction.FieldKind;

/**
 * Measures which sorts of value are read right so often that nobody needs to look at them.
 *
 * <pre>Calibrate --truth DIR --results FILE --counts FILE             counts one slice of papers, lists its wrong values
 *Calibrate --slices DIR --yaml FILE --page FILE --data WORDS --engine WORDS --papers N    judges all slices</pre>
 *
 * A sort that passes as a whole, from the lowest confidence on, has no choice in it, and all of its papers judge. Otherwise a
 * threshold is chosen by one half of the papers and judged by the other, so that a lucky choice does not praise itself.
 */
public final class Calibrate {
    /** What may be wrong at most. */
    static final double LIMIT = 0.005;

    private static final int LEAST = 30;
    private static final int MOST = 98;
    private static final int TWO_SHAPES = 99;

    private Calibrate() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        if (given.containsKey("--counts")) {
            List<Judged> judged = Accuracy.judged(Path.of(given.get("--truth")), Path.of(given.get("--results")));
            count(judged).write(Path.of(given.get("--counts")));
            Files.write(
                    Path.of(given.get("--counts") + ".wrong"),
                    judged.stream()
                            .filter(value -> !value.right())
                            .map(Judged::toString)
                            .toList(),
                    StandardCharsets.UTF_8);
            return;
        }
        Tally tally = new Tally();
        try (Stream<Path> slices = Files.list(Path.of(given.get("--slices")))) {
            slices.filter(file -> file.toString().endsWith(".tsv")).sorted().forEach(tally::read);
        }
        CertaintyPage page = new CertaintyPage(
                LocalDate.now(Clock.systemDefaultZone()),
                given.get("--engine"),
                given.get("--data"),
                Integer.parseInt(given.get("--papers")),
                tally,
                measured(tally),
                twice(tally));
        Files.writeString(Path.of(given.get("--yaml")), page.yaml(), StandardCharsets.UTF_8);
        Files.writeString(Path.of(given.get("--page")), page.markdown(), StandardCharsets.UTF_8);
        System.out.println(page.markdown());
    }

    /** Values that nothing doubts, by what the paper says; the paper of an even number chooses, the other judges. */
    private static Tally count(List<Judged> judged) {
        Map<String, DocumentType> types = new TreeMap<>();
        CatalogFiles.read(FieldTrial.files("types"), List.of()).types().forEach(type -> types.put(type.code(), type));
        Tally tally = new Tally();
        for (Judged value : judged) {
            if (!value.source().equals("OCR") || value.doubted()) {
                continue;
            }
            Optional<Field> field =
                    Optional.ofNullable(types.get(value.type())).flatMap(type -> type.field(value.field()));
            field.ifPresent(of -> tally.add(
                    new Tally.Cell(
                            of.kind(),
                            of.where(),
                            value.sure(),
                            Math.floorMod(value.file().hashCode(), 2),
                            (int) (value.confidence() * 100 + 1e-9)),
                    value.right()));
        }
        return tally;
    }

    /** The sorts that may be sure by themselves. */
    static List<Measured> measured(Tally tally) {
        List<Measured> measured = new ArrayList<>();
        for (Certainty.Sort sort : tally.sorts()) {
            if (!sort.needsTwoSources()) {
                proof(tally, cell -> cell.sort().equals(sort) && !cell.second())
                        .ifPresent(proof -> measured.add(new Measured(sort, proof)));
            }
        }
        return measured;
    }

    /** What a paper says twice in the same shape. */
    static Optional<Proof> twice(Tally tally) {
        return proof(tally, Calibrate::isTwice);
    }

    /** Two shapes that agree are given a confidence that no reading has. */
    static boolean isTwice(Tally.Cell cell) {
        return cell.second()
                && cell.confidence() < TWO_SHAPES
                && (cell.kind() == FieldKind.PERSON_NAME
                        || cell.kind() == FieldKind.PERSONAL_NUMBER
                        || cell.kind() == FieldKind.IDENTITY_NUMBER);
    }

    private static Optional<Proof> proof(Tally tally, Predicate<Tally.Cell> which) {
        Tally.Count whole = tally.of(which.and(cell -> cell.confidence() >= LEAST));
        double all = Odds.atMost(whole.wrong(), whole.of());
        if (all <= LIMIT) {
            return Optional.of(
                    new Proof(LEAST / 100.0, (int) tally.of(which).of(), (int) whole.of(), (int) whole.wrong(), all));
        }
        for (int least = LEAST + 1; least <= MOST; least++) {
            Tally.Count choosing = sure(tally, which, 0, least);
            if (choosing.of() > 0 && Odds.atMost(choosing.wrong(), choosing.of()) <= LIMIT) {
                Tally.Count judging = sure(tally, which, 1, least);
                double atMost = Odds.atMost(judging.wrong(), judging.of());
                return atMost <= LIMIT
                        ? Optional.of(new Proof(
                                least / 100.0,
                                (int) tally.of(which).of(),
                                (int) judging.of(),
                                (int) judging.wrong(),
                                atMost))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Tally.Count sure(Tally tally, Predicate<Tally.Cell> which, int half, int least) {
        return tally.of(which.and(cell -> cell.half() == half && cell.confidence() >= least));
    }
}
