package vn.sohoa.organization;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** What a password must be: eight characters of four kinds, and nothing that is known. Letters of any language count. */
public final class PasswordRules {
    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    private PasswordRules() {}

    /** What is wrong with a password. */
    public enum Complaint {
        SHORT,
        LONG,
        NO_UPPER,
        NO_LOWER,
        NO_DIGIT,
        NO_SPECIAL,
        HAS_NAME,
        SAME,
        /** What was given as the present one is not. */
        WRONG_PRESENT,
        /** Typed twice, not the same. */
        DIFFERENT
    }

    static Set<Complaint> complaints(String name, String password) {
        Set<Complaint> complaints = EnumSet.noneOf(Complaint.class);
        int length = password.codePointCount(0, password.length());
        add(complaints, Complaint.SHORT, length < SHORTEST);
        add(complaints, Complaint.LONG, length > LONGEST);
        add(complaints, Complaint.NO_UPPER, none(password, Character::isUpperCase));
        add(complaints, Complaint.NO_LOWER, none(password, Character::isLowerCase));
        add(complaints, Complaint.NO_DIGIT, none(password, Character::isDigit));
        add(
                complaints,
                Complaint.NO_SPECIAL,
                none(password, c -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c)));
        add(complaints, Complaint.HAS_NAME, password.toLowerCase(Locale.ROOT).contains(name));
        return complaints;
    }

    private static boolean none(String password, IntPredicate kind) {
        return password.codePoints().noneMatch(kind);
    }

    private static void add(Set<Complaint> complaints, Complaint complaint, boolean justified) {
        if (justified) {
            complaints.add(complaint);
        }
    }
}
