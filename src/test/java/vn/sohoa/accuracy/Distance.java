package vn.sohoa.accuracy;

/** Edit distances, counted in code points. */
final class Distance {
    private Distance() {}

    /** Fewest edits that turn one text into the other. */
    static int whole(String one, String other) {
        int[] row = lastRow(one, other, true);
        return row[row.length - 1];
    }

    /** Fewest edits that turn the pattern into some piece of the text: where it stands does not matter. */
    static int within(String pattern, String text) {
        int best = Integer.MAX_VALUE;
        for (int cost : lastRow(pattern, text, false)) {
            best = Math.min(best, cost);
        }
        return best;
    }

    private static int[] lastRow(String pattern, String text, boolean anchored) {
        int[] letters = text.codePoints().toArray();
        int[] row = new int[letters.length + 1];
        if (anchored) {
            for (int j = 0; j < row.length; j++) {
                row[j] = j;
            }
        }
        int done = 0;
        for (int letter : pattern.codePoints().toArray()) {
            int diagonal = row[0];
            row[0] = ++done;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (letters[j - 1] == letter ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row;
    }
}
