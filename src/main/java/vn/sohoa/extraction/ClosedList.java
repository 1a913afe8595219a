package vn.sohoa.extraction;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.sohoa.common.Folding;

/**
 * A closed list, and what a misread word was where it can only be one of it. A recognizer takes one mark for another far more
 * often than one letter for another, so a wrong letter counts as much as three wrong marks; what is no letter counts as a mark.
 * The dot below a letter is lost more easily than any other mark, and counts half.
 */
final class ClosedList {
    private static final int LOST_DOT = 1;
    private static final int MARK = 2;
    private static final int LETTER = 3 * MARK;
    private static final int MOST_MARKS = 2 * MARK;
    /** How much nearer a common entry counts: a mark and a half. */
    private static final int NEARER = 3;

    private static final int DOT_BELOW = 0x323;
    /** In a shorter word a wrong letter leaves too little of it. */
    private static final int LONG_ENOUGH = 3;

    private static final Map<Character, String> APART = new ConcurrentHashMap<>();

    private final List<String> entries;
    private final List<String> exact;
    private final Set<String> known;
    private final int common;

    private ClosedList(List<String> entries, int common) {
        this.entries = List.copyOf(entries);
        this.exact = entries.stream().map(Folding::exact).toList();
        this.known = Set.copyOf(exact);
        this.common = common;
    }

    /** @param common so many of them, the first, are so common that they are told from a rare one by a mark more */
    static ClosedList of(List<String> entries, int common) {
        return new ClosedList(entries.stream().distinct().collect(Collectors.toList()), common);
    }

    List<String> entries() {
        return entries;
    }

    /** Whether it has the word, in capitals or not, whichever way its tone mark is placed. */
    boolean has(String word) {
        return known.contains(Folding.exact(word));
    }

    /** Whether it has the word among the common ones. */
    boolean hasCommon(String word) {
        int at = exact.indexOf(Folding.exact(word));
        return at >= 0 && at < common;
    }

    /** The one entry that is nearest, by some marks or a single letter; nothing where two are as near. */
    Optional<String> nearest(String word) {
        String read = Folding.exact(word);
        int most = Folding.letters(word).length() >= LONG_ENOUGH ? LETTER : MOST_MARKS;
        int best = Integer.MAX_VALUE;
        Optional<String> nearest = Optional.empty();
        for (int at = 0; at < entries.size(); at++) {
            int distance = distance(exact.get(at), read, most);
            int rank = distance - (at < common ? NEARER : 0);
            if (distance > most || rank > best) {
                continue;
            }
            nearest = rank < best ? Optional.of(entries.get(at)) : Optional.empty();
            best = rank;
        }
        return nearest;
    }

    /** In half marks; more than {@code most} says only that it is more. */
    private static int distance(String known, String read, int most) {
        if (MARK * Math.abs(known.length() - read.length()) > most) {
            return most + 1;
        }
        int[] before = new int[read.length() + 1];
        for (int j = 1; j <= read.length(); j++) {
            before[j] = before[j - 1] + weight(read.charAt(j - 1));
        }
        for (int i = 1; i <= known.length(); i++) {
            int[] row = new int[read.length() + 1];
            char letter = known.charAt(i - 1);
            row[0] = before[0] + weight(letter);
            int least = row[0];
            for (int j = 1; j <= read.length(); j++) {
                char other = read.charAt(j - 1);
                row[j] = Math.min(
                        before[j - 1] + change(letter, other),
                        Math.min(before[j] + weight(letter), row[j - 1] + weight(other)));
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            before = row;
        }
        return before[read.length()];
    }

    private static int weight(char letter) {
        return Character.isLetterOrDigit(letter) ? LETTER : MARK;
    }

    private static int change(char a, char b) {
        if (a == b) {
            return 0;
        }
        if (!Character.isLetter(a) && !Character.isLetter(b)) {
            return MARK;
        }
        String one = apart(a);
        String other = apart(b);
        if (one.charAt(0) != other.charAt(0)) {
            return LETTER;
        }
        int[] lost = one.chars().filter(mark -> other.indexOf(mark) < 0).toArray();
        long more = other.chars().filter(mark -> one.indexOf(mark) < 0).count();
        if (more == 0 && lost.length == 1 && lost[0] == DOT_BELOW) {
            return LOST_DOT;
        }
        return (int) Math.min(MOST_MARKS, MARK * Math.max(lost.length, more));
    }

    /** The letter, then its marks; the bar of «đ» is one. */
    private static String apart(char letter) {
        return APART.computeIfAbsent(
                letter, sign -> sign == 'đ' ? "d-" : Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFD));
    }
}
