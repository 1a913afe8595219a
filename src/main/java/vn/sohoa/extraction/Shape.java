package vn.sohoa.extraction;

/**
 * Whether words are written in capitals or in small letters with a capital each, by the letters after the first of every word.
 * One misread letter changes nothing; what is neither for the most part is neither.
 */
final class Shape {
    private static final double MOST = 0.8;

    private Shape() {}

    static boolean isInCapitals(String words) {
        return share(words) >= MOST;
    }

    static boolean isSmall(String words) {
        return share(words) >= 0 && share(words) <= 1 - MOST;
    }

    /** Capitals among the letters after the first of each word; negative where there are no such letters. */
    private static double share(String words) {
        int letters = 0;
        int capitals = 0;
        for (String word : words.split(" ")) {
            int first = word.isEmpty() ? 0 : Character.charCount(word.codePointAt(0));
            letters += (int) word.substring(first)
                    .codePoints()
                    .filter(Character::isLetter)
                    .count();
            capitals += (int) word.substring(first)
                    .codePoints()
                    .filter(Character::isUpperCase)
                    .count();
        }
        return letters == 0 ? -1 : (double) capitals / letters;
    }
}
