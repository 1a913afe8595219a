package vn.sohoa.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an administrative-procedure dossier. The old form ({@code 000.00.18.H23-230215-0012}, Circular
 * 01/2018/TT-VPCP) and the new one ({@code H23.18-230215-0012}, Decision 20/2020/QĐ-TTg) of the same number are equal;
 * codes of other systems are taken as they are.
 *
 * @param text as it was written, without spaces around it
 * @param canonical the new form in upper case; what is compared, and fit to be a folder's name
 */
public record DossierCode(String text, String canonical) {
    private static final Pattern OLD =
            Pattern.compile("([0-9A-Z]{3})\\.([0-9A-Z]{2})\\.([0-9A-Z]{2})\\.([A-Z]\\d{2})-(\\d{6}-\\d{4})");
    private static final Pattern NEW = Pattern.compile("[A-Z]\\d{2}(\\.[0-9A-Z]{2,3}){0,4}-\\d{6}-\\d{4,5}");
    private static final Pattern FOREIGN = Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9._-]{4,49}");
    private static final Pattern NOTHING = Pattern.compile("0+");

    /** Nothing where the text cannot be a dossier's number. */
    public static Optional<DossierCode> parse(String written) {
        String text = written.strip();
        String upper = text.toUpperCase(Locale.ROOT);
        Matcher old = OLD.matcher(upper);
        if (old.matches()) {
            return Optional.of(new DossierCode(text, newForm(old)));
        }
        boolean known = NEW.matcher(upper).matches() || FOREIGN.matcher(upper).matches();
        return known ? Optional.of(new DossierCode(text, upper)) : Optional.empty();
    }

    /** Whether it has one of the two forms of the law, rather than another system's. */
    public boolean isNational() {
        return NEW.matcher(canonical).matches();
    }

    private static String newForm(Matcher old) {
        List<String> groups = new ArrayList<>(List.of(old.group(1), old.group(2), old.group(3), old.group(4)));
        Collections.reverse(groups);
        groups.removeIf(group -> NOTHING.matcher(group).matches());
        return String.join(".", groups) + "-" + old.group(5);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DossierCode code && code.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
