package vn.sohoa.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.common.Folding;

/**
 * Closed lists. What is not on one but near to just one of its entries gets that for its value, with a doubt that tells what
 * was read; what is near to none stays as it was read, and is doubted.
 */
final class Lists {
    private static final ClosedList PEOPLES = ClosedList.of(lines("dan_toc.txt"), 1);
    private static final ClosedList NATIONS = ClosedList.of(lines("quoc_tich.txt"), 1);

    private static final Set<String> TICKS = Set.of("x", "v", "o");

    private Lists() {}

    static Settled settled(FieldKind kind, String value, String read) {
        return switch (kind) {
            case ETHNICITY -> alone(settled(PEOPLES, value, "danh mục dân tộc"), value, read);
            case NATIONALITY -> alone(settled(NATIONS, value, "danh mục quốc tịch"), value, read);
            case PERSON_NAME -> Names.settled(value);
            case SEX -> new Settled(value, sexDoubt(value, read));
            case IDENTITY_NUMBER -> number(value);
            case PLACE -> new Settled(value, Addresses.doubt(value, read));
            default -> new Settled(value, Optional.empty());
        };
    }

    /** The office at the head of a paper. */
    static Settled issuer(String read) {
        String mended = Addresses.inCapitals(read);
        return new Settled(
                mended,
                mended.equals(read)
                        ? Optional.empty()
                        : Optional.of("Đọc được «" + read + "»; từ chỉ đơn vị đã được sửa."));
    }

    private static Settled number(String value) {
        return Misread.nought(value)
                .map(mended -> new Settled(
                        mended,
                        Optional.of("Đọc được «" + value + "»; số định danh bắt đầu bằng 0, chữ số đầu đã được đoán.")))
                .orElse(new Settled(value, Optional.empty()));
    }

    private static Optional<String> sexDoubt(String value, String read) {
        return Folding.exact(read).startsWith(Folding.exact(value)) && !goesOn(value, read)
                ? Optional.empty()
                : Optional.of("Đọc được «" + Values.clean(read) + "».");
    }

    private static Settled alone(Settled settled, String value, String read) {
        return settled.doubt().isPresent() || !goesOn(value, read)
                ? settled
                : new Settled(settled.value(), Optional.of("Đọc được «" + Values.clean(read) + "»."));
    }

    /** «Nam Định», «Kinh / Tày», «Nam ☐ Nữ ☒», of which the boxes are no words: more than a value and specks, or a tick. */
    private static boolean goesOn(String value, String read) {
        List<String> words = List.of(Folding.words(read).split(" "));
        int own = Folding.words(value).split(" ").length;
        return words.stream().skip(own).anyMatch(word -> word.length() > 1 || TICKS.contains(word));
    }

    /** The entry of the list that the text begins with, where only specks follow: «Kinh Ị». */
    static Optional<String> beginning(FieldKind kind, String text) {
        List<String> words = List.of(text.split(" "));
        for (int to = words.size() - 1; to > 0; to--) {
            String begun = Values.clean(String.join(" ", words.subList(0, to)));
            boolean specks = words.subList(to, words.size()).stream().allMatch(word -> word.length() <= 1);
            if (specks && has(kind, begun)) {
                return Optional.of(begun);
            }
        }
        return Optional.empty();
    }

    /** The text, where an entry of the list is near: «việt Nam», «rày». */
    static Optional<String> meant(FieldKind kind, String text) {
        return Optional.of(text).filter(read -> list(kind).nearest(read).isPresent());
    }

    private static ClosedList list(FieldKind kind) {
        return kind == FieldKind.ETHNICITY ? PEOPLES : NATIONS;
    }

    static boolean has(FieldKind kind, String value) {
        return list(kind).has(value);
    }

    private static Settled settled(ClosedList list, String value, String name) {
        Optional<String> known = list.entries().stream()
                .filter(entry -> Folding.exact(entry).equals(Folding.exact(value)))
                .findFirst();
        if (known.isPresent()) {
            return new Settled(
                    Character.isUpperCase(value.codePointAt(0)) ? value : known.get(), lostMark(list, value));
        }
        return withMark(list, value)
                .or(() -> list.nearest(value))
                .map(near -> new Settled(
                        near,
                        Optional.of("Đọc được «" + value + "», không có trong " + name + "; đã được đoán là «" + near
                                + "».")))
                .orElse(new Settled(value, Optional.of("Không có trong " + name + ".")));
    }

    /** «H Mông»: where a mark was lost a gap is left, which «Hmông» has not. */
    private static Optional<String> withMark(ClosedList list, String value) {
        String marked = Folding.exact(value.replace(' ', '\''));
        return list.entries().stream()
                .filter(known ->
                        known.indexOf('\'') >= 0 && Folding.exact(known).equals(marked))
                .findFirst();
    }

    /** «HMông» and «Mông» may be printed so, or a mark, or the letter before it, was not read. */
    private static Optional<String> lostMark(ClosedList list, String value) {
        return list.entries().stream()
                .filter(known -> !known.equals(value)
                        && known.indexOf('\'') >= 0
                        && (Folding.exact(known.replace("'", "")).equals(Folding.exact(value))
                                || Folding.exact(known).endsWith("'" + Folding.exact(value))))
                .findFirst()
                .map(known -> "Có thể thiếu dấu: «" + known + "»?");
    }

    static List<String> lines(String name) {
        String path = "/catalog/lists/" + name;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lists.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
