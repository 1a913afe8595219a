package vn.sohoa.ocr;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sohoa.imaging.Plane;
import vn.sohoa.page.Box;
import vn.sohoa.page.Word;

/**
 * A network without Vietnamese letters, for what is written in few signs: digits, machine-readable zones. Opened when it is
 * first asked: many pages never need it. Not thread-safe.
 */
final class Latin implements AutoCloseable {
    static final String LANGUAGE = "eng";

    private final Supplier<Optional<Tesseract>> engine;
    private @Nullable Tesseract opened;
    private boolean asked;

    Latin(Supplier<Optional<Tesseract>> engine) {
        this.engine = engine;
    }

    /** None at all: nothing is read. */
    static Latin none() {
        return new Latin(Optional::empty);
    }

    /**
     * Reads parts of a page, a line each, with nothing allowed but these characters.
     *
     * @param room that is left around a part, in its heights
     * @return a list a part; empty where there is no such network
     */
    List<List<Word>> read(Plane page, List<Box> parts, String characters, double room) {
        if (!asked) {
            asked = true;
            opened = engine.get().orElse(null);
        }
        if (opened == null || parts.isEmpty()) {
            return List.of();
        }
        opened.only(characters);
        return opened.readLines(
                page, parts.stream().map(part -> grown(part, room, page)).toList());
    }

    private static Box grown(Box box, double share, Plane page) {
        return box.grown((int) Math.round(box.height() * share), page.width(), page.height());
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
