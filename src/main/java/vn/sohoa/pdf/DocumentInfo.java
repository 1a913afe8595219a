package vn.sohoa.pdf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a PDF says of itself. No names, no numbers of people: readers and search engines show this everywhere.
 *
 * @param title a file label; characters that no XML file may hold are replaced
 * @param created when the document was made, to the second
 */
public record DocumentInfo(String title, Instant created) {
    private static final int REPLACEMENT = 0xfffd;

    public DocumentInfo {
        title = title.codePoints()
                .map(c -> legal(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean legal(int c) {
        return c >= 0x20 && c != 0x7f && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff;
    }
}
