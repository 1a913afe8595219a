package vn.sohoa.ocr;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sohoa.barcode.Barcodes;
import vn.sohoa.imaging.Cleaning;
import vn.sohoa.imaging.CleaningSteps;
import vn.sohoa.imaging.Plane;
import vn.sohoa.imaging.Reduction;
import vn.sohoa.imaging.Straightening;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Pose;
import vn.sohoa.page.ReadingOrder;
import vn.sohoa.page.Table;

/** Makes one page ready, finds out how it lies, and reads it. Not thread-safe. */
final class PageReader implements AutoCloseable {
    /** Print of the usual size is read best a little smaller than it is scanned, and faster. */
    private static final int READING_DPI = 225;

    private static final int FULL = 360;
    private static final int HALF = 180;
    private static final int QUARTER = 90;
    private static final int THREE_QUARTERS = 270;
    /** A page that reads so well stands upright. */
    private static final double READS = 0.78;

    /** One that reads worse than this may lie the other way, however sure the orientation network is. */
    private static final double READS_A_LITTLE = 0.6;

    private static final int ENOUGH_LETTERS = 30;
    private static final int SOME_LETTERS = 8;
    private static final double PLAIN = 0.85;
    private static final float SURE = 2;
    /** Of two ways up the better one has to read so much better. */
    private static final double BETTER = 0.12;

    private final Tesseract tesseract;
    private final Orientation orientation;
    private final @Nullable SecondLook second;
    private final Latin latin;
    private final ZoneReader zones;
    private final DigitLook digits;
    private final PassedOver passedOver;
    private final Formulas formulas = Formulas.read();

    /** @param second another network for weak lines; none: they stay as they are */
    PageReader(Tesseract tesseract, Orientation orientation, @Nullable SecondLook second, Latin latin) {
        this.tesseract = tesseract;
        this.orientation = orientation;
        this.second = second;
        this.latin = latin;
        this.zones = new ZoneReader(latin);
        this.digits = new DigitLook(latin);
        this.passedOver = new PassedOver(tesseract);
    }

    String version() {
        return tesseract.version();
    }

    /** What was read with the page lying so. */
    private record Attempt(Straightening lie, PageText text) {
        double confidence() {
            return text.confidence();
        }

        boolean reads() {
            return text.letters() >= ENOUGH_LETTERS ? confidence() >= READS : isPlain();
        }

        /** A few words: only what reads beyond doubt, and as Vietnamese, which is hardly ever true upside down. */
        private boolean isPlain() {
            return text.letters() >= SOME_LETTERS
                    && text.words().anyMatch(word -> Syllables.isVietnamese(word.text()))
                    && text.words().allMatch(word -> word.confidence() >= PLAIN && SecondLook.isLikely(word));
        }
    }

    /**
     * Reads a page with ink on it; uses up its pixels.
     *
     * @param upright it is known to stand upright, which then is not measured
     * @return boxes and pose on the page as it came
     */
    PageText read(Plane scanned, boolean upright, CleaningSteps steps) {
        List<Barcode> codes = Barcodes.read(scanned.pixels(), scanned.width(), scanned.height(), scanned.dpi());
        if (steps.whiten()) {
            Cleaning.whiten(scanned);
        }
        codes.stream()
                .filter(code -> code.format() != Barcode.Format.CODE_128)
                .forEach(code -> Cleaning.blot(scanned, code.box()));
        Plane small = Cleaning.small(scanned);
        if (upright) {
            return result(attempt(scanned, small, 0, steps), codes, true);
        }
        return Cleaning.runsAcross(small) ? across(scanned, small, codes, steps) : aside(scanned, small, codes, steps);
    }

    /**
     * The lines run across: the page is read as it lies, unless its letters seem to hang and the orientation network says so
     * too. Asking it costs a quarter of a reading in vain.
     */
    private PageText across(Plane scanned, Plane small, List<Barcode> codes, CleaningSteps steps) {
        Optional<Orientation.Told> asked =
                Cleaning.seemsUpsideDown(small) ? Optional.of(orientation.of(small)) : Optional.empty();
        int likely =
                asked.filter(told -> told.sure() >= SURE && told.turn() == HALF).isPresent() ? HALF : 0;
        Attempt first = attempt(scanned, small, likely, steps);
        if (first.reads()) {
            return result(first, codes, true);
        }
        Orientation.Told told = asked.orElseGet(() -> orientation.of(small));
        if (told.sure() >= SURE && told.turn() == likely && first.confidence() >= READS_A_LITTLE) {
            return result(first, codes, true);
        }
        Attempt other = attempt(scanned, small, HALF - likely, steps);
        if (told.sure() >= SURE) {
            boolean turned = (told.turn() == HALF) != (likely == HALF);
            return turned ? believed(other, first, codes) : believed(first, other, codes);
        }
        return better(first, other, codes);
    }

