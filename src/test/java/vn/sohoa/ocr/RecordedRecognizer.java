package vn.sohoa.ocr;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.sohoa.measure.Scans;
import vn.sohoa.page.PageText;

/**
 * Speaks the recognizer child's protocol and answers every page with words that a real recognizer has read before, so
 * that what is around recognition can be watched at a speed that recognition does not reach. It comes into the child as a
 * Java agent ({@code sohoa.recognizer.stand-in}) and never lets its {@code main} begin. A page image says by a mark
 * which of the recorded pages it is ({@link Scans}).
 */
public final class RecordedRecognizer {
    static final Pattern MARK = Pattern.compile("recorded=(\\d{3});");
    private static final int HEAD = 512;
    private static final Path PLACE = Path.of("/recorded");

    private record Page(PageText text, byte[] view, byte[] thumbnail) {}

    private RecordedRecognizer() {}

    public static void premain(String arguments) throws IOException {
        OutputStream out = Isolation.takeStandardOutput();
        Isolation.ignoreStopSignals();
        List<Page> pages = pages();
        Wire.write(out, new Message.Ready("recorded words of " + pages.size() + " pages"));
        try {
            DataInputStream in = Wire.in(System.in);
            while (true) {
                if (Wire.read(in) instanceof Message.Read page) {
                    Wire.write(out, answer(page, pages));
                }
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0); // the parent is gone
        }
    }

    private static Message answer(Message.Read asked, List<Page> pages) throws IOException {
        Page page = pages.get(recorded(Path.of(asked.image())) % pages.size());
        if (!asked.view().isEmpty()) {
            Files.write(Path.of(asked.view()), page.view);
            Files.write(Path.of(asked.thumbnail()), page.thumbnail);
        }
        return new Message.Done(asked.ticket(), new Reading(page.text, false));
    }

    private static int recorded(Path image) throws IOException {
        try (InputStream in = Files.newInputStream(image)) {
            Matcher mark = MARK.matcher(new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
            return mark.find() ? Integer.parseInt(mark.group(1)) : 0;
        }
    }

    /** Those that {@link #main} has left in a folder that became part of this agent's jar. */
    private static List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (byte[] words = resource(words(PLACE, 0)); words.length > 0; words = resource(words(PLACE, pages.size()))) {
            int i = pages.size();
            Message recorded = Wire.read(Wire.in(new ByteArrayInputStream(words)));
            pages.add(new Page(
                    ((Message.Done) recorded).reading().text(),
                    resource(view(PLACE, i)),
                    resource(thumbnail(PLACE, i))));
        }
        return pages;
    }

    private static byte[] resource(Path name) throws IOException {
        try (InputStream in = RecordedRecognizer.class.getResourceAsStream(name.toString())) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    static Path words(Path folder, int page) {
        return folder.resolve(page + ".words");
    }

    static Path view(Path folder, int page) {
        return folder.resolve(page + ".view.jpg");
    }

    static Path thumbnail(Path folder, int page) {
        return folder.resolve(page + ".thumb.jpg");
    }

    /** Has real recognizers read these pages and keeps what they say: {@code FOLDER IMAGE …}. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        AtomicLong letters = new AtomicLong();
        try (Recognizers recognizers = new Recognizers(RecognizerSettings.of(2))) {
            IntStream.range(1, arguments.length)
                    .parallel()
                    .forEach(i -> letters.addAndGet(record(recognizers, folder, i - 1, Path.of(arguments[i]))));
        }
        System.out.printf("%d pages, %d letters%n", arguments.length - 1, letters.get());
    }

    private static int record(Recognizers recognizers, Path folder, int index, Path image) {
        try (OutputStream out = Files.newOutputStream(words(folder, index))) {
            Path own = Files.createDirectories(folder.resolve("cut").resolve(String.valueOf(index)));
            Reading reading = recognizers.read(Scans.pageOf(image, own), view(folder, index), thumbnail(folder, index));
            Wire.write(out, new Message.Done(index, reading));
            return reading.text().letters();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
