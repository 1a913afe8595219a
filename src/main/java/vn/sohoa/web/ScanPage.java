package vn.sohoa.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.scan.DocumentFile;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.HistoryLine;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Subject;

/**
 * What the page of one scan shows, in the words of one language.
 *
 * @param again whether the whole file can be tried again
 * @param notes what the file holds besides its pages
 * @param original whether the original is in the store
 * @param repeatOf the scan that has the same bytes; empty when this one is no repeat
 * @param number of the page shown, from 1; 0 when there are none
 */
record ScanPage(
        UUID id,
        String name,
        String folder,
        String unit,
        String counter,
        String came,
        String size,
        String format,
        int pages,
        Standings standing,
        List<String> reasons,
        List<String> notes,
        boolean again,
        boolean original,
        String repeatOf,
        int number,
        List<Document> documents,
        List<Line> history,
        String olderHistory) {

    /**
     * Where the scan stands.
     *
     * @param open whether a machine still works on it
     * @param known what the browser tells us again, so that we can say when it has changed
     */
    record Standings(UUID id, String text, String style, boolean open, String known) {
        static Standings of(ScanView scan, Words words) {
            return new Standings(
                    scan.id(),
                    ScanRows.standing(scan.state(), scan.pages(), scan.pagesPending(), words),
                    Standing.of(scan.state()).style(),
                    !scan.state().endsScan(),
                    scan.state() + "." + scan.pagesPending());
        }
    }

    /**
     * One page.
     *
     * @param image whether there is one that a browser can show
     * @param text blocks of text; empty when there is none
     * @param confidence in percent; empty when nothing was read
     * @param again whether it can be tried again
     * @param flaws why it should better be scanned again
     */
    record Sheet(
            UUID id,
            int number,
            String state,
            String style,
            String kind,
            String reason,
            boolean image,
            List<String> text,
            String confidence,
            boolean again,
            List<String> flaws) {
        static Sheet of(PageView page, boolean image, List<String> text, String reason, Words words) {
            return new Sheet(
                    page.id(),
                    page.position() + 1,
                    words.state(Subject.PAGE, page.state()),
                    page.state().name().toLowerCase(java.util.Locale.ROOT),
                    words.text("kind." + page.kind()),
                    reason,
                    image,
                    text,
                    text.isEmpty() ? "" : Math.round(page.confidence() * 100) + " %",
                    page.state() == State.STUCK && !page.imageKey().isEmpty(),
                    page.flaws().stream().map(words::reason).toList());
        }
    }

    /**
     * A document.
     *
     * @param type what people call it
     * @param file whether its PDF can be had
     * @param archival whether a PDF/A can be had beside it
     * @param check what is known of its PDF/A, for people; empty where there is none
     * @param again whether it can be tried again
     */
    record Document(
            UUID id,
            String type,
            int pages,
            String state,
            String style,
            String reason,
            boolean file,
            boolean archival,
            String check,
            boolean again) {
        static Document of(DocumentView document, String type, Optional<DocumentFile> file, Words words) {
            return new Document(
                    document.id(),
                    type,
                    document.pages().size(),
                    words.state(Subject.DOCUMENT, document.state()),
                    document.state().name().toLowerCase(java.util.Locale.ROOT),
                    words.reason(document.reason()),
                    file.isPresent(),
                    file.flatMap(DocumentFile::rendition).isPresent(),
                    file.map(made -> words.text("pdf." + made.check())).orElse(""),
                    document.state() == State.STUCK);
        }
    }

    /** A line of the history. */
    record Line(String time, String what, String change, String attempt, String reason, String node) {
        static Line of(HistoryLine line, Words words) {
            String to = words.state(line.subject(), line.to());
            return new Line(
                    words.time(line.at()),
                    line.position()
                            .map(position -> words.text("subject." + line.subject(), position + 1))
                            .orElseGet(() -> words.text("subject.SCAN")),
                    line.from()
                            .map(from -> words.state(line.subject(), from) + " → " + to)
                            .orElse(to),
                    line.attempt() == 0 ? "" : String.valueOf(line.attempt()),
                    words.reason(line.reason()),
                    line.node());
        }
    }
}
