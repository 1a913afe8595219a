package vn.sohoa.extraction;

import java.util.List;
import java.util.Optional;
import vn.sohoa.common.Folding;

/**
 * Family names: a list that nearly every name begins with. A word that differs by its marks from just one of them, and is
 * none itself, is that one; said so, since it is not what was read. Other names are never touched.
 */
final class Names {
    private static final List<String> FAMILIES = Lists.lines("ho.txt");

    private Names() {}

    static String mended(String name) {
        int end = name.indexOf(' ');
        return end < 0 ? name : family(name.substring(0, end)).orElse(name.substring(0, end)) + name.substring(end);
    }

    /** What it must be, where it is not on the list as it was read. */
    private static Optional<String> family(String read) {
        if (FAMILIES.stream().anyMatch(known -> same(known, read))) {
            return Optional.empty();
        }
        String letters = Folding.letters(read);
        List<String> near = FAMILIES.stream()
                .filter(known -> Folding.letters(known).equals(letters))
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    static Optional<String> doubt(String value, String read) {
        String family = value.split(" ")[0];
        String first = Values.clean(read).split(" ")[0];
        return Folding.letters(first).equals(Folding.letters(family)) && !same(first, family)
                ? Optional.of("Đọc được họ «" + first + "»; họ gần nhất là «" + family + "».")
                : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return Folding.exact(one).equals(Folding.exact(other));
    }
}
