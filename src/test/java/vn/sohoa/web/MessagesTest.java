package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.PageKind;
import vn.sohoa.scan.Stage;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Subject;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)[(}]");

    private final Properties vi = load("vi");
    private final Properties en = load("en");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceHolders() {
        assertThat(en.stringPropertyNames()).isEqualTo(vi.stringPropertyNames());
        for (String key : vi.stringPropertyNames()) {
            assertThat(places(en.getProperty(key))).as(key).isEqualTo(places(vi.getProperty(key)));
            assertThat(en.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(vi.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
        }
    }

    @Test
    void vietnameseIsWrittenInOneForm() {
        for (String key : vi.stringPropertyNames()) {
            String text = vi.getProperty(key);
            assertThat(java.text.Normalizer.isNormalized(text, java.text.Normalizer.Form.NFC))
                    .as(key)
                    .isTrue();
        }
    }

    @Test
    void everyKeyInATemplateIsThere() throws IOException {
        List<String> asked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher keys = KEY.matcher(Files.readString(file));
                while (keys.find()) {
                    asked.add(keys.group(1));
                }
            }
        }
        assertThat(asked).isNotEmpty();
        assertThat(vi.stringPropertyNames()).containsAll(asked);
    }

    @Test
    void everyStateStageAndStandingHasItsWords() {
        Set<String> wanted = new TreeSet<>();
        for (Stage stage : Stage.values()) {
            wanted.add("stage." + stage);
            wanted.add("state." + stage.subject() + "." + stage.from());
            wanted.add("state." + stage.subject() + "." + stage.during());
        }
        for (State state : State.values()) {
            if (state.endsScan()) {
                wanted.add("state.SCAN." + state);
            }
        }
        for (Standing standing : Standing.values()) {
            wanted.add("standing." + standing);
            wanted.add("standing." + standing + ".short");
            standing.states().forEach(state -> wanted.add("state.SCAN." + state));
        }
        for (State end : List.of(State.READ, State.STUCK)) {
            wanted.add("state.PAGE." + end);
        }
        for (State end : List.of(State.IN_REVIEW, State.STUCK)) {
            wanted.add("state.DOCUMENT." + end);
        }
        for (PageKind kind : PageKind.values()) {
            wanted.add("kind." + kind);
        }
        for (Subject subject : Subject.values()) {
            wanted.add("subject." + subject);
        }
        assertThat(vi.stringPropertyNames()).containsAll(wanted);
    }

    private static Set<Integer> places(String text) {
        Set<Integer> places = new TreeSet<>();
        for (int i = 0; i < new MessageFormat(text).getFormatsByArgumentIndex().length; i++) {
            places.add(i);
        }
        return places;
    }

    private static Properties load(String language) {
        Properties all = new Properties();
        Path file = Path.of("src/main/resources/messages_" + language + ".properties");
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
