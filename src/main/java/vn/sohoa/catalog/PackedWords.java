package vn.sohoa.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sohoa.classification.Lesson;
import vn.sohoa.classification.PaperWords;
import vn.sohoa.classification.WordExamples;
import vn.sohoa.classification.WordModel;

/** The model of words that comes with the package, what it was measured by, and the made papers it was learned from. */
public final class PackedWords {
    private static final String FOLDER = "/catalog/words/";
    private static final String CARD = "card.yaml";

    private final byte[] model;

    private PackedWords(byte[] model) {
        this.model = model;
    }

    public static PackedWords open() {
        return new PackedWords(bytes("types.model"));
    }

    /** As {@link WordModel#bytes()} gave it. */
    byte[] model() {
        return model;
    }

    /** The day on which it was learned. */
    LocalDate made() {
        Sheet card = card();
        return card.day("made").orElseThrow(() -> card.faultAt("made", "thiếu «made».", "«made» is missing."));
    }

    private static Sheet card() {
        return Sheet.of("words/" + CARD, new String(bytes(CARD), StandardCharsets.UTF_8));
    }

    /** @throws CatalogFault where the card cannot be used */
    Lesson lesson() {
        Sheet card = card();
        List<Lesson.Recall> types =
                card.sheets("types").stream().map(PackedWords::recall).toList();
        card.day("made");
        card.text("data");
        Lesson lesson = new Lesson(WordModel.read(model), types, card.count("foreign"), card.count("foreignNamed"));
        card.nothingElse();
        return lesson;
    }

    private static Lesson.Recall recall(Sheet one) {
        Lesson.Recall recall =
                new Lesson.Recall(one.text("type"), one.count("papers"), one.count("right"), one.count("wrong"));
        one.nothingElse();
        return recall;
    }

    /** By type. */
    public static Map<String, List<PaperWords>> examples() {
        return WordExamples.read(file("examples.gz"));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = file(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(PackedWords.class.getResourceAsStream(FOLDER + name), name);
    }
}
