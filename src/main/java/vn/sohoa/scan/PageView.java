package vn.sohoa.scan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.Reason;
import vn.sohoa.page.PageKind;

/**
 * A page as others see it.
 *
 * @param position from 0, in the source
 * @param encoding name of the image's encoding; empty when the page could not be cut
 * @param imageKey in {@code sohoa-pages}; empty when the page could not be cut
 * @param resultKey prefix of words.json, alto.xml, view.jpg, thumb.jpg in {@code sohoa-pages}; empty until it is read
 * @param confidence 0 to 1
 * @param turn how far a person turned it clockwise to stand upright: 0, 90, 180 or 270
 * @param flaws why it should better be scanned again; empty for a good scan
 */
public record PageView(
        UUID id,
        UUID scanId,
        int position,
        PageKind kind,
        String encoding,
        int width,
        int height,
        int dpi,
        String imageKey,
        String resultKey,
        float confidence,
        int turn,
        State state,
        Optional<Reason> reason,
        List<Reason> flaws) {
    public PageView {
        flaws = List.copyOf(flaws);
    }

    /** A page that is scanned well. */
    public PageView(
            UUID id,
            UUID scanId,
            int position,
            PageKind kind,
            String encoding,
            int width,
            int height,
            int dpi,
            String imageKey,
            String resultKey,
            float confidence,
            int turn,
            State state,
            Optional<Reason> reason) {
        this(
                id,
                scanId,
                position,
                kind,
                encoding,
                width,
                height,
                dpi,
                imageKey,
                resultKey,
                confidence,
                turn,
                state,
                reason,
                List.of());
    }
}
