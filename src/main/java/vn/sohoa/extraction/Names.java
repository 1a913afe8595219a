package vn.sohoa.extraction;

import java.util.List;
import java.util.Optional;
import vn.sohoa.common.Folding;

/**
 * Family names: a list that nearly every name begins with. A word that is not on it and differs from just one that is by its
 * marks is doubted with that one; the name stays as it was read.
 */
final class Names {
    private static final List<String> FAMILIES = Lists.lines("ho.txt");

    private Names() {}

    static Optional<String> doubt(String name) {
        String family = name.split(" ")[0];
        if (FAMILIES.stream().anyMatch(known -> Folding.exact(known).equals(Folding.exact(family)))) {
            return Optional.empty();
        }
        String letters = Folding.letters(family);
        List<String> near = FAMILIES.stream()
                .filter(known -> Folding.letters(known).equals(letters))
                .toList();
        return near.size() == 1
                ? Optional.of("Họ «" + family + "» không có trong danh mục họ; có phải «" + near.get(0) + "»?")
                : Optional.empty();
    }
}
