package vn.sohoa.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * Where a page is scanned so badly that the counter should know while the citizen is still there. Nothing is held up: the
 * page goes on, with a sentence that says what to do.
 *
 * @param dpi the fewest pixels an inch (Circular 01/2023/TT-VPCP, art. 8, asks for 200)
 * @param edge the widest edges of strokes, in millimetres
 * @param paper the darkest paper, 0 to 1
 * @param contrast the weakest ink, 0 to 1
 * @param shade the most light that the darkest part of the paper may lack, 0 to 1
 * @param cut the most strokes that the border may cut through
 * @param skew the most that lines may rise or fall, in degrees
 * @param weakWords the largest share of letters in words of which the recognizer is not sure
 */
public record QualityBars(
        int dpi, double edge, double paper, double contrast, double shade, int cut, double skew, double weakWords) {
    /** Measured on generated papers with and without damage: docs/adr/0015-quality-of-a-page.md. */
    public static final QualityBars DEFAULT = new QualityBars(190, 0.4, 0.5, 0.3, 0.45, 3, 5, 0.4);

    private static final double SURE = 0.6;
    private static final int ENOUGH_LETTERS = 40;

    /** What is wrong with how a page was scanned, the plainest first; nothing for a page that is good enough. */
    public List<Reason> flaws(PageText text, Look look) {
        List<Reason> flaws = new ArrayList<>();
        add(flaws, text.dpi() < dpi, ReasonCode.SCAN_COARSE, text.dpi() + " dpi");
        add(flaws, look.edge() > edge, ReasonCode.SCAN_BLURRED, "");
        add(flaws, look.paper() < paper, ReasonCode.SCAN_DARK, "");
        add(flaws, look.contrast() < contrast, ReasonCode.SCAN_FAINT, "");
        add(flaws, look.shade() > shade, ReasonCode.SCAN_SHADED, "");
        add(flaws, look.cut() > cut, ReasonCode.SCAN_CUT, "");
        double slope = Math.abs(text.pose().skew());
        add(flaws, slope > skew, ReasonCode.SCAN_SKEWED, String.format(Locale.ROOT, "%.1f°", slope));
        double weak = weakWords(text);
        add(flaws, weak > weakWords, ReasonCode.SCAN_UNCLEAR, Math.round(100 * weak) + " %");
        return flaws;
    }

    /**
     * What is wrong with the scan of a page that passes for blank: strokes that are there, but too faint to count as
     * written. Nobody should miss a paper for that.
     */
    public List<Reason> flawsOfBlank(Look look) {
        return look.contrast() < contrast ? List.of(Reason.of(ReasonCode.SCAN_FAINT)) : List.of();
    }

    /** The share of letters in words of which the recognizer is not sure; 0 where hardly anything was read. */
    public static double weakWords(PageText text) {
        int letters = text.letters();
        int weak = text.words()
                .filter(word -> word.confidence() < SURE)
                .mapToInt(word -> word.text().length())
                .sum();
        return letters < ENOUGH_LETTERS ? 0 : (double) weak / letters;
    }

    private static void add(List<Reason> flaws, boolean so, ReasonCode code, String detail) {
        if (so) {
            flaws.add(new Reason(code, detail));
        }
    }
}
