package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sohoa.common.Folding;

/**
 * Names of persons: a list of families that nearly every name begins with, and one of the words that mostly follow. A word
 * that is on neither but near to just one of them becomes that one, with a doubt that tells what was read; all others stay.
 */
final class Names {
    private static final List<String> FAMILIES = Lists.lines("ho.txt");
    private static final List<String> GIVEN = Lists.lines("ten.txt");
    /** The first of the list; nine of ten people have one of them. */
    private static final int COMMON = 40;

    private static final Set<String> FAMILIES_KNOWN = exact(FAMILIES);
    private static final Set<String> COMMON_KNOWN = exact(FAMILIES.subList(0, COMMON));
    private static final Set<String> GIVEN_KNOWN = exact(GIVEN);

    private Names() {}

    static Settled settled(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        if (words.size() == 1 || isPlain(name)) {
            return new Settled(name, Optional.empty());
        }
        mend(words, 0, FAMILIES_KNOWN, FAMILIES, COMMON);
        for (int at = 1; at < words.size() && COMMON_KNOWN.contains(Folding.exact(words.get(0))); at++) {
            mend(words, at, GIVEN_KNOWN, GIVEN, 0); // what other peoples call their children is on no list
        }
        String mended = String.join(" ", words);
        return new Settled(
                mended,
                mended.equals(name)
                        ? Optional.empty()
                        : Optional.of("Đọc được «" + name
                                + "»; chữ không có trong danh mục họ, tên đã được đoán theo chữ gần nhất."));
    }

    private static void mend(List<String> words, int at, Set<String> known, List<String> list, int common) {
        String word = words.get(at);
        if (!known.contains(Folding.exact(word))) {
            words.set(at, Nearest.in(list, common, word).orElse(word));
        }
    }

    private static Set<String> exact(List<String> list) {
        return list.stream().map(Folding::exact).collect(Collectors.toUnmodifiableSet());
    }

    /** A name without any mark may be a foreigner's, or written so: «Tran Van An». */
    private static boolean isPlain(String name) {
        return Folding.words(name).equals(Folding.exact(name));
    }
}
