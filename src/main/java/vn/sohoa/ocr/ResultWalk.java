package vn.sohoa.ocr;

import com.sun.jna.Pointer;
import java.nio.IntBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;
import org.jspecify.annotations.Nullable;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/** Goes once over Tesseract's results, word by word, and gathers words into lines and paragraphs. */
final class ResultWalk {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final char FRACTION_SLASH = '\u2044';
    private static final float THOUSAND = 1_000f;
    private static final float PERCENT = 100f;

    private final TessAPI api;
    private final TessResultIterator results;
    private final TessPageIterator places;
    private final int width;
    private final int height;
    private final IntBuffer left = IntBuffer.allocate(1);
    private final IntBuffer top = IntBuffer.allocate(1);
    private final IntBuffer right = IntBuffer.allocate(1);
    private final IntBuffer bottom = IntBuffer.allocate(1);

    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    ResultWalk(TessAPI api, TessResultIterator results, int width, int height) {
        this.api = api;
        this.results = results;
        this.places = api.TessResultIteratorGetPageIterator(results);
        this.width = width;
        this.height = height;
    }

    List<Block> blocks() {
        do {
            if (begins(TessPageIteratorLevel.RIL_PARA)) {
                endBlock();
            } else if (begins(TessPageIteratorLevel.RIL_TEXTLINE)) {
                endLine();
            }
            Word word = word();
            if (word != null) {
                words.add(word);
            }
        } while (api.TessResultIteratorNext(results, TessPageIteratorLevel.RIL_WORD) != 0);
        endBlock();
        return List.copyOf(blocks);
    }

    private boolean begins(int level) {
        return api.TessPageIteratorIsAtBeginningOf(places, level) != 0;
    }

    private void endBlock() {
        endLine();
        if (!lines.isEmpty()) {
            blocks.add(new Block(lines));
            lines.clear();
        }
    }

    private void endLine() {
        if (!words.isEmpty()) {
            lines.add(new Line(words));
            words.clear();
        }
    }

    private @Nullable Word word() {
        Pointer utf8 = api.TessResultIteratorGetUTF8Text(results, TessPageIteratorLevel.RIL_WORD);
        if (utf8 == null) {
            return null;
        }
        String text;
        try {
            text = utf8.getString(0, "UTF-8");
        } finally {
            api.TessDeleteText(utf8);
        }
        text = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        text = text.replace(FRACTION_SLASH, '/'); // the network knows both; forms print one
        if (text.isEmpty()
                || api.TessPageIteratorBoundingBox(places, TessPageIteratorLevel.RIL_WORD, left, top, right, bottom)
                        == 0) {
            return null;
        }
        return new Word(text, box(), confidence());
    }

    private Box box() {
        int x = within(left.get(0), width);
        int y = within(top.get(0), height);
        return new Box(x, y, within(right.get(0), width) - x, within(bottom.get(0), height) - y);
    }

    private static int within(int value, int limit) {
        return Math.max(0, Math.min(value, limit));
    }

    /** In thousandths, so that what is written to text and read again is the same. */
    private float confidence() {
        float percent = api.TessResultIteratorConfidence(results, TessPageIteratorLevel.RIL_WORD);
        float whole = Math.max(0f, Math.min(1f, percent / PERCENT));
        return Math.round(whole * THOUSAND) / THOUSAND;
    }
}
