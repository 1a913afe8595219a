package vn.sohoa.web;

import java.util.regex.Pattern;

/** Text from outside, such as a file name, fit to be shown: escaping is the template's work, this is the rest. */
final class Label {
    /** Control characters, line breaks, and what turns the direction of writing (a name that reads "…fdp.exe"). */
    private static final Pattern MISLEADING = Pattern.compile(
            "[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029" + "\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private Label() {}

    static String of(String text) {
        return MISLEADING.matcher(text).replaceAll("\ufffd");
    }
}
