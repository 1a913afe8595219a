package vn.sohoa.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.common.Folding;
import vn.sohoa.page.PageText;

/**
 * The fields of one document. What the paper does not have gets no value; what only one source says is for a person to
 * look at, unless measuring has shown that its sort is read right.
 */
public final class Extraction {
    private static final double CARD_CODE = 0.99;
    private static final int WHOLE_DAY = "dd/MM/yyyy".length();
    private static final int ROWS_OF_WORDS = 3;

    private Extraction() {}

    /**
     * @param pages of the document, in order
     * @param form of its type
     * @param codes of an identity card, the surest first
     * @param certainty what was measured
     * @param today no paper is of a later day
     * @return in the order of the form
     */
    public static List<Found> of(
            List<PageText> pages, Form form, List<CardCode> codes, Certainty certainty, LocalDate today) {
        Sheets sheets = Sheets.of(pages, form);
        Scopes scopes = new Scopes(sheets);
        List<Found> found = new ArrayList<>();
        for (FieldRule rule : form.fields()) {
            Optional<Found> printed = printed(sheets, scopes, rule);
            told(rule, codes, printed)
                    .or(() -> printed.map(value -> Seconded.of(value, rule, sheets, certainty.twice())))
                    .ifPresent(found::add);
        }
        List<Found> all = CardEnd.told(found, sheets);
        List<Found> doubted = ToCome.doubted(PersonalNumbers.doubted(all, form.fields()), form.fields(), today);
        return certainty.told(doubted, form.fields());
    }

    /**
     * The rows of the document's table, where its form has one; a person looks at all of them.
     *
     * @return each row's values in the order of the columns of the form
     */
    public static List<List<Found>> rows(List<PageText> pages, Form form) {
        return TableRows.of(pages, form);
    }

    private static Optional<Found> printed(Sheets sheets, Scopes scopes, FieldRule rule) {
        Reaches reaches = new Reaches(sheets);
        Stream<Reach> placed =
                switch (rule.where()) {
                    case LABEL ->
                        scopes.labels(rule).stream()
                                .flatMap(label -> reaches.of(label, rule, scopes.column(label, rule)).stream());
                    case SIGNATURE -> Places.signature(sheets).stream();
                    case DATE_LINE -> Places.dateLine(sheets, rule).stream();
                    case ISSUER -> Places.issuer(sheets).stream();
                    case LINE -> reaches.lines(rule).stream();
                    case COLUMN -> Stream.empty();
                    case PATTERN ->
                        rule.pattern().stream().flatMap(pattern -> Places.pattern(sheets, pattern).stream());
                };
        return Stream.concat(new Phrases(sheets).of(rule).stream(), placed)
                .flatMap(reach -> found(rule, reach).stream())
                .findFirst()
                .or(() -> rule.kind().isDate() && rule.where() == FieldRule.Where.LABEL
                        ? inWords(sheets, scopes, rule)
                        : Optional.empty());
    }

    static Optional<Found> found(FieldRule rule, Reach reach) {
        Optional<Found> read = read(rule, reach);
        return otherDay(rule, reach, read).or(() -> read).or(() -> mended(rule, reach));
    }

    /** «ngày 1] tháng 10» is rather the 11th than the 1st: what looks like a digit is none of the blanks around one. */
    private static Optional<Found> otherDay(FieldRule rule, Reach reach, Optional<Found> read) {
        return !rule.kind().isDate() || read.isEmpty()
                ? Optional.empty()
                : mended(rule, reach)
                        .filter(found -> found.value().length() == WHOLE_DAY
                                && !found.value().equals(read.get().value()));
    }

    private static Optional<Found> read(FieldRule rule, Reach reach) {
        return Values.of(rule.kind(), reach.text())
                .map(value -> rule.where() == FieldRule.Where.ISSUER
                        ? Lists.issuer(value)
                        : Lists.settled(rule.kind(), value, reach.text()))
                .map(settled -> found(rule, reach, settled.value(), settled.doubt()));
    }

    /** A number in which letters were read; said so, since a guess is no reading. */
    private static Optional<Found> mended(FieldRule rule, Reach reach) {
        FieldKind kind = rule.kind();
        boolean digits = kind.isNumber() && kind != FieldKind.NUMBER || kind.isDate();
        boolean person = kind == FieldKind.PERSONAL_NUMBER || kind == FieldKind.IDENTITY_NUMBER;
        Stream<String> guesses = Stream.concat(
                digits ? Misread.digits(reach.text()).stream() : Stream.empty(),
                person ? Misread.nought(reach.text()).stream() : Stream.empty());
        return guesses.flatMap(text -> Values.of(kind, text).stream())
                .map(value -> found(
                        rule,
                        reach,
                        value,
                        Optional.of("Đọc được «" + reach.text() + "»; chữ cái đã được đoán là chữ số.")))
                .findFirst();
    }

    /** The day that stands in words below the label, where its digits could not be read. */
    private static Optional<Found> inWords(Sheets sheets, Scopes scopes, FieldRule rule) {
        return scopes.labels(rule).stream()
                .filter(label -> !sheets.around(label, ROWS_OF_WORDS).isEmpty())
                .map(label -> Reach.of(
                        sheets.around(label, ROWS_OF_WORDS), sheets.row(label).page(), label.exactness()))
                .flatMap(reach -> DayInWords.in(reach.text()).stream()
                        .map(day -> found(rule, reach, day, Optional.of("Chỉ đọc được ngày viết bằng chữ."))))
                .findFirst();
    }

    static Found found(FieldRule rule, Reach reach, String value, Optional<String> doubt) {
        return new Found(
                rule.code(),
                value,
                reach.text(),
                reach.confidence(),
                Found.Source.OCR,
                reach.page(),
                reach.box(),
                true,
                doubt);
    }

    /** The card's own word; sure where the print, or the card's other code, says exactly the same. */
    private static Optional<Found> told(FieldRule rule, List<CardCode> codes, Optional<Found> printed) {
        List<CardCode> telling = codes.stream()
                .filter(code -> rule.card().filter(code.parts()::containsKey).isPresent())
                .toList();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        CardCode first = telling.get(0);
        CardPart part = rule.card().get();
        String value = first.parts().get(part);
        Optional<String> other = telling.stream()
                .skip(1)
                .map(code -> code.parts().get(part))
                .filter(told -> !same(told, value))
                .findFirst();
        boolean seconded = telling.size() > 1;
        boolean agree = other.isEmpty()
                && (seconded || printed.filter(p -> same(p.value(), value)).isPresent());
        Optional<String> doubt = other.map(told -> "Hai mã trên thẻ nói khác nhau: «" + told + "».")
                .or(() -> printed.filter(p -> !same(p.value(), value))
                        .map(p -> "Chữ in trên thẻ đọc được là «" + p.value() + "»."));
        return Optional.of(new Found(
                rule.code(),
                value,
                value,
                CARD_CODE,
                first.source(),
                printed.map(Found::page).orElse(first.page()),
                printed.map(Found::box).orElse(first.box()),
                !agree,
                doubt));
    }

    private static boolean same(String a, String b) {
        return Folding.exact(a)
                .replaceAll("\\s*([,.-])\\s*", "$1")
                .equals(Folding.exact(b).replaceAll("\\s*([,.-])\\s*", "$1"));
    }
}
