package vn.sohoa.classification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sohoa.common.Folding;

/**
 * How well a line is a title, though read with errors and with some noise beside it.
 *
 * @param letters what was read of it, folded
 * @param errors letters of it read wrong
 * @param beside words left and right of it in the same line
 */
record TitleMatch(double confidence, String reason, String letters, int errors, int beside) {
    private static final double TOP = 0.98;
    private static final double MARKS_DIFFER = 0.03;
    private static final double ERROR = 0.05;
    private static final double BESIDE = 0.04;
    private static final double NOT_CAPITALS = 0.15;
    private static final double CAPITALS = 0.6;
    private static final double LARGE = 1.25;
    private static final int LETTERS_PER_ERROR = 7;
    private static final int MOST_BESIDE = 3;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final double MOST_OF_A_TITLE = 0.6;
    private static final int WORDS_OF_A_PART = 2;
    private static final int LETTERS_PER_ERROR_OF_A_WORD = 4;

    /** A title as it is compared. */
    record Title(String text, List<String> words, String letters, int bag, String exact) {
        static Title of(String text) {
            List<String> words = SPACE.splitAsStream(text.strip())
                    .map(Folding::letters)
                    .filter(word -> !word.isEmpty())
                    .toList();
            String letters = Folding.letters(text);
            return new Title(text, words, letters, bits(letters), Folding.exact(text));
        }

        /** Whether a word, folded, is one of its words, as near as it may have been misread. */
        boolean has(String word) {
            return place(word, words, 0) >= 0;
        }

        int most() {
            return letters.length() / LETTERS_PER_ERROR;
        }
    }

    /** A line, or some that follow each other, as it is compared: letters are folded, and run together with their ends. */
    static final class Candidate {
        private final List<String> words;
        private final List<String> letters;
        private final double height;
        private final String all;
        private final int[] ends;
        /** Letters, and capitals among them, of all words before each. */
        private final int[] written;

        private final int[] capitals;
        private final int bag;

        private Candidate(List<String> words, List<String> letters, double height) {
            this.words = words;
            this.letters = letters;
            this.height = height;
            this.all = String.join("", letters);
            this.ends = new int[letters.size() + 1];
            this.written = new int[letters.size() + 1];
            this.capitals = new int[letters.size() + 1];
            for (int i = 0; i < letters.size(); i++) {
                ends[i + 1] = ends[i] + letters.get(i).length();
                String word = words.get(i);
                written[i + 1] = written[i]
                        + (int) word.codePoints().filter(Character::isLetter).count();
                capitals[i + 1] = capitals[i]
                        + (int) word.codePoints().filter(Character::isUpperCase).count();
            }
            this.bag = bits(all);
        }

        /** @param height over the usual one of the page */
        static Candidate of(String line, double height) {
            List<String> words = Arrays.asList(SPACE.split(line.strip()));
            return new Candidate(words, words.stream().map(Folding::letters).toList(), height);
        }

        Candidate and(Candidate next) {
            return new Candidate(joined(words, next.words), joined(letters, next.letters), height);
        }

        private static List<String> joined(List<String> some, List<String> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }

        /** In capitals for the most part, or larger than the rest: all that a title can be. */
        private boolean isTitular(int from, int to) {
            return height >= LARGE || isInCapitals(from, to);
        }

        private boolean isInCapitals(int from, int to) {
            int all = written[to] - written[from];
            return all > 0 && capitals[to] - capitals[from] >= CAPITALS * all;
        }

        private String part(int from, int to) {
            return String.join(" ", words.subList(from, to));
        }
    }

    static Optional<TitleMatch> of(Title title, Candidate line) {
        int most = title.most();
        if (Integer.bitCount(title.bag & ~line.bag) > most) {
            return Optional.empty();
        }
        Optional<TitleMatch> best = Optional.empty();
        for (int from = 0; from < line.words.size(); from++) {
            for (int to = from + 1; to <= line.words.size(); to++) {
                int length = line.ends[to] - line.ends[from];
                if (length > title.letters.length() + most) {
                    break;
                }
                if (length < title.letters.length() - most || !line.isTitular(from, to)) {
                    continue;
                }
                String letters = line.all.substring(line.ends[from], line.ends[to]);
                int errors = Integer.bitCount(title.bag & ~bits(letters)) > most
                        ? most + 1
                        : Folding.distance(letters, title.letters, most);
                if (errors > most) {
                    continue;
                }
                Optional<TitleMatch> match = judged(title, line, from, to, letters, errors);
                if (match.isPresent()
                        && best.filter(b -> b.confidence >= match.get().confidence)
                                .isEmpty()) {
                    best = match;
                }
            }
        }
        return best;
    }

