package vn.sohoa.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sohoa.common.Folding;

/** Closed lists: what is not on them is doubted, with what it may be; the value stays as it was read. */
final class Lists {
    private static final List<String> PEOPLES = lines("dan_toc.txt");
    private static final List<String> NATIONS = lines("quoc_tich.txt");
    private static final int MOST_ERRORS = 2;

    private Lists() {}

    static Optional<String> doubt(FieldKind kind, String value, String read) {
        return switch (kind) {
            case ETHNICITY -> doubt(PEOPLES, value, "danh mục dân tộc");
            case NATIONALITY -> doubt(NATIONS, value, "danh mục quốc tịch");
            case SEX ->
                Folding.exact(read).startsWith(Folding.exact(value))
                        ? Optional.empty()
                        : Optional.of("Đọc được «" + Values.clean(read) + "».");
            case PLACE -> Addresses.doubt(value, read);
            case PERSON_NAME -> Names.doubt(value);
            default -> Optional.empty();
        };
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

    static boolean has(FieldKind kind, String value) {
        List<String> list = kind == FieldKind.ETHNICITY ? PEOPLES : NATIONS;
        return list.stream().anyMatch(known -> Folding.exact(known).equals(Folding.exact(value)));
    }

    private static Optional<String> doubt(List<String> list, String value, String name) {
        if (list.stream().anyMatch(known -> Folding.exact(known).equals(Folding.exact(value)))) {
            return lostMark(list, value);
        }
        Optional<String> near = list.stream()
                .filter(known -> distance(known, value) <= MOST_ERRORS)
                .min(Comparator.comparingInt(known -> distance(known, value)));
        return Optional.of(near.map(known -> "Không có trong " + name + "; có phải «" + known + "»?")
                .orElse("Không có trong " + name + "."));
    }

    /** «HMông» may be printed so, or its mark was not read. */
    private static Optional<String> lostMark(List<String> list, String value) {
        return list.stream()
                .filter(known -> !known.equals(value)
                        && known.indexOf('\'') >= 0
                        && Folding.exact(known.replace("'", "")).equals(Folding.exact(value)))
                .findFirst()
                .map(known -> "Có thể thiếu dấu: «" + known + "»?");
    }

    private static int distance(String known, String value) {
        return Folding.distance(Folding.exact(known), Folding.exact(value), MOST_ERRORS);
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
