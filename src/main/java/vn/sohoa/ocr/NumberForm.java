package vn.sohoa.ocr;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a number can be by its signs: a day, a year, the number of a person or of a telephone, or any other. */
enum NumberForm {
    DAY,
    YEAR,
    PERSON,
    TELEPHONE,
    ANY,
    /** A day or a year that never was. */
    IMPOSSIBLE;

    private static final Pattern DAY_SIGNS = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern YEAR_SIGNS = Pattern.compile("\\d{4}");
    private static final Pattern PERSON_SIGNS = Pattern.compile("0\\d{11}");
    private static final Pattern TELEPHONE_SIGNS = Pattern.compile("0\\d{9}");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    static NumberForm of(String number) {
        if (YEAR_SIGNS.matcher(number).matches()) {
            return within(number, FIRST_YEAR, LAST_YEAR) ? YEAR : IMPOSSIBLE;
        }
        Matcher day = DAY_SIGNS.matcher(number);
        if (day.matches()) {
            boolean possible = within(day.group(1), 1, DAYS)
                    && within(day.group(2), 1, MONTHS)
                    && within(day.group(3), FIRST_YEAR, LAST_YEAR);
            return possible ? DAY : IMPOSSIBLE;
        }
        if (PERSON_SIGNS.matcher(number).matches()) {
            return PERSON;
        }
        return TELEPHONE_SIGNS.matcher(number).matches() ? TELEPHONE : ANY;
    }

    /** Its signs tell what it is. */
    boolean isTold() {
        return this != ANY && this != IMPOSSIBLE;
    }

    /** Whether a number of this form would be given up for one that is none of it. */
    boolean spoiledBy(NumberForm other) {
        return other == IMPOSSIBLE ? this != IMPOSSIBLE : isTold() && this != other;
    }

    private static boolean within(String number, int least, int most) {
        int value = Integer.parseInt(number);
        return value >= least && value <= most;
    }
}
