package vn.sohoa.ops;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.sohoa.dataset.CodePattern;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.intake.IntakeSettings;
import vn.sohoa.ocr.RecognizerSettings;
import vn.sohoa.pdf.CheckSettings;
import vn.sohoa.scan.Leases;

/** The parts of {@link Settings} that tune the walk; each becomes the settings record of the room it is for. */
final class WalkSettings {
    private WalkSettings() {}

    private static void positive(String key, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw refused(key, time, "dài hơn 0", "longer than 0");
        }
    }

    private static void notNegative(String key, Duration time) {
        if (time.isNegative()) {
            throw refused(key, time, "không âm", "not negative");
        }
    }

    private static void between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw refused(key, value, "từ " + least + " đến " + most, least + " … " + most);
        }
    }

    private static StartRefused refused(String key, Object value, String vi, String en) {
        return new StartRefused(
                key + " phải " + vi + " (đang là " + value + ").", key + " must be " + en + " (it is " + value + ").");
    }

    /**
     * @param poll how often the watched folders are looked into
     * @param tidy how often taken files are looked after
     * @param quiet how long a file must have stayed unchanged, where its counter does not say
     * @param ceiling how long a file may stay incomplete before it is quarantined
     * @param keepDone how long taken files stay in {@code .done}
     * @param freeFloor what stays free on the data disk
     * @param most files of one counter taken in one look
     * @param retry how long a file rests after something it needed was unavailable
     * @param onePass files of this size and more are read only once, and copied to their place by the store
     */
    record Intake(
            @DefaultValue("1s") Duration poll,
            @DefaultValue("1m") Duration tidy,
            @DefaultValue("5s") Duration quiet,
            @DefaultValue("10m") Duration ceiling,
            @DefaultValue("30d") Duration keepDone,
            @DefaultValue("512MB") DataSize freeFloor,
            @DefaultValue("100") int most,
            @DefaultValue("10s") Duration retry,
            @DefaultValue("64MB") DataSize onePass) {
        private static final int DEPTH = 6;

        Intake {
            positive("sohoa.intake.poll", poll);
            positive("sohoa.intake.tidy", tidy);
            notNegative("sohoa.intake.quiet", quiet);
            positive("sohoa.intake.ceiling", ceiling);
            notNegative("sohoa.intake.keep-done", keepDone);
            between("sohoa.intake.free-floor", freeFloor.toBytes(), 0, Long.MAX_VALUE);
            between("sohoa.intake.most", most, 1, 100_000);
            positive("sohoa.intake.retry", retry);
            between("sohoa.intake.one-pass", onePass.toBytes(), 1, Long.MAX_VALUE);
        }

        IntakeSettings room() {
            return new IntakeSettings(quiet, ceiling, keepDone, freeFloor.toBytes(), DEPTH, most, retry);
        }
    }

    /**
     * @param poll how often finished scans of the registers' counters are taken into their books
     */
    record Books(@DefaultValue("5s") Duration poll) {
        Books {
            positive("sohoa.books.poll", poll);
        }
    }

    /**
     * @param workers recognizers of this node, one page at a time each; 0: one for each processor
     * @param pageLimit a page that takes longer loses a life
     * @param recycle a recognizer is replaced after so many pages
     * @param standIn a jar that takes the recognizers' place in their processes, for measuring what is around them; no
     *     page is read then; empty: none
     * @param standInKnowingly without this a node with a stand-in does not start
     */
    record Recognizer(
            @DefaultValue("0") int workers,
            @DefaultValue("60s") Duration pageLimit,
            @DefaultValue("500") int recycle,
            @DefaultValue("") String standIn,
            @DefaultValue("false") boolean standInKnowingly) {
        Recognizer {
            if (!standIn.isBlank() && !standInKnowingly) {
                throw new StartRefused(
                        "sohoa.recognizer.stand-in thay bộ nhận dạng bằng lời ghi sẵn, không đọc trang nào. Hãy bỏ đi; chỉ khi đo"
                                + " hiệu năng mới đặt thêm sohoa.recognizer.stand-in-knowingly=true.",
                        "sohoa.recognizer.stand-in puts recorded words in the recognizers' place and reads no page. Remove"
                                + " it; only for measuring set sohoa.recognizer.stand-in-knowingly=true as well.");
            }
            between("sohoa.recognizer.workers", workers, 0, 64);
            positive("sohoa.recognizer.page-limit", pageLimit);
            between("sohoa.recognizer.recycle", recycle, 1, 1_000_000);
        }

        int count() {
            return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
        }

        RecognizerSettings room() {
            RecognizerSettings usual = RecognizerSettings.of(count());
            return new RecognizerSettings(
                    count(),
                    usual.language(),
                    pageLimit,
                    recycle,
                    usual.startLimit(),
                    usual.restAfterFailedStarts(),
                    standIn.isBlank() ? usual.jvmOptions() : List.of("-javaagent:" + standIn));
        }
    }

    /**
     * @param bytes of a file at most
     * @param pages of a file at most
     * @param pixels of a page at most; recognizers are sized for 80 million, an A3 page at 600 dpi
     */
    record Limits(
            @DefaultValue("2GB") DataSize bytes,
            @DefaultValue("2000") int pages,
            @DefaultValue("80000000") long pixels) {
        Limits {
            between("sohoa.limits.bytes", bytes.toBytes(), 1, Long.MAX_VALUE);
            between("sohoa.limits.pages", pages, 1, 100_000);
            between("sohoa.limits.pixels", pixels, 1, Budgets.DEFAULT.maxPixelsPerPage());
        }

        Budgets room() {
            return new Budgets(bytes.toBytes(), pages, pixels);
        }
    }

    /**
     * @param lease how long work may be held without a sign of life
     * @param backoff how long work waits after something it needs was unavailable
     * @param interruptions after so many lost leases a row goes to a person
     * @param period how often due rows are looked for
     * @param silence a due row rung within this time is not rung again
     */
    record Sweep(
            @DefaultValue("2m") Duration lease,
            @DefaultValue("15s") Duration backoff,
            @DefaultValue("20") int interruptions,
            @DefaultValue("30s") Duration period,
            @DefaultValue("2m") Duration silence) {
        Sweep {
            positive("sohoa.sweep.lease", lease);
            positive("sohoa.sweep.backoff", backoff);
            between("sohoa.sweep.interruptions", interruptions, 1, 1_000_000);
            positive("sohoa.sweep.period", period);
            notNegative("sohoa.sweep.silence", silence);
        }

        Leases room() {
            return new Leases(lease, backoff, interruptions);
        }
    }

    /**
     * @param period how often some originals are read again
     * @param every how old a reading may become
     */
    record Fixity(
            @DefaultValue("1m") Duration period,
            @DefaultValue("7d") Duration every) {
        Fixity {
            positive("sohoa.fixity.period", period);
            positive("sohoa.fixity.every", every);
        }
    }

    /**
     * @param period how often it is looked whether a model of words is to be learned
     * @param every how long after one the next is learned by itself
     */
    record Learning(
            @DefaultValue("1m") Duration period,
            @DefaultValue("30d") Duration every) {
        Learning {
            positive("sohoa.learning.period", period);
            positive("sohoa.learning.every", every);
        }
    }

    /**
     * @param pdf whether documents get a PDF/A
     * @param checkEvery one PDF/A in so many is checked by veraPDF, some 50 ms of processor time each; 1: every one, 0:
     *     none but those that stand beside somebody's own PDF
     * @param checkLimit a document that takes longer counts as not checked
     * @param checkHeap megabytes that the check may use; a document that needs more counts as not checked
     */
    record Render(
            @DefaultValue("true") boolean pdf,
            @DefaultValue("1") int checkEvery,
            @DefaultValue("60s") Duration checkLimit,
            @DefaultValue("256") int checkHeap) {
        private static final int LEAST_HEAP = 64;
        private static final int MOST_HEAP = 4_096;

        Render {
            positive("sohoa.render.check-limit", checkLimit);
            if (checkEvery < 0 || checkHeap < LEAST_HEAP || checkHeap > MOST_HEAP) {
                throw new StartRefused(
                        "sohoa.render.check-every phải từ 0, sohoa.render.check-heap từ 64 đến 4096.",
                        "sohoa.render.check-every must be 0 or more, sohoa.render.check-heap 64 … 4096.");
            }
        }

        CheckSettings check() {
            return new CheckSettings(
                    checkEvery,
                    checkLimit,
                    checkHeap,
                    CheckSettings.DOCUMENTS_PER_CHILD,
                    CheckSettings.IDLE,
                    List.of());
        }
    }

    /**
     * How confirmed documents are kept.
     *
     * @param code the pattern of digitization codes, of {@code {holder}}, {@code {paperType}}, {@code {unit}} and
     *     {@code {year}}; an ordinal is added where a code is taken already
     */
    record Publication(@DefaultValue("{holder}.{paperType}") String code) {
        CodePattern pattern() {
            try {
                return new CodePattern(code);
            } catch (IllegalArgumentException e) {
                throw new StartRefused(
                        "sohoa.publication.code không hợp lệ (" + code
                                + "). Chỉ dùng {holder}, {paperType}, {unit}, {year}.",
                        "sohoa.publication.code is not valid (" + code
                                + "). Use {holder}, {paperType}, {unit}, {year} only.");
            }
        }
    }

    /**
     * A run over one finished folder instead of a service.
     *
     * @param in the folder; empty: this is a service
     * @param out where the results go, not looked into
     * @param unit the unit the scans are entered under
     */
    record Digitize(
            @DefaultValue("") String in,
            @DefaultValue("") String out,
            @DefaultValue("digitize") String unit) {}

    /**
     * @param seal how often new entries are chained
     */
    record Audit(@DefaultValue("2s") Duration seal) {
        Audit {
            positive("sohoa.audit.seal", seal);
        }
    }
}
