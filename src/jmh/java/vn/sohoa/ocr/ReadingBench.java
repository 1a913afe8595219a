package vn.sohoa.ocr;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.Cleaning;
import vn.sohoa.imaging.CleaningSteps;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.imaging.Plane;
import vn.sohoa.imaging.Reduction;
import vn.sohoa.page.Block;
import vn.sohoa.page.PageText;

/** The engine's work on one page of print, as a recognizer has it done. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xmx768m", "-XX:+UseSerialGC"})
public class ReadingBench {
    private static final Path PAGE = Path.of("src/test/resources/samples/d00_giay_khai_sinh.jpg");
    private static final int DPI = 300;
    private static final int READING_DPI = 225;

    /** A clean page and warm engines. */
    @State(Scope.Benchmark)
    public static class Engines {
        Plane scanned;
        Plane print;
        List<Block> blocks;
        Tesseract first;
        Orientation orientation;
        SecondLook second;
        DigitLook digits;
        PageReader reader;

        @Setup(Level.Trial)
        public void open() {
            PackedEngine.prefer();
            scanned = Plane.of(Pixels.gray(PAGE, Budgets.DEFAULT), DPI);
            Plane clean = copy(scanned);
            Cleaning.whiten(clean);
            Cleaning.clear(clean, CleaningSteps.PAPER);
            print = Reduction.to(READING_DPI, clean).apply(clean);
            first = engine("vie");
            orientation = Orientation.open(folder(Orientation.LANGUAGE));
            second = new SecondLook(engine("Vietnamese"));
            Latin latin = new Latin(() -> Optional.of(engine(Latin.LANGUAGE)));
            digits = new DigitLook(latin);
            reader = new PageReader(first, orientation, second, latin);
            blocks = first.read(print, Tesseract.Layout.PAGE);
        }

        static Plane copy(Plane plane) {
            return new Plane(plane.pixels().clone(), plane.width(), plane.height(), plane.dpi());
        }

        private static Tesseract engine(String language) {
            return Tesseract.open(folder(language), language);
        }

        private static Path folder(String language) {
            return TessData.folder(language, System.getenv()).orElseThrow();
        }

        @TearDown(Level.Trial)
        public void close() {
            reader.close();
        }
    }

    @Benchmark
    public List<Block> firstReading(Engines engines) {
        return engines.first.read(engines.print, Tesseract.Layout.PAGE);
    }

    @Benchmark
    public List<Block> weakLinesAgain(Engines engines) {
        return engines.second.improved(engines.print, engines.blocks);
    }

    @Benchmark
    public List<Block> weakNumbersAgain(Engines engines) {
        return engines.digits.improved(engines.print, engines.blocks);
    }

    @Benchmark
    public Object orientation(Engines engines) {
        return engines.orientation.of(Cleaning.small(engines.scanned));
    }

    @Benchmark
    public PageText wholePage(Engines engines) {
        return engines.reader.read(Engines.copy(engines.scanned), false, CleaningSteps.PAPER);
    }
}
