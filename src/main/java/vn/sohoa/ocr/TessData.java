package vn.sohoa.ocr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds Tesseract's trained data: where the environment says, else where Debian and the others put it. */
final class TessData {
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/share/tesseract-ocr/5/tessdata",
            "/usr/share/tesseract-ocr/4.00/tessdata",
            "/usr/share/tesseract/tessdata",
            "/usr/share/tessdata",
            "/usr/local/share/tessdata");

    private TessData() {}

    /** The first folder that has the data of every language named ({@code a+b}). */
    static Optional<Path> folder(String language, Map<String, String> environment) {
        String prefix = environment.getOrDefault("TESSDATA_PREFIX", "");
        Stream<Path> named = prefix.isBlank() ? Stream.of() : Stream.of(Path.of(prefix), Path.of(prefix, "tessdata"));
        return Stream.concat(named, USUAL_PLACES.stream().map(Path::of))
                .filter(folder -> Stream.of(language.split("\\+"))
                        .allMatch(one -> Files.isReadable(folder.resolve(one + ".traineddata"))))
                .findFirst();
    }
}