    private PageText aside(Plane scanned, Plane small, List<Barcode> codes, CleaningSteps steps) {
        Orientation.Told told = orientation.of(small);
        if (told.sure() >= SURE && (told.turn() == QUARTER || told.turn() == THREE_QUARTERS)) {
            Attempt first = attempt(scanned, small, told.turn(), steps);
            if (first.confidence() >= READS_A_LITTLE) {
                return result(first, codes, true);
            }
            return believed(first, attempt(scanned, small, (told.turn() + HALF) % FULL, steps), codes);
        }
        if (told.sure() >= SURE && told.turn() == 0) {
            return result(attempt(scanned, small, 0, steps), codes, true);
        }
        Attempt left = attempt(scanned, small, QUARTER, steps);
        Attempt right = attempt(scanned, small, THREE_QUARTERS, steps);
        Attempt side = left.confidence() >= right.confidence() ? left : right;
        if (side.text().letters() >= ENOUGH_LETTERS) {
            return better(left, right, codes);
        }
        // A few words tell little of how a page lies: it may as well stand upright.
        return better(attempt(scanned, small, 0, steps), side, codes);
    }

    /** The orientation network was sure of one; where the other clearly reads better, it was wrong. */
    private static PageText believed(Attempt told, Attempt other, List<Barcode> codes) {
        return result(isBetter(other, told) ? other : told, codes, true);
    }

    /** Neither measure was sure: the way up that clearly reads better, or the page as scanned and a flag. */
    private static PageText better(Attempt first, Attempt second, List<Barcode> codes) {
        boolean clear = isBetter(first, second) || isBetter(second, first);
        return result(isBetter(second, first) ? second : first, codes, clear);
    }

    private static boolean isBetter(Attempt one, Attempt other) {
        return one.confidence() - other.confidence() >= BETTER;
    }

    private Attempt attempt(Plane scanned, Plane small, int turn, CleaningSteps steps) {
        double skew = steps.deskew() ? Cleaning.skew(small, turn) : 0;
        Straightening lie = new Straightening(turn, skew, scanned.width(), scanned.height());
        Plane straight = lie.apply(scanned);
        List<Table> tables = Cleaning.clear(straight, steps);
        Reduction reduction = Reduction.to(READING_DPI, straight);
        Plane print = reduction.apply(straight);
        List<Block> blocks = Scribbles.without(tesseract.read(print, Tesseract.Layout.PAGE));
        List<Table> ruled =
                tables.stream().map(table -> table.moved(reduction::onto)).toList();
        blocks = passedOver.filled(print, CellLines.cut(blocks, ruled), ruled);
        if (second != null) {
            blocks = second.improved(print, blocks);
        }
        blocks = digits.improved(print, blocks);
        Optional<ZoneReader.Zone> zone = zones.find(print, blocks);
        if (zone.isPresent()) {
            blocks = zone.get().in(blocks);
        }
        blocks = ReadingOrder.of(formulas.mark(blocks));
        List<Barcode> codes = zone.map(found -> List.of(found.code())).orElse(List.of());
        return new Attempt(
                lie,
                new PageText(
                        straight.width(),
                        straight.height(),
                        straight.dpi(),
                        PageText.Source.OCR,
                        blocks.stream()
                                .map(block -> block.moved(reduction::back))
                                .toList(),
                        moved(codes, reduction::back),
                        Pose.UPRIGHT,
                        tables));
    }

    private static List<Barcode> moved(List<Barcode> codes, UnaryOperator<Box> place) {
        return codes.stream()
                .map(code -> new Barcode(code.format(), code.value(), place.apply(code.box())))
                .toList();
    }

    private static PageText result(Attempt attempt, List<Barcode> codes, boolean sure) {
        Straightening lie = attempt.lie();
        List<Block> blocks = attempt.text().blocks().stream()
                .map(block -> block.moved(lie::asScanned))
                .toList();
        List<Barcode> all = Stream.concat(codes.stream(), moved(attempt.text().barcodes(), lie::asScanned).stream())
                .toList();
        Pose pose = new Pose(lie.turn(), lie.skew() == 0 ? 0 : -lie.skew(), sure);
        List<Table> tables = attempt.text().tables().stream()
                .map(table -> table.moved(lie::asScanned))
                .toList();
        return new PageText(
                lie.width(), lie.height(), attempt.text().dpi(), PageText.Source.OCR, blocks, all, pose, tables);
    }

    @Override
    public void close() {
        tesseract.close();
        orientation.close();
        latin.close();
        if (second != null) {
            second.close();
        }
    }
}
