package vn.sohoa.imaging;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Vietnamese encodings before Unicode, told by the names of their fonts: TCVN 5712 (ABC, fonts {@code .Vn…}), where each
 * letter stands at the code point of another one, and VNI (fonts {@code VNI-…}), where a mark is a letter of its own behind
 * its vowel. What a text layer says in them can be made into Unicode; whether it is what the paper shows is for a person to
 * see.
 */
enum OldLetters {
    TCVN3,
    VNI;

    private static final Pattern TCVN3_FONT = Pattern.compile("(?:[A-Z]{6}\\+)?\\.V[nN].*");
    private static final Pattern VNI_FONT = Pattern.compile("(?:[A-Z]{6}\\+)?(?:VNI[-_]|VN[IU]?\\d).*");
    /** Letters of Vietnamese beyond these have no old code: who uses them writes Unicode in a font of an old name. */
    private static final int LATIN_1 = 0xFF;

    private static final String TCVN3_CODES =
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦";
    private static final String TCVN3_LETTERS =
            "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

    /** The code of ư is that of the soft hyphen, which many programs make a hyphen. */
    private static final Pattern HYPHEN = Pattern.compile("-(?=\\p{Ll})");

    private static final Map<Character, Character> TCVN3_MAP = tcvn3Map();
    private static final Map<String, String> VNI_MAP = vniMap();

    static Optional<OldLetters> of(String font) {
        if (TCVN3_FONT.matcher(font).matches()) {
            return Optional.of(TCVN3);
        }
        return VNI_FONT.matcher(font).matches() ? Optional.of(VNI) : Optional.empty();
    }

    /** The same in Unicode, NFC; what is Unicode already stays. */
    String unicode(String text, String font) {
        if (text.chars().anyMatch(c -> c > LATIN_1)) {
            return text;
        }
        return switch (this) {
            case TCVN3 -> tcvn3(text, font.endsWith("H"));
            case VNI -> vni(text);
        };
    }

    /** @param capitals the font shows capitals for all its letters */
    private static String tcvn3(String text, boolean capitals) {
        StringBuilder letters = new StringBuilder();
        for (char c : HYPHEN.matcher(text).replaceAll("\u00AD").toCharArray()) {
            letters.append(TCVN3_MAP.getOrDefault(c, c).charValue());
        }
        return capitals ? letters.toString().toUpperCase(Locale.ROOT) : letters.toString();
    }

    private static String vni(String text) {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            String two = text.substring(at, Math.min(text.length(), at + 2));
            String one = text.substring(at, at + 1);
            if (VNI_MAP.containsKey(two)) {
                letters.append(VNI_MAP.get(two));
                at++;
            } else {
                letters.append(VNI_MAP.getOrDefault(one, one));
            }
        }
        return letters.toString();
    }

    private static Map<Character, Character> tcvn3Map() {
        Map<Character, Character> map = new HashMap<>();
        for (int i = 0; i < TCVN3_CODES.length(); i++) {
            map.put(TCVN3_CODES.charAt(i), TCVN3_LETTERS.charAt(i));
        }
        return map;
    }

    private static Map<String, String> vniMap() {
        Map<String, String> map = new HashMap<>();
        String plain = "øùûõï"; // grave, acute, hook, tilde, dot
        vowel(map, "a", plain, "àáảãạ");
        vowel(map, "a", "êèéúüë", "ăằắẳẵặ");
        vowel(map, "a", "âàáåãä", "âầấẩẫậ");
        vowel(map, "e", plain, "èéẻẽẹ");
        vowel(map, "e", "âàáåãä", "êềếểễệ");
        vowel(map, "o", plain, "òóỏõọ");
        vowel(map, "o", "âàáåãä", "ôồốổỗộ");
        vowel(map, "ô", plain, "ờớởỡợ");
        vowel(map, "u", plain, "ùúủũụ");
        vowel(map, "ö", plain, "ừứửữự");
        vowel(map, "y", "øùûõ", "ỳýỷỹ");
        both(map, "ô", "ơ");
        both(map, "ö", "ư");
        both(map, "æ", "ỉ");
        both(map, "ó", "ĩ");
        both(map, "ò", "ị");
        both(map, "î", "ỵ");
        both(map, "ñ", "đ");
        return map;
    }

    private static void vowel(Map<String, String> map, String vowel, String marks, String letters) {
        for (int i = 0; i < marks.length(); i++) {
            String mark = marks.substring(i, i + 1);
            String letter = letters.substring(i, i + 1);
            both(map, vowel + mark, letter);
            map.put(upper(vowel) + mark, upper(letter));
        }
    }

    private static void both(Map<String, String> map, String code, String letter) {
        map.put(code, letter);
        map.put(upper(code), upper(letter));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
