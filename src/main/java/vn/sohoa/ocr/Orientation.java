package vn.sohoa.ocr;

import com.sun.jna.ptr.PointerByReference;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI;
import vn.sohoa.imaging.Plane;

/** A warm handle of Tesseract that tells which way up a page lies. Not thread-safe. */
final class Orientation implements AutoCloseable {
    static final String LANGUAGE = "osd";
    private static final int FULL = 360;

    private final TessAPI api;
    private final TessBaseAPI handle;
    private final NativePixels memory = new NativePixels();

    private Orientation(TessAPI api, TessBaseAPI handle) {
        this.api = api;
        this.handle = handle;
    }

    static Orientation open(Path tessdata) {
        TessAPI api = TessAPI.INSTANCE;
        TessBaseAPI handle = api.TessBaseAPICreate();
        if (api.TessBaseAPIInit2(handle, tessdata.toString(), LANGUAGE, TessOcrEngineMode.OEM_TESSERACT_ONLY) != 0) {
            api.TessBaseAPIDelete(handle);
            throw new IllegalStateException("Tesseract does not open '" + LANGUAGE + "' in " + tessdata);
        }
        api.TessBaseAPISetPageSegMode(handle, TessPageSegMode.PSM_OSD_ONLY);
        api.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        return new Orientation(api, handle);
    }

    /**
     * @param turn how far the page is turned clockwise from upright
     * @param sure 0: not at all; 15 on a page full of print
     */
    record Told(int turn, float sure) {}

    /** About 150 pixels an inch are enough, and fewer are not. */
    Told of(Plane page) {
        api.TessBaseAPISetImage(handle, memory.of(page), page.width(), page.height(), 1, page.width());
        api.TessBaseAPISetSourceResolution(handle, page.dpi());
        IntBuffer degrees = IntBuffer.allocate(1);
        FloatBuffer sure = FloatBuffer.allocate(1);
        FloatBuffer script = FloatBuffer.allocate(1);
        try {
            int told = api.TessBaseAPIDetectOrientationScript(handle, degrees, sure, new PointerByReference(), script);
            return told == 0 ? new Told(0, 0) : new Told(Math.floorMod(degrees.get(0), FULL), sure.get(0));
        } finally {
            api.TessBaseAPIClear(handle);
        }
    }

    @Override
    public void close() {
        api.TessBaseAPIDelete(handle);
        memory.close();
    }
}
