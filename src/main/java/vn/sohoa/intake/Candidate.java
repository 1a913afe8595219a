package vn.sohoa.intake;

import java.nio.file.Path;
import java.util.Optional;
import vn.sohoa.common.Reason;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.scan.Arrival;

/**
 * A file that is to be taken or refused now.
 *
 * @param root the counter's folder; the file lies below it
 * @param stays the file is left where it is (a finished folder is only read)
 * @param verdict what its content turned out to be, or why it is refused
 */
record Candidate(Arrival arrival, Path root, Path file, boolean stays, Verdict verdict) {
    /** What looking at the content said. */
    sealed interface Verdict {
        record Take(SourceFormat format) implements Verdict {}

        record Refuse(Reason reason) implements Verdict {}
    }

    /** The folders between the counter and the file, as text for people. */
    String folder() {
        Path between = root.relativize(file).getParent();
        return between == null ? "" : Names.label(between.toString());
    }

    String name() {
        return Names.label(String.valueOf(file.getFileName()));
    }

    Optional<SourceFormat> format() {
        return verdict instanceof Verdict.Take take ? Optional.of(take.format()) : Optional.empty();
    }
}
