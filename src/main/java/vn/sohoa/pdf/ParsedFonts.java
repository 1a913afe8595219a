package vn.sohoa.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of the invisible text, parsed: parsing it takes longer than writing a page, so what a document has done with
 * serves the next one. Each is in one document's hands at a time, since reading a glyph moves its position in the file;
 * there are never more of them than documents have been written at once.
 */
final class ParsedFonts {
    private static final String FILE = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
    private static final ConcurrentLinkedQueue<TrueTypeFont> FREE = new ConcurrentLinkedQueue<>();

    private ParsedFonts() {}

    /** One that nobody else uses until it is given back. */
    static TrueTypeFont take() throws IOException {
        TrueTypeFont free = FREE.poll();
        return free != null ? free : parse();
    }

    static void giveBack(TrueTypeFont font) {
        FREE.add(font);
    }

    private static TrueTypeFont parse() throws IOException {
        try (InputStream file = ParsedFonts.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the font is not on the class path: " + FILE);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
    }
}
