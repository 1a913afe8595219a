package vn.sohoa.classification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Made papers to learn from, as the package carries them: gzip, a line a paper, its type before a tab, lines of words by bars. */
public final class WordExamples {
    private static final String LINES = "|";
    private static final String WORDS = " ";

    private WordExamples() {}

    /** @param papers by type, each as {@link PaperWords#lines} tells it */
    public static void write(Map<String, List<List<List<String>>>> papers, OutputStream out) throws IOException {
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            for (Map.Entry<String, List<List<List<String>>>> type : new TreeMap<>(papers).entrySet()) {
                for (List<List<String>> lines : type.getValue()) {
                    String text = String.join(
                            LINES,
                            lines.stream()
                                    .map(words -> String.join(WORDS, words))
                                    .toList());
                    packed.write((type.getKey() + "\t" + text + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    public static Map<String, List<PaperWords>> read(InputStream in) {
        Map<String, List<PaperWords>> papers = new TreeMap<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                papers.computeIfAbsent(line.substring(0, tab), type -> new ArrayList<>())
                        .add(PaperWords.of(lines(line.substring(tab + 1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return papers;
    }

    private static List<List<String>> lines(String text) {
        return Arrays.stream(text.split("\\|"))
                .map(line -> List.of(line.split(WORDS)))
                .toList();
    }
}
