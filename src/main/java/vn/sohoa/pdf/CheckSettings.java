package vn.sohoa.pdf;

import java.time.Duration;
import java.util.List;

/**
 * How PDFs are checked.
 *
 * @param every one document in so many is checked; 1: every one, 0: none but those that are kept only if they are valid
 * @param limit a document that takes longer is not checked
 * @param heapMegabytes what the judge may use; a document that needs more is not checked
 * @param documentsPerChild a judge is replaced after so many documents
 * @param idle a judge that nobody asks for so long ends
 * @param jvmOptions further options of its JVM, after our own; normally none
 */
public record CheckSettings(
        int every, Duration limit, int heapMegabytes, int documentsPerChild, Duration idle, List<String> jvmOptions) {
    public static final Duration LIMIT = Duration.ofSeconds(60);
    public static final int HEAP_MEGABYTES = 256;
    public static final int DOCUMENTS_PER_CHILD = 1_000;
    public static final Duration IDLE = Duration.ofMinutes(2);

    public CheckSettings {
        boolean sensible = every >= 0 && heapMegabytes > 0 && documentsPerChild > 0;
        if (!sensible || !positive(limit) || !positive(idle)) {
            throw new IllegalArgumentException("limits are longer and larger than nothing");
        }
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** One document in so many, everything else as documented above. */
    public static CheckSettings of(int every) {
        return new CheckSettings(every, LIMIT, HEAP_MEGABYTES, DOCUMENTS_PER_CHILD, IDLE, List.of());
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
