package vn.sohoa.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.sohoa.barcode.CoverSheet;
import vn.sohoa.barcode.IdentityCard;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.classification.Classify;
import vn.sohoa.classification.Paper;
import vn.sohoa.classification.Separation;
import vn.sohoa.classification.Side;
import vn.sohoa.classification.Standings;
import vn.sohoa.classification.TypeRule;
import vn.sohoa.classification.Verdict;
import vn.sohoa.common.DossierCode;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.extraction.Form;
import vn.sohoa.extraction.Found;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;
import vn.sohoa.scan.FieldValue;

/**
 * What pages mean by the catalog of the moment: which papers they are, of which type, with which fields. Safe for many
 * threads.
 */
final class Understanding {
    private static final double CARD_CODE = 0.97;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final List<DocumentType> types;
    private final List<TypeRule> rules;
    private final Classify classify;
    private final Standings standings;
    private final Certainty certainty;
    private final Words words;
    private final Clock clock = Clock.systemDefaultZone();
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    private Understanding(List<DocumentType> types, Certainty certainty, Words words) {
        this.certainty = certainty;
        this.words = words;
        this.types = types;
        this.rules = types.stream().map(DocumentType::rule).toList();
        this.classify = new Classify(rules);
        this.standings = new Standings(rules);
    }

    /** By rules alone. */
    static Understanding by(List<DocumentType> types, Certainty certainty) {
        return by(types, certainty, Optional::empty);
    }

    static Understanding by(List<DocumentType> types, Certainty certainty, Words words) {
        return new Understanding(types, certainty, words);
    }

    /** The model of words that is in force. */
    @FunctionalInterface
    interface Words extends Supplier<Optional<WordModels.InForce>> {}

    /** Whether it was made of this very list of types. */
    boolean isOf(List<DocumentType> others) {
        return types == others;
    }

    /** The papers of a scan; {@link Paper#pages()} are places in the list. */
    List<Paper> papers(List<SeenPage> pages) {
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            SeenPage page = pages.get(i);
            String dossier = CoverSheet.on(page.text().barcodes(), page.text().letters())
                    .map(DossierCode::canonical)
                    .orElse("");
            String holder = CardCodes.holder(page);
            sides.add(new Side(
                    i,
                    page.view().kind(),
                    dossier,
                    verdict(page),
                    holder,
                    page.readable(),
                    page.text().letters(),
                    standings.of(page.text())));
        }
        return Separation.of(sides, rules).stream()
                .map(paper -> byWords(paper.verdict(), pages.get(paper.pages().get(0)))
                        .map(told -> new Paper(told, paper.pages(), paper.dossier()))
                        .orElse(paper))
                .toList();
    }

    /** What neither print nor code tells, its words may; they never say where a paper begins. */
    private Optional<Verdict> byWords(Verdict verdict, SeenPage first) {
        if (verdict.isKnown() || first.view().kind() != PageKind.DOCUMENT) {
            return Optional.empty();
        }
        return words.get().flatMap(found -> classify.byWords(first.text(), found.model(), found.number()));
    }

    /** The type of a paper by the first of its pages that tells one. */
    Verdict type(List<SeenPage> pages) {
        Verdict printed = pages.stream()
                .map(this::verdict)
                .max(Comparator.comparingDouble(Verdict::confidence))
                .orElseThrow();
        return byWords(printed, pages.get(0)).orElse(printed);
    }

    private Verdict verdict(SeenPage page) {
        Verdict printed = classify.page(page.text());
        if (printed.titled()) {
            return printed;
        }
        return page.card()
                .flatMap(seen -> cardType(seen.card()))
                .map(type -> new Verdict(type.code(), CARD_CODE, "Trên trang có mã QR của thẻ.", false))
                .orElse(printed);
    }

    /** Of the types of identity cards the one that was issued on the card's day. */
    private Optional<DocumentType> cardType(IdentityCard card) {
        List<DocumentType> cards =
                types.stream().filter(DocumentType::hasCardCode).toList();
        return cards.stream()
                .filter(type ->
                        day(card.issued()).filter(type.validity()::holds).isPresent())
                .findFirst()
                .or(() -> cards.stream().findFirst());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The fields of one document of this type, in the order of its form; none where the type has none. */
    List<FieldValue> fields(String code, List<SeenPage> pages) {
        return type(code)
                .map(type -> Extraction.of(
                                texts(pages),
                                form(type),
                                type.hasCardCode() ? CardCodes.of(pages) : List.of(),
                                certainty,
                                LocalDate.now(clock))
                        .stream()
                        .map(found -> value(found, pages))
                        .toList())
                .orElse(List.of());
    }

    /** The rows of the document's table, where its type has one. */
    List<List<FieldValue>> rows(String code, List<SeenPage> pages) {
        return type(code)
                .map(type -> Extraction.rows(texts(pages), form(type)).stream()
                        .map(row ->
                                row.stream().map(found -> value(found, pages)).toList())
                        .toList())
                .orElse(List.of());
    }

    private Optional<DocumentType> type(String code) {
        return types.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    private Form form(DocumentType type) {
        return forms.computeIfAbsent(type.code(), any -> type.form());
    }

    private static List<PageText> texts(List<SeenPage> pages) {
        return pages.stream().map(SeenPage::text).toList();
    }

    private static FieldValue value(Found found, List<SeenPage> pages) {
        return new FieldValue(
                found.code(),
                found.value(),
                found.raw(),
                found.confidence(),
                FieldValue.Source.valueOf(found.source().name()),
                Optional.of(pages.get(found.page()).view().id()),
                Optional.of(pages.get(found.page()).upright().asScanned(found.box())),
                found.needsReview(),
                found.rule().orElse(""));
    }
}
