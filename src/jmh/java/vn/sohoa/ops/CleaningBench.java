package vn.sohoa.ops;

import java.awt.image.BufferedImage;
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
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.Cleaning;
import vn.sohoa.imaging.CleaningSteps;
import vn.sohoa.imaging.Looks;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.imaging.Plane;
import vn.sohoa.imaging.Reduction;
import vn.sohoa.imaging.Straightening;
import vn.sohoa.page.Look;
import vn.sohoa.page.Table;

/** The steps between decoding a page and reading it; those that work in place are given a fresh copy, some 1 ms. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx768m", "-XX:+UseSerialGC"})
public class CleaningBench {
    private static final int DPI = 300;
    private static final int READING_DPI = 225;
    private static final double SKEW = 0.7;

    /** One page at each stage. */
    @State(Scope.Benchmark)
    public static class Stages {
        BufferedImage gray;
        Plane scanned;
        Plane white;
        Plane small;
        Plane straight;

        @Setup(Level.Trial)
        public void make(Paper paper) {
            gray = Pixels.gray(paper.jpeg, Budgets.DEFAULT);
            scanned = copy(Plane.of(gray, DPI));
            white = copy(scanned);
            Cleaning.whiten(white);
            small = Cleaning.small(white);
            straight = new Straightening(0, SKEW, white.width(), white.height()).apply(white);
        }

        static Plane copy(Plane plane) {
            return new Plane(plane.pixels().clone(), plane.width(), plane.height(), plane.dpi());
        }
    }

    @Benchmark
    public Look look(Stages stages) {
        return Looks.of(stages.gray, DPI);
    }

    @Benchmark
    public Plane whiten(Stages stages) {
        Plane page = Stages.copy(stages.scanned);
        Cleaning.whiten(page);
        return page;
    }

    @Benchmark
    public Plane smaller(Stages stages) {
        return Cleaning.small(stages.white);
    }

    @Benchmark
    public boolean runsAcross(Stages stages) {
        return Cleaning.runsAcross(stages.small);
    }

    @Benchmark
    public double skew(Stages stages) {
        return Cleaning.skew(stages.small, 0);
    }

    @Benchmark
    public Plane straighten(Stages stages) {
        return new Straightening(0, SKEW, stages.white.width(), stages.white.height()).apply(stages.white);
    }

    @Benchmark
    public List<Table> sealsLeadersAndRules(Stages stages) {
        return Cleaning.clear(Stages.copy(stages.straight), CleaningSteps.PAPER);
    }

    @Benchmark
    public Plane toReadingSize(Stages stages) {
        return Reduction.to(READING_DPI, stages.straight).apply(stages.straight);
    }
}
