package vn.sohoa.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Runs cases of one opener one after the other: {@code Fuzz OPENER COUNT FOLDER}. The n-th case is always the same file.
 * A case that takes too long ends the process, for nothing else can stop it; the next start goes on behind it, as after
 * any other end. What was counted is in {@code FOLDER/<opener>.properties}, the files of finds beside it.
 */
public final class Fuzz {
    /** Processor time, so that a busy machine makes no finds. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int HUNG = 3;
    private static final int A_LOOK_AT_THE_HEAP = 1000;
    /** MiB after a collection: fonts and decoders stay, files do not. */
    private static final int MOST_HELD = 96;

    private static final int MORE_OPEN = 20;

    private final FuzzSeeds.Opener opener;
    private final List<byte[]> seeds;
    private final Path folder;
    private final Properties state = new Properties();
    private final FuzzCase cases;

    private long openAtFirst;
    private volatile long current;
    private volatile long startedAt;

    private Fuzz(FuzzSeeds.Opener opener, Path folder) throws IOException {
        this.opener = opener;
        this.seeds = opener.seeds();
        this.folder = folder;
        this.cases = new FuzzCase(Files.createDirectories(folder.resolve("work-" + opener)));
        if (Files.exists(stateFile())) {
            try (InputStream in = Files.newInputStream(stateFile())) {
                state.load(in);
            }
        }
    }

    /** The n-th broken file of an opener. */
    static byte[] file(FuzzSeeds.Opener opener, List<byte[]> seeds, long n) {
        Random random = new Random(31 * n + opener.ordinal());
        for (int i = 0; i < 3; i++) {
            random.nextLong(); // neighbouring seeds begin alike
        }
        byte[] seed = seeds.get(random.nextInt(seeds.size()));
        return opener == FuzzSeeds.Opener.PDF
                ? new PdfMutator(random).mutate(seed, seeds)
                : new PictureMutator(random).mutate(seed, seeds);
    }

    public static void main(String[] arguments) throws Exception {
        FuzzSeeds.Opener opener = FuzzSeeds.Opener.valueOf(arguments[0]);
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.OFF);
        Fuzz fuzz = new Fuzz(opener, Path.of(arguments[2]).toAbsolutePath());
        if (arguments.length > 3) {
            fuzz.one(Long.parseLong(arguments[3]));
            return;
        }
        Thread worker = new Thread(() -> fuzz.run(Long.parseLong(arguments[1])), "fuzz");
        worker.start();
        while (worker.isAlive()) {
            worker.join(200);
            fuzz.watch(worker);
        }
    }

    private Path stateFile() {
        return folder.resolve(opener.name().toLowerCase(Locale.ROOT) + ".properties");
    }

    private void one(long n) throws IOException {
        byte[] bytes = file(opener, seeds, n);
        Files.write(folder.resolve(opener + "-" + n), bytes);
        System.out.println(cases.run(bytes));
    }

    private void run(long count) {
        try {
            for (long n = number("next"); n < count; n++) {
                byte[] bytes = file(opener, seeds, n);
                startedAt = cpu(Thread.currentThread());
                current = n;
                FuzzCase.Outcome outcome = cases.run(bytes);
                state.setProperty(
                        "longest", String.valueOf(Math.max(number("longest"), spent(Thread.currentThread()))));
                count(n, bytes, outcome);
                if (n % A_LOOK_AT_THE_HEAP == A_LOOK_AT_THE_HEAP - 1) {
                    look(n);
                }
            }
            save();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (OutOfMemoryError e) {
            goOnBehind(current, FuzzCase.find(e));
        } catch (Throwable e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private void count(long n, byte[] bytes, FuzzCase.Outcome outcome) throws IOException {
        add(outcome.end().name(), 1);
        if (outcome.end() == FuzzCase.End.FIND) {
            found(n, bytes, outcome.detail());
        } else if (!outcome.detail().isEmpty()) {
            add(outcome.detail(), 1);
        }
        state.setProperty("next", String.valueOf(n + 1));
    }

    private void found(long n, byte[] bytes, String what) throws IOException {
        add("find: " + what, 1);
        if (number("find: " + what) == 1) {
            System.err.println(opener + " case " + n + ": " + what);
            Files.write(folder.resolve("find-" + opener + "-" + n), bytes);
        }
        save();
    }

    /** What is held after a collection, and how many files are open, must not grow with the cases. */
    private void look(long n) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long held = runtime.totalMemory() - runtime.freeMemory() >> 20;
        String[] listed = Path.of("/proc/self/fd").toFile().list();
        long open = listed == null ? 0 : listed.length;
        state.setProperty("held MiB", String.valueOf(Math.max(number("held MiB"), held)));
        state.setProperty("open files", String.valueOf(Math.max(number("open files"), open)));
        openAtFirst = openAtFirst == 0 ? open : openAtFirst;
        if (held > MOST_HELD || open > openAtFirst + MORE_OPEN) {
            add(FuzzCase.End.FIND.name(), 1);
            add("find: it grows", 1);
        }
        save();
        System.err.println(opener + " " + (n + 1) + " cases, " + held + " MiB held, " + open + " files open, "
                + number("FIND") + " finds");
    }

    private void watch(Thread worker) {
        long n = current;
        if (!worker.isAlive() || spent(worker) < LONGEST_NANOS / 1_000_000 || n != current) {
            return;
        }
        Exception where = new Exception();
        where.setStackTrace(worker.getStackTrace());
        goOnBehind(
                n,
                new FuzzCase.Outcome(
                        FuzzCase.End.FIND, "too long: " + FuzzCase.find(where).detail()));
    }

    /** Only a new process can. */
    private void goOnBehind(long n, FuzzCase.Outcome find) {
        try {
            count(n, file(opener, seeds, n), find);
            save();
        } catch (IOException e) {
            e.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(HUNG);
        }
    }

    private static long cpu(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    /** Milliseconds of processor time of the case under way. */
    private long spent(Thread worker) {
        return (cpu(worker) - startedAt) / 1_000_000;
    }

    private long number(String key) {
        return Long.parseLong(state.getProperty(key, "0"));
    }

    private void add(String key, long more) {
        state.setProperty(key, String.valueOf(number(key) + more));
    }

    private void save() throws IOException {
        try (Writer out = Files.newBufferedWriter(stateFile())) {
            state.store(out, null);
        }
    }
}
