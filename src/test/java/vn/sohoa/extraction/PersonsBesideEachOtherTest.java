package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Two persons in the columns of a table, with one label for both. */
class PersonsBesideEachOtherTest {
    private static final Form FORM = new Form(
            List.of(
                    FieldRule.labelled("ten_vo", FieldKind.PERSON_NAME, "Họ và tên")
                            .after("vo"),
                    FieldRule.labelled("ten_chong", FieldKind.PERSON_NAME, "Họ và tên")
                            .after("chong")),
            List.of(new Form.Section("vo", List.of("Vợ")), new Form.Section("chong", List.of("Chồng"))),
            List.of());

    @ParameterizedTest
    @ValueSource(strings = {"Vợ", "Vự", "vd"})
    void eachHasTheDataOfItsColumnThoughALetterOfAShortHeadingWasMisread(String heading) {
        assertThat(values(heading, "Chồng"))
                .containsEntry("ten_vo", "Lê Thị Mẫu")
                .containsEntry("ten_chong", "Trần Văn Mẫu");
    }

    @Test
    void whatStandsUnderAHeadThatCouldNotBeReadIsNobodyElses() {
        assertThat(values("Sà", "Chồng")).doesNotContainKey("ten_vo").containsEntry("ten_chong", "Trần Văn Mẫu");
        assertThat(values("Vợ", "Cong")).containsEntry("ten_vo", "Lê Thị Mẫu").doesNotContainKey("ten_chong");
    }

    private static Map<String, String> values(String left, String right) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(100, 300, left));
        lines.add(line(100, 800, right));
        lines.add(line(160, 50, "Họ và tên"));
        lines.add(line(160, 300, "Lê Thị Mẫu"));
        lines.add(line(160, 800, "Trần Văn Mẫu"));
        List<Block> blocks =
                lines.stream().map(line -> new Block(List.of(line))).toList();
        PageText page = new PageText(1_200, 400, 200, PageText.Source.OCR, blocks);
        return Extraction.of(List.of(page), FORM, List.of(), Certainty.NONE, LocalDate.of(2026, 11, 28)).stream()
                .collect(Collectors.toMap(Found::code, found -> found.value()));
    }

    private static Line line(int y, int x, String text) {
        List<Word> words = new ArrayList<>();
        int at = x;
        for (String word : text.split(" ")) {
            words.add(new Word(word, new Box(at, y, 14 * word.length(), 30), 0.9f));
            at += 14 * word.length() + 12;
        }
        return new Line(words);
    }
}
