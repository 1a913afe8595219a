package vn.sohoa.accuracy;

import java.util.Locale;
import java.util.Map;
import vn.sohoa.accuracy.Figures.By;
import vn.sohoa.accuracy.Figures.Count;

/** The page of figures for people. */
final class Report {
    private static final String READING_HEAD =
            "| pages | CER | WER | word precision | CER in reading order | CER of base letters |\n|---|---|---|---|---|---|---|\n";

    private final StringBuilder page = new StringBuilder();

    private Report() {}

    /** @param commit what the figures were taken on */
    static String of(Figures figures, String commit, String over) {
        Report report = new Report();
        report.head(commit, over);
        report.overall(figures);
        report.lines(figures.lines());
        report.types(figures);
        report.readings("By damage", "damage", figures.by(By.DAMAGE));
        report.readings("By resolution", "dpi, mode", figures.by(By.DPI));
        report.fields(figures.fields());
        return report.page.toString();
    }

    private void head(String commit, String over) {
        page.append("# Accuracy\n\n")
                .append("Written by `infra/accuracy.sh`, which runs `digitize` over ")
                .append(over)
                .append(" and holds the answers against the truth beside the scans. Measured on commit `")
                .append(commit)
                .append("`.\n\n")
                .append("""
                        The samples are synthetic, with scan damage; everybody in them is invented. Figures on them say how the
                        program does on papers like these, not on yours.

                        - **CER**, character error rate: for every line of the truth the fewest edits between it and any piece of
                          the page's text, over the characters of the truth. Case and tone marks count; reading order does not.
                        - **WER**, word error rate: the share of the truth's words that were not read.
                        - **word precision**: the share of the words read that are in the truth; junk counts.
                        - **CER in reading order**: edits between the whole text and the truth in reading order; order and junk count.
                        - **CER of base letters**: as CER, without tone marks and case.
                        - A **field** is right when the paper's pages and type are right and its value is the truth's; case, blanks
                          around punctuation and the two places of a tone (hòa, hoà) are folded.

                        """);
    }

    private void overall(Figures figures) {
        page.append("## Over all\n\n| | ").append(READING_HEAD);
        reading("all pages", figures.all());
        Map<String, Reading> writing = figures.by(By.WRITING);
        reading("printed pages", writing.getOrDefault("print", Reading.NONE));
        reading("pages with lines in handwriting-like fonts", writing.getOrDefault("hand", Reading.NONE));
        page.append("\nAll in per cent. Words read on blank pages: ")
                .append(figures.junk())
                .append(".\n\n| figure | share |\n|---|---|\n");
        for (Count what : Count.values()) {
            row(what.words, figures.get(what).shown());
        }
    }

    private void lines(Map<String, Ratio> lines) {
        page.append("\n## By kind of line\n\n")
                .append(
                        "print: the form's own words; fill: what was filled in by machine; mixed: both in one line; hand: ")
                .append("filled in with a handwriting-like font.\n\n| lines | CER (edits/characters) |\n|---|---|\n");
        lines.forEach((kind, errors) -> row(kind, errors.shown()));
    }

    private void types(Figures figures) {
        readings("By type", "type", figures.by(By.TYPE));
        page.append("\n| type | papers with their pages | type right | fields right |\n|---|---|---|---|\n");
        for (String type : figures.fields().keySet()) {
            row(
                    "`" + type + "`",
                    figures.ofType(type, Count.SEPARATION).shown(),
                    figures.ofType(type, Count.TYPE).shown(),
                    figures.ofType(type, Count.FIELDS).shown());
        }
    }

    private void readings(String title, String what, Map<String, Reading> readings) {
        page.append("\n## ")
                .append(title)
                .append("\n\n| ")
                .append(what)
                .append(" ")
                .append(READING_HEAD);
        readings.forEach((name, reading) -> reading("`" + name + "`", reading));
    }

    private void fields(Map<String, Map<String, Figures.Field>> fields) {
        page.append("\n## By field\n\n| type | field | right | needs no person |\n|---|---|---|---|\n");
        fields.forEach((type, names) -> names.forEach((name, field) -> row(
                "`" + type + "`",
                "`" + name + "`",
                field.right().shown(),
                field.sure().shown())));
    }

    private void reading(String name, Reading reading) {
        page.append(String.format(Locale.ROOT, "| %s | %d | %s |%n", name, reading.pages(), reading.shown()));
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
