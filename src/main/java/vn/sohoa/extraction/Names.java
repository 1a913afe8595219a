package vn.sohoa.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Pattern DOT_BELOW_Y = Pattern.compile("y\\u0323");
    /** Decomposed, the dot below comes before a hat and after a horn. */
    private static final Pattern TONE_OF_A_MARKED_CAPITAL =
            Pattern.compile("^(.)\\u0323?([\\u0302\\u0306\\u031B])[\\u0300\\u0301\\u0303\\u0309\\u0323]?");

    /** Small letters that are their capitals, only smaller; with their marks. */
    private static final String ALIKE = "ckopsuvxyzôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ";

    /** How many names a worn word may be. */
    private static final Map<String, Long> WORN =
            entries().collect(Collectors.groupingBy(Names::worn, Collectors.counting()));

    private static final Set<String> LETTERS = entries().map(Folding::words).collect(Collectors.toUnmodifiableSet());

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

    /**
     * Whether no mark that is lost from capitals and small letters alike could make another name of it: «My» may be «Mỵ»,
     * «Ứng» may be «Ửng», and a word that no list knows may be any that has its letters.
     */
    static boolean isClear(String name) {
        return Stream.of(name.split(" "))
                .allMatch(word -> FAMILIES.has(word) || GIVEN.has(word)
                        ? WORN.getOrDefault(worn(word), 0L) == 1
                        : !LETTERS.contains(Folding.words(word)));
    }

    /**
     * The word of a name that it is: with its capital, where that looks like the small letter, a list knows the name, and
     * another capital follows, as in «chu Thu Ngân» or «Lê công Hùng».
     */
    static String withCapital(List<String> words, int at) {
        String word = words.get(at);
        boolean alike = ALIKE.indexOf(word.charAt(0)) >= 0
                && at + 1 < words.size()
                && Character.isUpperCase(words.get(at + 1).codePointAt(0));
        boolean known = alike && (FAMILIES.has(word) || at > 0 && GIVEN.has(word));
        return known ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word;
    }

    private static Stream<String> entries() {
        return Stream.concat(FAMILIES.entries().stream(), GIVEN.entries().stream())
                .map(Folding::exact)
                .distinct();
    }

    /** Without the dot below a «y», and without the tone above a capital that has another mark. */
    private static String worn(String word) {
        String apart = Normalizer.normalize(Folding.exact(word), Normalizer.Form.NFD);
        return TONE_OF_A_MARKED_CAPITAL
                .matcher(DOT_BELOW_Y.matcher(apart).replaceAll("y"))
                .replaceFirst("$1$2");
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