    /**
     * Whether a line is what is left of the title: words of it in their order, most of its letters, and no other word. A
     * word that the title does not have belongs to another title, which we may not know.
     */
    static boolean isPart(Title title, Candidate line) {
        if (!line.isTitular(0, line.words.size())) {
            return false;
        }
        int next = 0;
        int words = 0;
        int letters = 0;
        for (String word : line.letters) {
            if (word.length() <= 1) {
                continue;
            }
            int place = place(word, title.words, next);
            if (place < 0) {
                return false;
            }
            next = place + 1;
            words++;
            letters += title.words.get(place).length();
        }
        return words >= WORDS_OF_A_PART && letters >= MOST_OF_A_TITLE * title.letters.length();
    }

    private static int place(String word, List<String> words, int from) {
        for (int i = from; i < words.size(); i++) {
            int most = words.get(i).length() / LETTERS_PER_ERROR_OF_A_WORD;
            if (Folding.distance(word, words.get(i), most) <= most) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this title is a longer one, of which the words beside may be the rest: «CĂN CƯỚC CỒN6 DÂN». */
    boolean mayGoOnAs(Title other) {
        return beside > 0 && other.letters.length() > letters.length() + errors && other.letters.startsWith(letters);
    }

    /** Whether what was read may as well be this title: with one more letter read wrong at most. */
    boolean mayBe(Title other) {
        return Folding.distance(letters, other.letters, errors + 1) <= errors + 1;
    }

    private static Optional<TitleMatch> judged(
            Title title, Candidate line, int from, int to, String letters, int errors) {
        String part = line.part(from, to);
        int beside = beside(line, from, to);
        boolean capitals = line.isInCapitals(from, to);
        if (beside > 0 && errors > 1 && !hasBothEnds(title, line, from, to)) {
            return Optional.empty(); // «TRÍCH LỤC KHAI [SINH]» is no misread «Trích lục khai tử»
        }
        if (beside > MOST_BESIDE || !capitals && (beside > 0 || line.height < LARGE)) {
            return Optional.empty();
        }
        boolean exact = Folding.exact(part).equals(title.exact);
        double confidence =
                TOP - (exact ? 0 : MARKS_DIFFER) - ERROR * errors - BESIDE * beside - (capitals ? 0 : NOT_CAPITALS);
        String how = exact ? "" : errors == 0 ? " (khác dấu)" : " (đọc sai " + errors + " chữ)";
        return Optional.of(new TitleMatch(
                Math.max(0, confidence),
                "Tiêu đề «%s» khớp với «%s»%s.".formatted(part, title.text, how),
                letters,
                errors,
                beside));
    }

    /** Its first word and its last were read: the words beside it take the place of neither. */
    private static boolean hasBothEnds(Title title, Candidate line, int from, int to) {
        String last = title.words.get(title.words.size() - 1);
        return Folding.distance(line.letters.get(from), title.words.get(0), 1) <= 1
                && Folding.distance(line.letters.get(to - 1), last, 1) <= 1;
    }

    /** Words left and right of the part; what stands in brackets belongs to the title. */
    private static int beside(Candidate line, int from, int to) {
        int count = 0;
        boolean brackets = false;
        for (int i = 0; i < line.words.size(); i++) {
            String word = line.words.get(i);
            brackets |= word.startsWith("(");
            if ((i < from || i >= to) && !brackets && line.letters.get(i).length() > 1) {
                count++;
            }
            brackets &= !word.endsWith(")");
        }
        return count;
    }

    /** Which letters there are, a bit each: most titles are out of the question at a glance. */
    private static int bits(String letters) {
        int bag = 0;
        for (int i = 0; i < letters.length(); i++) {
            bag |= 1 << (letters.charAt(i) & 31);
        }
        return bag;
    }
}
