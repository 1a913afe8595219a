package vn.sohoa.recognition;

import java.nio.file.Path;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;
import vn.sohoa.classification.Paper;
import vn.sohoa.scan.FieldValue;

/** What it costs to tell the papers of a page of words apart and to take out what they say, by the whole catalog. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx768m", "-XX:+UseSerialGC"})
public class UnderstandingBench {
    private static final Path TRUTH = Path.of("src/test/resources/samples/d00_giay_khai_sinh.json");

    /** A scan of one page. */
    @State(Scope.Benchmark)
    public static class Scan {
        Understanding understanding;
        List<SeenPage> pages;
        String type;

        @Setup(Level.Trial)
        public void read() {
            FieldTrial trial = FieldTrial.withoutErrors();
            understanding = trial.understanding();
            pages = trial.pages(TRUTH);
            type = understanding.papers(pages).get(0).verdict().type();
        }
    }

    @Benchmark
    public List<Paper> separateAndClassify(Scan scan) {
        return scan.understanding.papers(scan.pages);
    }

    @Benchmark
    public List<FieldValue> extract(Scan scan) {
        return scan.understanding.fields(scan.type, scan.pages);
    }
}
