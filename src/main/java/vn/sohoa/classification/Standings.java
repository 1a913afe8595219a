package vn.sohoa.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;

/** Finds what pages say of their place in a paper. */
public final class Standings {
    private static final double HEAD = 0.4;
    private static final double EDGE = 0.1;
    private static final double LARGE = 1.25;
    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 9;
    private static final int PARTS_OF_A_COUNTRY = 3;
    private static final int PARTS_OF_A_MOTTO = 2;
    /** A sentence has some words; a stroke at the edge or a lone mark is none. */
    private static final int LETTERS_OF_A_SENTENCE = 12;

    private static final List<String> COUNTRY = List.of("conghoa", "xahoi", "chunghia", "vietnam");
    private static final List<String> MOTTO = List.of("doclap", "tudo", "hanhphuc");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** «2», «- 2 -», «Trang 2», «2/3», «Trang 2/3», «Trang 2 trên 3». */
    private static final Pattern NUMBER = Pattern.compile(
            "[-–—.\\s]*(?:(trang|tờ)\\s*(?:số)?\\s*:?\\s*)?(\\d{1,3})(?:\\s*(?:/|\\||trên)\\s*(\\d{1,3}))?[-–—.\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What titles of the catalog begin with. */
    private final Set<String> beginnings;

    public Standings(List<TypeRule> rules) {
        this.beginnings = Classify.beginnings(rules);
    }

    public Standing of(PageText page) {
        List<Line> lines = page.lines()
                .sorted(Comparator.comparingInt(line -> line.box().y()))
                .toList();
        if (lines.isEmpty()) {
            return Standing.NONE;
        }
        int[] numbers = lines.stream()
                .filter(line -> atEdge(line, page))
                .map(line -> numbers(line.text()))
                .filter(found -> found[0] > 0)
                .findFirst()
                .orElse(new int[2]);
        List<String> sentences = page.lines()
                .filter(line -> !atEdge(line, page) || numbers(line.text())[0] == 0)
                .map(Line::text)
                .filter(text -> Folding.letters(text).length() >= LETTERS_OF_A_SENTENCE)
                .toList();
        return new Standing(
                opens(lines, page),
                numbers[0],
                numbers[1],
                !sentences.isEmpty() && Character.isLowerCase(sentences.get(0).codePointAt(0)),
                !sentences.isEmpty() && breaksOff(sentences.get(sentences.size() - 1)));
    }

    private boolean opens(List<Line> lines, PageText page) {
        double usual = Classify.usualHeight(lines);
        return lines.stream()
                .filter(line -> line.box().y() <= page.height() * HEAD)
                .anyMatch(line ->
                        isNational(line.text()) || line.box().height() >= LARGE * usual && isLikeATitle(line.text()));
    }

    /** In running text the country is written in small letters, and the motto not at all. */
    private static boolean isNational(String text) {
        String letters = Folding.letters(text);
        return MOTTO.stream().filter(letters::contains).count() >= PARTS_OF_A_MOTTO
                || COUNTRY.stream().filter(letters::contains).count() >= PARTS_OF_A_COUNTRY
                        && Classify.isInCapitals(text);
    }

    private boolean isLikeATitle(String text) {
        String[] words = SPACE.split(text.strip());
        return words.length >= LEAST_WORDS
                && words.length <= MOST_WORDS
                && Classify.isInCapitals(text)
                && beginnings.contains(Folding.exact(words[0]));
    }

    private static boolean atEdge(Line line, PageText page) {
        return line.box().y() + line.box().height() <= page.height() * EDGE
                || line.box().y() >= page.height() * (1 - EDGE);
    }

    /** The number and of how many; a lone 1 is more often a stroke than a number. */
    private static int[] numbers(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return new int[2];
        }
        int number = Integer.parseInt(matcher.group(2));
        int of = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        boolean told = matcher.group(1) != null || of >= number && of > 1;
        return number == 1 && !told || of > 0 && of < number ? new int[2] : new int[] {number, of};
    }

    private static boolean breaksOff(String text) {
        return text.endsWith(",") || Character.isLowerCase(text.codePointBefore(text.length()));
    }
}
