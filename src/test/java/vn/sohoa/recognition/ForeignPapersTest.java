package vn.sohoa.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sohoa.Sheet;
import vn.sohoa.catalog.CatalogFiles;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.classification.Verdict;
import vn.sohoa.classification.WordModel;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;

/**
 * Papers as people bring them to a counter for which the catalog has no type, told by rules and the packed model of words
 * together: a type for one of them would be confidently wrong.
 */
class ForeignPapersTest {
    private static Understanding understanding = Understanding.by(List.of(), Certainty.NONE);

    /** @param what none of the catalog's types */
    record Foreign(String what, String text) {
        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeAll
    static void theWholeCatalog() throws IOException {
        WordModel model = WordModel.read(resource("/catalog/words/types.model"));
        understanding = Understanding.by(
                List.copyOf(
                        CatalogFiles.read(FieldTrial.files("types"), List.of()).types()),
                Certainty.NONE,
                () -> Optional.of(new WordModels.InForce(1, model)));
    }

    static Stream<Foreign> papers() throws IOException {
        return Arrays.stream(new String(resource("/foreign/papers.txt"), UTF_8).split("(?m)^# "))
                .filter(text -> !text.isBlank())
                .map(text -> text.split("\n", 2))
                .map(parts -> new Foreign(parts[0], parts[1]));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ForeignPapersTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    private static Verdict verdict(PageText page) {
        return understanding
                .papers(List.of(new SeenPage(FieldTrial.view(0, PageKind.DOCUMENT, page), page)))
                .get(0)
                .verdict();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void aPaperOfAnotherTypeIsUnknown(Foreign paper) {
        assertThat(verdict(Sheet.of(paper.text())).type()).isEqualTo("unknown");
    }

    @Test
    void onesOwnTypesAreKnownHere() {
        assertThat(verdict(Sheet.of("""
                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                        Độc lập - Tự do - Hạnh phúc
                        ĐƠN ĐỀ NGHỊ
                        Kính gửi: Ủy ban nhân dân xã Giả
                        Họ và tên: Lê Mẫu An
                        Tôi xin cam đoan những lời khai trên là đúng
                        """)).type()).isEqualTo("don_de_nghi");
    }

    @Test
    void alsoWhereItsTitleIsGoneOrMuchIsMisread() throws IOException {
        List<String> named = new ArrayList<>();
        int shown = 0;
        for (Foreign paper : papers().toList()) {
            String untitled = paper.text()
                    .lines()
                    .filter(line -> !line.equals(line.toUpperCase(Locale.ROOT)))
                    .reduce("", (all, line) -> all + line + "\n");
            for (int seed = 0; seed < 4; seed++) {
                for (String text : List.of(paper.text(), untitled)) {
                    PageText page = Sheet.of(text);
                    Verdict verdict = verdict(seed == 0 ? page : new Misreading(0.02 * seed, seed).of(page));
                    shown++;
                    if (!verdict.type().equals("unknown")) {
                        named.add(paper + " " + seed + ": " + verdict);
                    }
                }
            }
        }
        assertThat(shown).isGreaterThan(400);
        assertThat(named).isEmpty();
    }
}
