package vn.sohoa.ocr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;
import vn.sohoa.imaging.Plane;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Word;

/** One warm handle of the system's Tesseract (LSTM engine). Owns its native memory. Not thread-safe. */
final class Tesseract implements AutoCloseable {
    /** Tesseract takes other resolutions for mistakes and guesses, which is worse than not being told. */
    private static final int DPI_LOW = 70;

    private static final int DPI_HIGH = 2_400;

    private final TessAPI api;
    private final TessBaseAPI handle;
    private final NativePixels memory = new NativePixels();

    private Tesseract(TessAPI api, TessBaseAPI handle) {
        this.api = api;
        this.handle = handle;
    }

    /** How a picture is taken apart into lines. */
    enum Layout {
        /** As a page of any kind. */
        PAGE(TessPageSegMode.PSM_AUTO),
        /** One column, lines from one side to the other. */
        BLOCK(TessPageSegMode.PSM_SINGLE_BLOCK),
        /** Words wherever they stand. */
        SPARSE(TessPageSegMode.PSM_SPARSE_TEXT),
        LINE(TessPageSegMode.PSM_SINGLE_LINE);

        private final int mode;

        Layout(int mode) {
            this.mode = mode;
        }
    }

    /** Loads the system's library and the language. */
    static Tesseract open(Path tessdata, String language) {
        TessAPI api = TessAPI.INSTANCE;
        TessBaseAPI handle = api.TessBaseAPICreate();
        if (api.TessBaseAPIInit2(handle, tessdata.toString(), language, TessOcrEngineMode.OEM_LSTM_ONLY) != 0) {
            api.TessBaseAPIDelete(handle);
            throw new IllegalStateException("Tesseract does not open '" + language + "' in " + tessdata);
        }
        api.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        return new Tesseract(api, handle);
    }

    String version() {
        return "Tesseract " + api.TessVersion();
    }

    /** Only these characters are read from now on; empty: all that the language has. */
    void only(String characters) {
        api.TessBaseAPISetVariable(handle, "tessedit_char_whitelist", characters);
    }

    /** @return what stands on the page, in the order of its layout; empty where nothing was read */
    List<Block> read(Plane page, Layout layout) {
        return read(page, new Box(0, 0, page.width(), page.height()), layout);
    }

    /** @return what stands in a part of the page, in pixels of the page */
    List<Block> read(Plane page, Box part, Layout layout) {
        try {
            look(page, layout);
            if (part.width() < page.width() || part.height() < page.height()) {
                api.TessBaseAPISetRectangle(handle, part.x(), part.y(), part.width(), part.height());
            }
            return recognized(page);
        } finally {
            api.TessBaseAPIClear(handle);
        }
    }

    /** @return for each part of the page, which holds one line, its words */
    List<List<Word>> readLines(Plane page, List<Box> parts) {
        try {
            look(page, Layout.LINE);
            List<List<Word>> lines = new ArrayList<>();
            for (Box part : parts) {
                api.TessBaseAPISetRectangle(handle, part.x(), part.y(), part.width(), part.height());
                lines.add(recognized(page).stream()
                        .flatMap(block -> block.lines().stream())
                        .flatMap(line -> line.words().stream())
                        .toList());
            }
            return lines;
        } finally {
            api.TessBaseAPIClear(handle);
        }
    }

    private void look(Plane page, Layout layout) {
        api.TessBaseAPISetPageSegMode(handle, layout.mode);
        api.TessBaseAPISetImage(handle, memory.of(page), page.width(), page.height(), 1, page.width());
        if (page.dpi() >= DPI_LOW && page.dpi() <= DPI_HIGH) {
            api.TessBaseAPISetSourceResolution(handle, page.dpi());
        }
    }

    private List<Block> recognized(Plane page) {
        if (api.TessBaseAPIRecognize(handle, null) != 0) {
            throw new IllegalStateException("Tesseract gave up on a page of " + page.width() + " x " + page.height());
        }
        TessResultIterator results = api.TessBaseAPIGetIterator(handle);
        if (results == null) {
            return List.of();
        }
        try {
            return new ResultWalk(api, results, page.width(), page.height()).blocks();
        } finally {
            api.TessResultIteratorDelete(results);
        }
    }

    @Override
    public void close() {
        api.TessBaseAPIDelete(handle);
        memory.close();
    }
}
