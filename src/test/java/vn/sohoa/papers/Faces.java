package vn.sohoa.papers;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Faces with all Vietnamese letters, from Debian's packages; {@code infra/papers.sh} installs them. */
final class Faces {
    private static final String CROSCORE = "/usr/share/fonts/truetype/croscore/";
    private static final String NOTO = "/usr/share/fonts/truetype/noto/";
    private static final String DEJAVU = "/usr/share/fonts/truetype/dejavu/";
    private static final String GYRE = "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyre";

    /** A family: upright, bold, italic, both. */
    enum Face {
        TINOS(CROSCORE + "Tinos-", "Regular.ttf", "Bold.ttf", "Italic.ttf", "BoldItalic.ttf"),
        ARIMO(CROSCORE + "Arimo-", "Regular.ttf", "Bold.ttf", "Italic.ttf", "BoldItalic.ttf"),
        COUSINE(CROSCORE + "Cousine-", "Regular.ttf", "Bold.ttf", "Italic.ttf", "BoldItalic.ttf"),
        TERMES(GYRE + "termes-", "regular.otf", "bold.otf", "italic.otf", "bolditalic.otf"),
        SCHOLA(GYRE + "schola-", "regular.otf", "bold.otf", "italic.otf", "bolditalic.otf"),
        PAGELLA(GYRE + "pagella-", "regular.otf", "bold.otf", "italic.otf", "bolditalic.otf"),
        HEROS(GYRE + "heros-", "regular.otf", "bold.otf", "italic.otf", "bolditalic.otf"),
        CURSOR(GYRE + "cursor-", "regular.otf", "bold.otf", "italic.otf", "bolditalic.otf"),
        NOTO_SERIF(NOTO + "NotoSerif-", "Regular.ttf", "Bold.ttf", "Italic.ttf", "BoldItalic.ttf"),
        NOTO_SANS(NOTO + "NotoSans-", "Regular.ttf", "Bold.ttf", "Italic.ttf", "BoldItalic.ttf"),
        DEJAVU_SERIF(DEJAVU + "DejaVuSerif", ".ttf", "-Bold.ttf", ".ttf", "-Bold.ttf"),
        /** Like writing by hand. */
        CHORUS(GYRE + "chorus-", "mediumitalic.otf", "mediumitalic.otf", "mediumitalic.otf", "mediumitalic.otf"),
        SETO("/usr/share/fonts/truetype/seto/setofont", ".ttf", ".ttf", ".ttf", ".ttf");

        private final List<Path> files;

        Face(String start, String... ends) {
            files = java.util.Arrays.stream(ends)
                    .map(end -> Path.of(start + end))
                    .toList();
        }
    }

    /** How most offices print, first. */
    static final List<Face> BODIES = List.of(
            Face.TINOS,
            Face.TINOS,
            Face.TERMES,
            Face.TERMES,
            Face.NOTO_SERIF,
            Face.SCHOLA,
            Face.PAGELLA,
            Face.ARIMO,
            Face.HEROS,
            Face.NOTO_SANS,
            Face.DEJAVU_SERIF);

    static final List<Face> TYPEWRITERS = List.of(Face.COUSINE, Face.CURSOR);
    static final List<Face> HANDS = List.of(Face.CHORUS, Face.SETO);

    private static final Map<Path, Font> LOADED = new ConcurrentHashMap<>();

    private Faces() {}

    /** @throws IllegalStateException when a package is missing, with its file */
    static Font font(Face face, int style, double size) {
        return LOADED.computeIfAbsent(face.files.get(style & 3), Faces::load).deriveFont((float) size);
    }

    private static Font load(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("a font is missing, infra/papers.sh installs it: " + file);
        }
        try {
            return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        } catch (FontFormatException e) {
            throw new IllegalStateException(file.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
