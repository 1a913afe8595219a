package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.common.Folding;

/**
 * Names of persons: a list of families that nearly every name begins with, and one of the words that mostly follow. A word
 * that is on neither but near to just one of them becomes that one, with a doubt that tells what was read; all others stay.
 */
final class Names {
    /** The first forty: nine of ten people have one of them. */
    private static final ClosedList FAMILIES = ClosedList.of(Lists.lines("ho.txt"), 40);

    private static final ClosedList GIVEN = ClosedList.of(Lists.lines("ten.txt"), 0);

    /** It stands behind the family name, which then was not read. */
    private static final String NO_FAMILY = "thị";

    private Names() {}

    static Settled settled(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        if (words.size() == 1 || isPlain(name) || Folding.exact(words.get(0)).equals(NO_FAMILY)) {
            return new Settled(name, Optional.empty());
        }
        mend(words, 0, FAMILIES);
        for (int at = 1; at < words.size() && FAMILIES.hasCommon(words.get(0)); at++) {
            mend(words, at, GIVEN); // what other peoples call their children is on no list
        }
        String mended = String.join(" ", words);
        return new Settled(
                mended,
                mended.equals(name)
                        ? Optional.empty()
                        : Optional.of("Đọc được «" + name
                                + "»; chữ không có trong danh mục họ, tên đã được đoán theo chữ gần nhất."));
    }

    private static void mend(List<String> words, int at, ClosedList list) {
        String word = words.get(at);
        if (!list.has(word) && !FAMILIES.has(word)) { // the mother's family name is a usual middle one
            words.set(at, list.nearest(word).orElse(word));
        }
    }

    /** A name without any mark may be a foreigner's, or written so: «Tran Van An». */
    private static boolean isPlain(String name) {
        return Folding.words(name).equals(Folding.exact(name));
    }
}
