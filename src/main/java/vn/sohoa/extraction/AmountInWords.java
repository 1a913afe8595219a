package vn.sohoa.extraction;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/** Amounts written out in words, as papers repeat them: «(bằng chữ: hai triệu năm trăm nghìn đồng)». */
final class AmountInWords {
    private static final Pattern AMOUNT =
            Pattern.compile("\\bbang chu:? ((?:" + NumberWords.WORD + " )+)(?:dong|met)\\b");

    private AmountInWords() {}

    static OptionalLong in(String text) {
        Matcher matcher = AMOUNT.matcher(Folding.words(text));
        return matcher.find() ? OptionalLong.of(NumberWords.number(matcher.group(1))) : OptionalLong.empty();
    }
}
