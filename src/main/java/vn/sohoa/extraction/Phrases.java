package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;

/** Values in running text: what follows certain words, up to the end of the name, the number or the sentence. */
final class Phrases {
    private static final double SURENESS = 0.9;
    private static final double NEXT_LINE = 2.5;
    /** Running text goes on in the next line where it comes near to the right margin. */
    private static final double NEAR_MARGIN = 6;

    private static final int LINES = 3;
    private static final int WORDS_OF_A_NUMBER = 4;
    private static final int WORDS_OF_A_DATE = 8;
    /** So many letters of a phrase read wrong make it no other one. */
    private static final int FEW = 1;

    private final Sheets sheets;

    Phrases(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * By phrase, from the top of the document down; what was read as one with several letters wrong comes last: «xem xét, giải
     * quyết chế độ» is rather «xem xét» than «xem xét giải quyết cho tôi».
     */
    List<Reach> of(FieldRule rule) {
        List<Reach> found = new ArrayList<>();
        List<Reach> doubtful = new ArrayList<>();
        for (String phrase : rule.phrases()) {
            Wanted wanted = Wanted.of(rule, phrase);
            for (int at = 0; at < sheets.rows().size(); at++) {
                int own = sheets.rows().get(at).tokens().size();
                List<Token> tokens = withNextRow(at);
                for (int from = 0; from < own; from++) {
                    End end = end(wanted, tokens, from);
                    List<Token> value = value(rule.kind(), rest(at, own, end));
                    if (!value.isEmpty()) {
                        (end.errors() <= FEW ? found : doubtful)
                                .add(Reach.of(value, sheets.rows().get(at).page(), SURENESS));
                    }
                }
            }
        }
        found.addAll(doubtful);
        return found;
    }

    private List<Token> rest(int at, int own, End end) {
        if (end.at() < 0) {
            return List.of();
        }
        return end.at() < own ? rest(at, end.at()) : rest(at + 1, end.at() - own);
    }

    /** The tokens of a row, with those of the next where running text goes on there: a phrase may be broken over both. */
    private List<Token> withNextRow(int at) {
        List<Token> tokens = new ArrayList<>(sheets.rows().get(at).tokens());
        if (goesOn(at)) {
            tokens.addAll(sheets.rows().get(at + 1).tokens());
        }
        return tokens;
    }

    private boolean goesOn(int at) {
        Row row = sheets.rows().get(at);
        return sheets.margin(row) - row.right() < NEAR_MARGIN * row.height() && sheets.isNear(at, NEXT_LINE);
    }

    /**
     * @param at the token after a phrase; less than 0 where it does not stand here
     * @param errors letters of it that were read wrong
     */
    private record End(int at, int errors) {}

    private static End end(Wanted wanted, List<Token> tokens, int from) {
        StringBuilder letters = new StringBuilder();
        int bag = 0;
        int best = wanted.most() + 1;
        int end = -1;
        for (int to = from; to < tokens.size(); to++) {
            letters.append(tokens.get(to).letters());
            bag |= tokens.get(to).bag();
            if (letters.length() > wanted.letters().length() + wanted.most()) {
                break;
            }
            int errors = wanted.errors(letters, bag);
            if (errors < best) {
                best = errors;
                end = to + 1;
            }
        }
        return new End(end, best);
    }

    private List<Token> rest(int at, int to) {
        List<Row> rows = sheets.rows();
        List<Token> rest = new ArrayList<>(
                rows.get(at).tokens().subList(to, rows.get(at).tokens().size()));
        for (int next = at; next - at < LINES && goesOn(next); next++) {
            rest.addAll(rows.get(next + 1).tokens());
        }
        return rest;
    }

    private static List<Token> value(FieldKind kind, List<Token> rest) {
        int start = 0;
        while (start < rest.size() && rest.get(start).text().isEmpty()) {
            start++;
        }
        List<Token> text = rest.subList(start, rest.size());
        return switch (kind) {
            case PERSON_NAME -> name(text);
            case PLACE, TEXT -> sentence(text);
            case DATE, PAPER_DATE -> text.subList(0, Math.min(WORDS_OF_A_DATE, text.size()));
            default -> text.subList(0, Math.min(WORDS_OF_A_NUMBER, text.size()));
        };
    }

    private static List<Token> name(List<Token> text) {
        int to = 0;
        while (to < text.size()
                && !text.get(to).text().isEmpty()
                && Character.isUpperCase(text.get(to).text().codePointAt(0))) {
            to++;
            if (text.get(to - 1).text().matches(".*[.,;]") || text.get(to - 1).colon()) {
                break;
            }
        }
        return text.subList(0, to);
    }

    private static List<Token> sentence(List<Token> text) {
        for (int at = 0; at < text.size(); at++) {
            boolean ends = text.get(at).text().endsWith(";")
                    || text.get(at).text().endsWith(".")
                            && (at + 1 == text.size()
                                    || Character.isUpperCase((text.get(at + 1).text() + " ").codePointAt(0)));
            if (ends) {
                return text.subList(0, at + 1);
            }
        }
        return text;
    }
}
