package vn.sohoa.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has PDFs judged by veraPDF in a child process with a limit of time and of memory: what a judge that hangs, dies or
 * cannot start has to say is "not checked". One document at a time; safe for many threads.
 */
public final class ArchiveCheck implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ArchiveCheck.class);

    /** What is known of a document. */
    public enum Outcome {
        /** It is PDF/A-2u. */
        OK,
        /** Nobody looked, or whoever looked did not come to an end. */
        NOT_CHECKED,
        /** It is not PDF/A-2u, or no PDF at all. */
        FAILED
    }

    /**
     * @param detail the rules that are broken, by their clauses in ISO 19005-2, or why it was not checked; never a word
     *     of the document
     */
    public record Verdict(Outcome outcome, String detail) {
        public static final Verdict UNASKED = new Verdict(Outcome.NOT_CHECKED, "");

        public boolean isOk() {
            return outcome == Outcome.OK;
        }
    }

    private final CheckSettings settings;

    private @Nullable Judge judge;

    public ArchiveCheck(CheckSettings settings) {
        this.settings = settings;
    }

    /** Whether a document is one of those that are checked; always the same answer for the same number. */
    public boolean isWanted(long number) {
        return settings.every() > 0 && Math.floorMod(number, settings.every()) == 0;
    }

    /** Never throws on account of the document or the judge. */
    public synchronized Verdict of(Path pdf) {
        try {
            Judge asked = judge();
            Optional<String> answer = asked.ask(pdf, settings.limit());
            if (answer.isPresent()) {
                return verdict(answer.get());
            }
            log.warn(
                    "The judge of PDF/A {}; the document counts as not checked",
                    asked.isAlive() ? "took longer than " + settings.limit() : "died");
            return unchecked(asked.isAlive() ? "the time was over" : "the judge died");
        } catch (IOException e) {
            log.warn("No judge of PDF/A can be asked; the document counts as not checked", e);
            return unchecked("no judge");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unchecked("interrupted");
        }
    }

    private Verdict unchecked(String why) {
        end();
        return new Verdict(Outcome.NOT_CHECKED, why);
    }

    private static Verdict verdict(String answer) {
        String detail = answer.substring(answer.indexOf(' ') + 1);
        if (answer.equals(JudgeMain.OK)) {
            return new Verdict(Outcome.OK, "");
        }
        return new Verdict(answer.startsWith(JudgeMain.FAILED) ? Outcome.FAILED : Outcome.NOT_CHECKED, detail);
    }

    private Judge judge() throws IOException {
        if (judge != null && !judge.isFresh()) {
            end();
        }
        if (judge == null) {
            judge = Judge.start(settings);
        }
        return judge;
    }

    /** The process of the judge at work, if there is one. */
    synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(judge).map(Judge::handle);
    }

    private void end() {
        if (judge != null) {
            judge.close();
            judge = null;
        }
    }

    @Override
    public synchronized void close() {
        end();
    }
}
