package vn.sohoa.scan;

import java.util.List;
import vn.sohoa.common.Reason;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;

/**
 * What reading a page gave.
 *
 * @param key prefix of the result's objects in {@code sohoa-pages}: words.json, alto.xml, view.jpg, thumb.jpg
 * @param confidence 0 to 1
 * @param letters how many were read
 * @param flaws why it should better be scanned again; empty for a good scan
 */
public record PageResult(
        PageKind kind, PageText.Source source, String key, float confidence, int letters, List<Reason> flaws) {
    public PageResult {
        flaws = List.copyOf(flaws);
    }

    /** Of a page that is scanned well. */
    public PageResult(PageKind kind, PageText.Source source, String key, float confidence, int letters) {
        this(kind, source, key, confidence, letters, List.of());
    }
}
