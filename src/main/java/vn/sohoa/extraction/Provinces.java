package vn.sohoa.extraction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sohoa.common.Folding;

/** The provinces as papers name them, and their codes in personal numbers (Decree 137/2015/NĐ-CP). */
final class Provinces {
    private static final int CODE = 3;
    private static final int FIRST_FOREIGN = 101;

    private static final List<Province> ALL = Lists.lines("tinh.txt").stream()
            .map(line -> new Province(line.substring(0, CODE), line.substring(CODE + 1)))
            .toList();

    private static final Set<String> NAMES =
            ALL.stream().map(province -> Folding.letters(province.name)).collect(Collectors.toUnmodifiableSet());

    private static final ClosedList LIST =
            ClosedList.of(ALL.stream().map(Province::name).toList(), 0);

    private record Province(String code, String name) {}

    private Provinces() {}

    /** Whether a personal number may begin so: a province, or the country of somebody who was born abroad. */
    static boolean isCode(String code) {
        return Integer.parseInt(code) >= FIRST_FOREIGN || ALL.stream().anyMatch(province -> province.code.equals(code));
    }

    /** Whether these folded letters are a province's name. */
    static boolean isName(String letters) {
        return NAMES.contains(letters);
    }

    /** Whether these folded letters are the first words of a province's name, and no name themselves. */
    static boolean isBeginning(String letters) {
        return !isName(letters)
                && ALL.stream().anyMatch(province -> {
                    int space = province.name.lastIndexOf(' ');
                    return space > 0
                            && Folding.letters(province.name.substring(0, space))
                                    .equals(letters);
                });
    }

    /** The province that is written with these letters; nothing for one that is written right. */
    static Optional<String> mended(String read) {
        String letters = Folding.letters(read);
        return ALL.stream()
                .map(Province::name)
                .filter(name -> Folding.letters(name).equals(letters)
                        && !Folding.exact(name).equals(Folding.exact(read)))
                .findFirst();
    }

    /** The province that is meant where the word for one stands before it; nothing for one that is written right. */
    static Optional<String> meant(String read) {
        return isName(Folding.letters(read)) ? mended(read) : LIST.nearest(read);
    }
}
