package vn.sohoa.ocr;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Vietnamese syllables are spelled: a beginning, a rime, one of six tones. */
final class Syllables {
    private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern SYLLABLE =
            Pattern.compile("(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?" + "(\\p{L}+)");
    private static final Set<String> RIMES =
            Set.of(("a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
                            + "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
                            + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
                            + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot "
                            + "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
                            + "u ua uân uâng uât uây uc uê uênh uêch ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu uêu "
                            + "ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ")
                    .split(" "));

    private Syllables() {}

    /** Whether the word, without the signs around it, could be a Vietnamese syllable. */
    static boolean isVietnamese(String word) {
        String letters = EDGES.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
        Matcher syllable = SYLLABLE.matcher(withoutTone(letters));
        return syllable.matches() && (RIMES.contains(syllable.group(1)) || hasRime(withoutTone(letters)));
    }

    /** The beginnings "gi" and "qu" share their vowel with some rimes. */
    private static boolean hasRime(String toneless) {
        return toneless.startsWith("gi") && RIMES.contains(toneless.substring(1))
                || toneless.startsWith("qu") && RIMES.contains(toneless.substring(1));
    }

    private static String withoutTone(String letters) {
        String apart = Normalizer.normalize(letters, Normalizer.Form.NFD);
        return Normalizer.normalize(TONE.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }
}
