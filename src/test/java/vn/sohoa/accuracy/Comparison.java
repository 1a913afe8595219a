package vn.sohoa.accuracy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sohoa.accuracy.Figures.By;
import vn.sohoa.accuracy.Figures.Count;

/** Holds answers against the truth; a file without an answer counts as wrong in everything. */
final class Comparison {
    /** Short closed lists are easy to get right and would flatter the figure. */
    private static final List<String> EASY = List.of("gioi_tinh", "dan_toc", "quoc_tich");

    /** What may need nobody though the paper says it once, if it was measured (docs/CERTAINTY.md). */
    private static final List<String> SETTLED = List.of("gioi_tinh", "dan_toc", "quoc_tich", "ngay_dang_ky");

    /** A value that is not as the paper has it. */
    record Wrong(String file, String type, String field, String truth, String given) {}

    private final Figures figures = new Figures();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Accuracy.Judged> judged = new ArrayList<>();

    static Comparison of(List<Truth> truths, Map<String, Answer> answers) {
        Comparison comparison = new Comparison();
        truths.forEach(truth -> comparison.file(truth, answers.getOrDefault(truth.file(), Answer.NONE)));
        return comparison;
    }

    Figures figures() {
        return figures;
    }

    List<Wrong> wrong() {
        return wrong;
    }

    /** Every value that was given and of which the truth is known. */
    List<Accuracy.Judged> judged() {
        return judged;
    }

    private void file(Truth truth, Answer answer) {
        Set<Integer> indexes = truth.pages().stream().map(Truth.Page::index).collect(Collectors.toSet());
        figures.count(
                Count.FILES,
                !answer.state().isEmpty() && answer.pages().keySet().equals(indexes));
        truth.pages().forEach(page -> page(truth, page, answer.page(page.index())));
        truth.documents().forEach(paper -> {
            document(truth.file(), isPrinted(truth, paper), paper, answer.document(paper.pages()));
            sources(paper, answer.document(paper.pages()), SecondSource.of(truth, paper));
        });
    }

    private void page(Truth file, Truth.Page truth, Answer.Page page) {
        figures.count(Count.PAGE_KIND, page.kind().equals(truth.kind()));
        Set<String> codes = page.barcodes().stream().map(Folded::value).collect(Collectors.toCollection(HashSet::new));
        truth.barcodes().forEach(code -> figures.count(Count.QR, codes.contains(Folded.value(code))));
        if (truth.kind().equals("blank")) {
            String text = Folded.text(page.text());
            figures.junk(text.isEmpty() ? 0 : text.split(" ").length);
        }
        if (!truth.isDocument()) {
            return;
        }
        figures.count(Count.ORIENTATION, page.rotation() == truth.rotation());
        Reading reading = Reading.page(truth.texts(), truth.text(), page.text());
        figures.page(reading);
        figures.page(By.WRITING, truth.isPrinted() ? "print" : "hand", reading);
        figures.page(By.TYPE, truth.type(), reading);
        figures.page(By.DAMAGE, truth.damage(), reading);
        figures.page(By.DPI, file.dpi() + " " + file.mode(), reading);
        lines(truth, page);
    }

    private void lines(Truth.Page truth, Answer.Page page) {
        String text = Folded.text(page.text());
        Map<String, List<String>> byKind = truth.lines().stream()
                .filter(line -> !line.kind().equals("stamp"))
                .collect(Collectors.groupingBy(
                        Truth.Line::kind,
                        TreeMap::new,
                        Collectors.mapping(line -> Folded.text(line.text()), Collectors.toList())));
        byKind.forEach((kind, lines) -> figures.line(kind, Reading.errors(lines, text)));
    }

    private static boolean isPrinted(Truth truth, Truth.Document paper) {
        return truth.pages().stream()
                .filter(page -> paper.pages().contains(page.index()))
                .allMatch(Truth.Page::isPrinted);
    }

    private void document(String file, boolean printed, Truth.Document truth, Answer.Document paper) {
        boolean rightType = paper.type().equals(truth.type());
        both(truth.type(), Count.SEPARATION, paper != Answer.Document.NONE);
        both(truth.type(), Count.TYPE, rightType);
        figures.count(Count.UNKNOWN, paper.type().equals("unknown"));
        figures.count(Count.DOSSIER, paper.code().equals(truth.code()));
        paper.fields().forEach((name, field) -> {
            if (!field.value().isEmpty()) {
                figures.count(Count.INVENTED, rightType && !truth.fields().containsKey(name));
            }
        });
        truth.fields().forEach((name, value) -> {
            if (!value.isEmpty()) {
                Answer.Field given = paper.fields().getOrDefault(name, Answer.Field.NONE);
                boolean right = rightType && same(given.value(), value, Folded::value);
                field(truth.type(), name, given, right);
                if (!given.value().isEmpty()) {
                    judged.add(new Accuracy.Judged(
                            file,
                            paper.type(),
                            name,
                            given.value(),
                            value,
                            given.confidence(),
                            given.source(),
                            given.sure(),
                            given.doubted(),
                            right));
                }
                if (printed) {
                    figures.count(Count.FIELDS_PRINTED, right);
                    if (!isEasy(name)) {
                        figures.count(Count.FIELDS_PRINTED_HARD, right);
                    }
                }
                if (!right) {
                    wrong.add(new Wrong(file, truth.type(), name, value, given.value()));
                }
            }
        });
        for (int i = 0; i < truth.rows().size(); i++) {
            row(file, truth, i, i < paper.rows().size() ? paper.rows().get(i) : Map.of());
        }
    }

    /** Rows are held against each other by their places: one left out spoils all that follow. */
    private void row(String file, Truth.Document truth, int number, Map<String, String> given) {
        figures.count(Count.CASES, !given.isEmpty());
        truth.rows().get(number).forEach((name, value) -> {
            String answer = given.getOrDefault(name, "");
            boolean right = same(answer, value, Folded::value);
            if (value.isEmpty()) {
                figures.count(Count.CELLS_INVENTED, !answer.isEmpty());
                return;
            }
            figures.count(Count.CELLS, right);
            if (!right) {
                wrong.add(new Wrong(file, truth.type(), "rows[" + number + "]." + name, value, answer));
            }
        });
    }

    private void field(String type, String name, Answer.Field given, boolean right) {
        both(type, Count.FIELDS, right);
        figures.field(type, name, right, given.sure());
        if (!isEasy(name)) {
            figures.count(Count.FIELDS_HARD, right);
        }
        figures.count(Count.CONFIDENT, given.sure());
        if (given.sure()) {
            figures.count(Count.CONFIDENT_WRONG, !right);
        }
    }

    /** How much is left to people where the paper has a second source, and where it has none. */
    private void sources(Truth.Document truth, Answer.Document paper, SecondSource second) {
        truth.fields().forEach((name, value) -> {
            boolean sure = paper.fields().getOrDefault(name, Answer.Field.NONE).sure();
            if (value.isEmpty()) {
                return;
            }
            if (second.has(value)) {
                figures.count(Count.SECONDED, sure);
                return;
            }
            figures.count(Count.ALONE, sure);
            if (SETTLED.stream().anyMatch(name::startsWith)) {
                figures.count(Count.ALONE_SETTLED, sure);
            }
        });
    }

    private static boolean isEasy(String name) {
        return EASY.stream().anyMatch(name::startsWith);
    }

    private void both(String type, Count what, boolean so) {
        figures.count(what, so);
        figures.countOfType(type, what, so);
    }

    private static boolean same(String one, String other, Function<String, String> folded) {
        return folded.apply(one).equals(folded.apply(other));
    }
}
