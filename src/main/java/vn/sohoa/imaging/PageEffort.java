package vn.sohoa.imaging;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;

/**
 * What has been spent on one page of a PDF. A few lines of forms that draw forms that draw forms ask for more work than
 * there is time; each walk over the page counts here, and none goes on for ever. For one thread.
 */
final class PageEffort {
    /** One step for so many pixels of the budget: four million, as many as the largest drawings have points. */
    private static final int PIXELS_A_STEP = 20;
    /** Pictures may be drawn again and again, each time decoded or at least scaled. */
    private static final int MOST_FULL_PICTURES = 25;

    private static final int DEEPEST_GROUP = 12;
    /** Of this thread's processor time: a machine that is busy or asleep is not the paper's fault. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(120);

    private static final int BETWEEN_LOOKS = 64;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Budgets budgets;
    private final long begun = THREADS.getCurrentThreadCpuTime();
    private int operators;
    private long pixels;
    private int groups;

    PageEffort(Budgets budgets) {
        this.budgets = budgets;
    }

    /** One step of a walk; a picture inside the content is measured before anything decodes it. */
    void operator(Operator operator) throws IOException {
        step();
        if (OperatorName.BEGIN_INLINE_IMAGE.equals(operator.getName()) && operator.getImageData() != null) {
            Unfolding.checkInline(operator.getImageParameters(), operator.getImageData(), budgets);
        }
    }

    void step() {
        operators++;
        if (operators > budgets.maxPixelsPerPage() / PIXELS_A_STEP) {
            throw Unfolding.tooMuch("more than " + (operators - 1) + " drawing steps");
        }
        if (operators % BETWEEN_LOOKS == 0 && THREADS.getCurrentThreadCpuTime() - begun > LONGEST) {
            throw Unfolding.tooMuch("more than " + TimeUnit.NANOSECONDS.toSeconds(LONGEST) + " s of work");
        }
    }

    void picture(long width, long height) {
        pixels += Math.max(0, width) * Math.max(0, height);
        if (pixels > MOST_FULL_PICTURES * budgets.maxPixelsPerPage()) {
            throw Unfolding.tooMuch("pictures drawn over each other");
        }
    }

    /** Each transparency group holds a picture of its own while it is drawn. */
    void beginGroup() {
        groups++;
        if (groups > DEEPEST_GROUP) {
            throw Unfolding.tooMuch("more than " + DEEPEST_GROUP + " groups inside each other");
        }
    }

    void endGroup() {
        groups--;
    }
}
