package vn.sohoa.ocr;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.imaging.Plane;

/**
 * One piece of native memory that grows to the largest page and is used again: fresh ones add up until a collection.
 */
final class NativePixels implements AutoCloseable {
    /** Tesseract keeps coordinates in 16 bits. */
    private static final int SIDE_LIMIT = 32_767;

    private @Nullable Memory memory;

    /**
     * The page's pixels where native code can read them, until the next call. {@link Plane} has checked that there are
     * as many as it says: a wrong number would be a segmentation fault.
     *
     * @throws Failure.BadInput the page is longer than the engine can count
     */
    ByteBuffer of(Plane page) {
        if (page.width() > SIDE_LIMIT || page.height() > SIDE_LIMIT) {
            throw new Failure.BadInput(Reason.of(ReasonCode.TOO_MANY_PIXELS, page.width() + " x " + page.height()));
        }
        byte[] pixels = page.pixels();
        Memory current = memory;
        if (current == null || current.size() < pixels.length) {
            close();
            current = new Memory(pixels.length);
            memory = current;
        }
        current.write(0, pixels, 0, pixels.length);
        return current.getByteBuffer(0, pixels.length);
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
            memory = null;
        }
    }
}
