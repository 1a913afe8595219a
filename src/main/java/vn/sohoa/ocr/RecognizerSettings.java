package vn.sohoa.ocr;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How many recognizer children run, and how long each may work.
 *
 * @param workers children at most, one page at a time each; about 0.7 pages a second a core
 * @param language what Tesseract reads, as its data files are called ({@code vie}; {@code vie+eng} was worse than
 *     {@code vie} on every measure)
 * @param pageLimit a page that takes longer has its child killed and is a {@link RecognizerFailure}
 * @param pagesPerChild a child is replaced after so many pages, so that a slow native leak never adds up
 * @param startLimit a child that is not ready by then has failed to start
 * @param restAfterFailedStarts how long nobody tries to start a child after three starts in a row have failed
 * @param jvmOptions further options of the child's JVM, after our own; normally none
 */
public record RecognizerSettings(
        int workers,
        String language,
        Duration pageLimit,
        int pagesPerChild,
        Duration startLimit,
        Duration restAfterFailedStarts,
        List<String> jvmOptions) {
    public static final String LANGUAGE = "vie";
    public static final Duration PAGE_LIMIT = Duration.ofSeconds(60);
    public static final int PAGES_PER_CHILD = 500;
    public static final Duration START_LIMIT = Duration.ofSeconds(30);
    public static final Duration REST_AFTER_FAILED_STARTS = Duration.ofSeconds(30);

    private static final Pattern LANGUAGES = Pattern.compile("[A-Za-z0-9_]+(\\+[A-Za-z0-9_]+)*");

    public RecognizerSettings {
        if (workers < 1 || pagesPerChild < 1) {
            throw new IllegalArgumentException(
                    "at least one worker and one page a child: " + workers + ", " + pagesPerChild);
        }
        if (!LANGUAGES.matcher(language).matches()) {
            throw new IllegalArgumentException("not a Tesseract language: " + language);
        }
        if (!positive(pageLimit) || !positive(startLimit) || !positive(restAfterFailedStarts)) {
            throw new IllegalArgumentException(
                    "limits are longer than nothing: " + pageLimit + ", " + startLimit + ", " + restAfterFailedStarts);
        }
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** So many workers, everything else as documented above. */
    public static RecognizerSettings of(int workers) {
        return new RecognizerSettings(
                workers, LANGUAGE, PAGE_LIMIT, PAGES_PER_CHILD, START_LIMIT, REST_AFTER_FAILED_STARTS, List.of());
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
