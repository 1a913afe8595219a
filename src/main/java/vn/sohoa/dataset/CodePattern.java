package vn.sohoa.dataset;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a digitization code is made up (Circular 01/2023/TT-VPCP, art. 10): text with {@code {holder}}, {@code {paperType}},
 * {@code {unit}} and {@code {year}} in it. What is unknown stays blank; an ordinal follows where a code is taken already.
 */
public record CodePattern(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> KNOWN = Set.of("holder", "paperType", "unit", "year");

    public CodePattern {
        Matcher places = PLACE.matcher(text);
        boolean any = false;
        while (places.find()) {
            any = true;
            if (!KNOWN.contains(places.group(1))) {
                throw new IllegalArgumentException(places.group());
            }
        }
        if (!any) {
            throw new IllegalArgumentException(text);
        }
    }

    /** The code without an ordinal. */
    public String stem(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
