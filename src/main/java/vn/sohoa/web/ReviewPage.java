package vn.sohoa.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sohoa.catalog.Field;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.page.Box;
import vn.sohoa.review.Sheet;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Subject;

/**
 * What the review desk shows of a document, in the words of one language.
 *
 * @param nextDocument that would come after it; empty when none does
 * @param nextPage the first page of that document
 * @param open how many fields wait for an answer
 */
record ReviewPage(
        UUID id,
        UUID scan,
        int version,
        String type,
        String typeName,
        String typeReason,
        String state,
        boolean waiting,
        String dossier,
        List<Dossier> dossiers,
        List<Component> checklist,
        List<Choice> types,
        List<PageOf> pages,
        List<Line> lines,
        String nextDocument,
        String nextPage,
        long open) {
    private static final int NUMBERED = 9;

    /** A document type to choose; the first nine can be chosen by their number. */
    record Choice(String code, String name, String number) {}

    /** A dossier that the document may belong to. */
    record Dossier(String code, String holder, String why) {}

    /** A paper that the dossier needs. */
    record Component(String name, String standing, String standingText) {}

    record PageOf(UUID id, int number, int width, int height, int turn) {}

    /**
     * A field.
     *
     * @param standing PENDING, MACHINE, CONFIRMED, CORRECTED, ILLEGIBLE, ABSENT, or NONE for one that nobody asked for
     * @param found the machine's value
     * @param place of its image; absent where none is known
     */
    record Line(
            String code,
            String label,
            String standing,
            String standingText,
            String value,
            String found,
            String source,
            String rule,
            boolean shown,
            boolean required,
            @Nullable Place place) {}

    record Place(UUID page, int x, int y, int width, int height) {}

    static ReviewPage of(Sheet sheet, Words words, Locale locale) {
        boolean vietnamese = !locale.getLanguage().equals("en");
        List<Line> lines = sheet.lines().stream()
                .map(line -> line(line, words, vietnamese))
                .toList();
        return new ReviewPage(
                sheet.document().id(),
                sheet.document().scanId(),
                sheet.document().version(),
                sheet.document().type(),
                sheet.type().map(type -> vietnamese ? type.vi() : type.en()).orElse(words.text("document.unknown")),
                Label.of(sheet.document().kind().reason()),
                words.state(Subject.DOCUMENT, sheet.document().state()),
                sheet.document().state() == vn.sohoa.scan.State.IN_REVIEW,
                sheet.dossier().at().map(DossierView::code).orElse(""),
                sheet.dossier().candidates().stream()
                        .map(candidate -> new Dossier(
                                candidate.dossier().code(),
                                Label.of(candidate.dossier().holderName()),
                                words.text("review.why." + candidate.why())))
                        .toList(),
                checklist(sheet, words, vietnamese),
                choices(sheet, vietnamese),
                pages(sheet.pages()),
                lines,
                sheet.next().map(next -> next.document().toString()).orElse(""),
                sheet.next().map(next -> next.page().toString()).orElse(""),
                lines.stream().filter(line -> line.standing().equals("PENDING")).count());
    }

    private static List<Component> checklist(Sheet sheet, Words words, boolean vietnamese) {
        return sheet.dossier().checklist().stream()
                .flatMap(checklist -> checklist.lines().stream())
                .map(line -> new Component(
                        vietnamese ? line.component().vi() : line.component().en(),
                        line.standing().name(),
                        words.text("review.component." + line.standing())))
                .toList();
    }

    private static List<Choice> choices(Sheet sheet, boolean vietnamese) {
        List<vn.sohoa.catalog.DocumentType> types = sheet.types();
        return java.util.stream.IntStream.range(0, types.size())
                .mapToObj(i -> new Choice(
                        types.get(i).code(),
                        vietnamese ? types.get(i).vi() : types.get(i).en(),
                        i < NUMBERED ? String.valueOf(i + 1) : ""))
                .toList();
    }

    private static List<PageOf> pages(List<PageView> pages) {
        return java.util.stream.IntStream.range(0, pages.size())
                .mapToObj(i -> new PageOf(
                        pages.get(i).id(),
                        i + 1,
                        pages.get(i).width(),
                        pages.get(i).height(),
                        pages.get(i).turn()))
                .toList();
    }

    private static Line line(Sheet.Line line, Words words, boolean vietnamese) {
        String standing = standing(line);
        Place place = line.known()
                .filter(view -> view.found().page().isPresent())
                .flatMap(view -> view.found().box().map(box -> place(view, box)))
                .orElse(null);
        return new Line(
                line.code(),
                line.field().map(field -> name(field, vietnamese)).orElse(line.code()),
                standing,
                words.text("review.standing." + standing),
                line.known().map(FieldView::value).orElse(""),
                line.known().map(view -> view.found().value()).orElse(""),
                line.known()
                        .filter(view -> !view.found().value().isEmpty())
                        .map(view -> words.text("review.source." + view.found().source()))
                        .orElse(""),
                line.known().map(view -> Label.of(view.found().rule())).orElse(""),
                line.shown(),
                line.required(),
                place);
    }

    static String standing(Sheet.Line line) {
        return line.known()
                .map(view -> view.standing().name())
                .orElse(line.required() ? FieldView.Standing.PENDING.name() : "NONE");
    }

    private static String name(Field field, boolean vietnamese) {
        return vietnamese ? field.vi() : field.en();
    }

    private static Place place(FieldView view, Box box) {
        return new Place(view.found().page().orElseThrow(), box.x(), box.y(), box.width(), box.height());
    }
}
