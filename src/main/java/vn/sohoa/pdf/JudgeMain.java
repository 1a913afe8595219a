package vn.sohoa.pdf;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * The child process that judges: gets the name of a PDF on its standard input, answers on its standard output whether it
 * is PDF/A-2u, and waits for the next. Ends when nobody asks any more. One class, since it is copied out to stand alone.
 */
final class JudgeMain {
    static final String OK = "OK";
    static final String FAILED = "FAILED";
    static final String STUMBLED = "STUMBLED";
    private static final int MOST_RULES = 5;
    private static final int LOOKS = 10;

    /** When the last question was answered; while one is being answered, and before the start is over, never. */
    private static volatile long lastSign = Long.MAX_VALUE;

    private JudgeMain() {}

    public static void main(String[] arguments) throws IOException {
        InputStream asked = System.in;
        PrintStream answers = System.out;
        System.setOut(System.err);
        Logger.getLogger("").setLevel(Level.OFF);
        watch(Duration.parse(arguments[0]));
        VeraGreenfieldFoundryProvider.initialise();
        lastSign = System.nanoTime();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(asked));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers))) {
            while (true) {
                Path pdf = Path.of(in.readUTF());
                lastSign = Long.MAX_VALUE;
                out.writeUTF(judge(pdf));
                out.flush();
                lastSign = System.nanoTime();
            }
        } catch (EOFException e) {
            // nobody asks any more
        }
    }

    /** Ends this process when nobody has asked for long, or whoever asked is gone though it hangs over a document. */
    private static void watch(Duration idle) {
        Thread watch = new Thread(() -> {
            while (true) {
                boolean forgotten = lastSign != Long.MAX_VALUE && System.nanoTime() - lastSign > idle.toNanos();
                if (forgotten || ProcessHandle.current().parent().isEmpty()) {
                    Runtime.getRuntime().halt(0);
                }
                try {
                    Thread.sleep(Math.max(1, idle.toMillis() / LOOKS));
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        watch.setDaemon(true);
        watch.start();
    }

    private static String judge(Path pdf) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(pdf.toFile(), PDFAFlavour.PDFA_2_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            ValidationResult result = validator.validate(parser);
            return result.isCompliant() ? OK : FAILED + " " + broken(result);
        } catch (VeraPDFException | IOException e) {
            return FAILED + " " + e.getClass().getSimpleName();
        } catch (RuntimeException e) {
            return STUMBLED + " " + e.getClass().getSimpleName();
        }
    }

    /** Which rules are broken, by their clause in ISO 19005-2: nothing of what the document says. */
    private static String broken(ValidationResult result) {
        return result.getTestAssertions().stream()
                .map(assertion -> assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber())
                .distinct()
                .limit(MOST_RULES)
                .collect(Collectors.joining(", "));
    }
}
