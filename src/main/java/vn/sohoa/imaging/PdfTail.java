package vn.sohoa.imaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a PDF: {@code startxref}, an offset, {@code %%EOF}, then at most 2 KiB of junk. A file cut exactly behind
 * an earlier revision's {@code %%EOF} is a whole PDF by the standard's own rules and cannot be told apart.
 */
final class PdfTail {
    private static final int JUNK = 2048;
    private static final int TRAILER = 1024;
    private static final int HEAD = 2048;
    private static final Pattern LINEARIZED = Pattern.compile("/Linearized\\b");
    private static final Pattern LENGTH = Pattern.compile("/L\\s+(\\d{1,18})");
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,18})\\s+$");
    private static final Pattern NEW_REVISION = Pattern.compile("\\d\\s+\\d+\\s+obj|\\bxref\\b|\\btrailer\\b");

    private PdfTail() {}

    /** What is missing, or an empty text. */
    static String missing(Bytes bytes) throws IOException {
        long size = bytes.size();
        int length = (int) Math.min(size, JUNK + TRAILER);
        String tail = new String(bytes.array(size - length, length), StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf("%%EOF");
        if (end < 0 || tail.length() - end - 5 > JUNK) {
            return "no %%EOF at the end of the PDF";
        }
        if (NEW_REVISION.matcher(tail.substring(end + 5)).find()) {
            return "another revision of the PDF has begun after %%EOF";
        }
        Matcher start = START.matcher(tail.substring(0, end));
        if (!start.find()) {
            return "no startxref before %%EOF";
        }
        String head = new String(bytes.head(HEAD), StandardCharsets.ISO_8859_1);
        boolean linearized = LINEARIZED.matcher(head).find();
        Matcher stated = LENGTH.matcher(head);
        if (linearized && stated.find() && Long.parseLong(stated.group(1)) > size) {
            return "the PDF says it is longer than the file";
        }
        long xref = Long.parseLong(start.group(1));
        if (xref >= size || xref == 0 && linearized) {
            return "startxref points past the end";
        }
        return "";
    }
}
