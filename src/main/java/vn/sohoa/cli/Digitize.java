package vn.sohoa.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.common.Failure;

/** {@code digitize}: the same routes and records over one finished folder, without a person in the loop. */
public final class Digitize {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int SOME_NOT_FINE = 3;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    private final DigitizeArguments arguments;
    private final PrintStream err;
    private final Interruption interruption;

    private Digitize(DigitizeArguments arguments, PrintStream err, Interruption interruption) {
        this.arguments = arguments;
        this.err = err;
        this.interruption = interruption;
    }

    /** The application does not start, for a reason that the user can mend. */
    public static final class NotStarted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param sentences what is wrong and what to do, in both languages, a line each */
        public NotStarted(String sentences, Throwable cause) {
            super(sentences, cause);
        }
    }

    /**
     * @param err where people look; whatever libraries print goes to the log of the run
     * @param start starts the application with these settings
     * @return 0 all fine, 3 some files quarantined or stuck, 1 failure
     */
    public static int run(
            List<String> arguments,
            PrintStream err,
            Function<Map<String, Object>, ConfigurableApplicationContext> start) {
        String help = DigitizeArguments.help(arguments);
        if (help != null) {
            err.println(help);
            return FINE;
        }
        try (Interruption interruption = new Interruption()) {
            try {
                Digitize digitize = new Digitize(DigitizeArguments.parse(arguments), err, interruption);
                return digitize.told(start);
            } catch (Unusable e) {
                err.println(e.getMessage());
                return FAILED;
            }
        }
    }

    private int told(Function<Map<String, Object>, ConfigurableApplicationContext> start) {
        try {
            return prepareAndRun(start);
        } catch (Unusable e) {
            err.println(e.getMessage());
        } catch (NotStarted e) {
            Path log = arguments.state().resolve("digitize.log");
            err.println(interruption.stopped() ? stopped() : e.getMessage() + "\n(" + log + ")");
        } catch (InterruptedException e) {
            err.println(stopped());
        } catch (IOException | RuntimeException e) {
            err.println(interruption.stopped() ? stopped() : failed(e));
        }
        return FAILED;
    }

    private static String stopped() {
        return "Đã dừng giữa chừng; chạy lại với --resume để làm tiếp.\nStopped half way; run again with --resume to go on.";
    }

    private String failed(Exception e) {
        Path log = arguments.state().resolve("digitize.log");
        boolean known = e instanceof Failure;
        String vi = known ? ((Failure) e).reason().vi() : e.getClass().getSimpleName();
        String en = known ? ((Failure) e).reason().en() : e.getClass().getSimpleName();
        return "Lần chạy thất bại: " + vi + " Xem " + log + ", rồi chạy lại với --resume.\n" + "The run failed: " + en
                + " See " + log + ", then run again with --resume.";
    }

    private int prepareAndRun(Function<Map<String, Object>, ConfigurableApplicationContext> start)
            throws IOException, InterruptedException {
        Path state = arguments.state();
        boolean begun = Files.exists(state) || Files.exists(arguments.out().resolve(ResultsFile.NAME));
        if (begun && !arguments.resume()) {
            throw new Unusable(
                    "Thư mục " + arguments.out()
                            + " đã có kết quả của lần chạy trước. Thêm --resume hoặc chọn thư mục khác.",
                    "The folder " + arguments.out() + " holds an earlier run. Add --resume or choose another folder.");
        }
        Sources sources = Sources.in(arguments.in(), arguments.out());
        Files.createDirectories(state);
        try (ResultsFile results = ResultsFile.open(arguments.out())) {
            if (sources.all().stream().allMatch(source -> results.has(source.label()))) {
                return conclude(results, List.of()); // nothing to start for
            }
        }
        try (PrintStream noise =
                new PrintStream(Files.newOutputStream(state.resolve("output.log")), true, StandardCharsets.UTF_8)) {
            System.setOut(noise);
            System.setErr(noise);
            try (ConfigurableApplicationContext application = start.apply(settings(state))) {
                return work(application, sources);
            }
        }
    }

    /** Whatever a service on this machine is told by its environment: nothing is shared with it. */
    private Map<String, Object> settings(Path state) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("sohoa.data", state.toString());
        settings.put("sohoa.inbox", "");
        settings.put("sohoa.demo", "");
        settings.put("sohoa.db.url", "");
        settings.put("sohoa.s3.url", "");
        settings.put("sohoa.broker.url", "");
        settings.put("sohoa.port", "0");
        settings.put("sohoa.roles", "intake,split,recognize,understand,render,sweep");
        settings.put("sohoa.digitize.in", arguments.in().toString());
        settings.put("sohoa.digitize.out", arguments.out().toString());
        settings.put("sohoa.digitize.unit", arguments.unit().text());
        settings.put("sohoa.render.pdf", String.valueOf(arguments.pdf()));
        settings.put("sohoa.recognizer.workers", String.valueOf(arguments.workers()));
        settings.put("spring.main.web-application-type", "none");
        settings.put("spring.jpa.hibernate.ddl-auto", "none"); // this very jar has made the tables a moment ago
        settings.put("logging.file.name", state.resolve("digitize.log").toString());
        settings.put("logging.threshold.console", "OFF");
        return settings;
    }

    private int work(ConfigurableApplicationContext application, Sources sources)
            throws IOException, InterruptedException {
        interruption.workBegins();
        try (ResultsFile results = ResultsFile.open(arguments.out());
                Progress progress = new Progress(err, sources.size(), results.size(), TOLD_EVERY)) {
            List<String> gone = new Run(application, arguments, sources, results).toTheEnd(progress::show);
            progress.end();
            return conclude(results, gone);
        } finally {
            interruption.workEnds();
        }
    }

    private int conclude(ResultsFile results, List<String> gone) {
        int bad = results.failed().size() + gone.size();
        if (bad == 0) {
            err.printf("Xong: %d tệp. / Done: %d files.%n", results.size(), results.size());
            return FINE;
        }
        err.printf(
                "Xong: %d tệp, %d tệp cần người xem: / Done: %d files, %d need a person:%n",
                results.size(), bad, results.size(), bad);
        results.failed().forEach(line -> err.println("  " + line));
        gone.forEach(name -> err.println(
                "  " + name + ": tệp đã rời thư mục khi đang chạy / the file left the folder during the run"));
        return SOME_NOT_FINE;
    }

    static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
