package vn.sohoa.web;

import java.util.List;
import java.util.Locale;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.classification.Lesson;

/**
 * A model of words as a screen shows it.
 *
 * @param right in percent, of its papers
 * @param wrong of its papers
 * @param strangers how many papers of types unknown to it got a type, of how many
 */
record WordModelLine(
        int number,
        String made,
        String from,
        String right,
        int wrong,
        String strangers,
        String state,
        boolean inForce,
        List<Type> types) {
    /** @param right in percent */
    record Type(String name, int papers, String right, int wrong) {}

    static WordModelLine of(WordModels.Entry entry, Catalog catalog, Words words, Locale locale) {
        int papers = entry.types().stream().mapToInt(Lesson.Recall::papers).sum();
        int right = entry.types().stream().mapToInt(Lesson.Recall::right).sum();
        int wrong = entry.types().stream().mapToInt(Lesson.Recall::wrong).sum();
        String state = words.text("words.state." + entry.state());
        return new WordModelLine(
                entry.number(),
                words.time(entry.madeAt()),
                words.text(
                        "words.origin." + entry.source().origin(),
                        entry.source().papers(),
                        entry.source().confirmed()),
                share(right, papers, words),
                wrong,
                words.text("words.of", entry.foreignNamed(), entry.foreign()),
                entry.decidedBy().isEmpty() ? state : words.text("words.decided", state, entry.decidedBy()),
                entry.state() == WordModels.State.IN_FORCE,
                entry.types().stream()
                        .map(type -> type(type, catalog, words, locale))
                        .toList());
    }

    private static Type type(Lesson.Recall recall, Catalog catalog, Words words, Locale locale) {
        String name = catalog.type(recall.type())
                .map(type -> locale.getLanguage().equals("en") ? type.en() : type.vi())
                .orElse(recall.type());
        return new Type(name, recall.papers(), share(recall.right(), recall.papers(), words), recall.wrong());
    }

    private static String share(int part, int whole, Words words) {
        return words.text("words.percent", whole == 0 ? 0.0 : (double) part / whole);
    }
}
