package vn.sohoa.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import vn.sohoa.Sheet;
import vn.sohoa.page.PageText;

class WordModelTest {
    private static final List<String> FAMILIES =
            List.of("Trần", "Lê", "Phạm", "Vũ", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý");

    private static final Map<String, List<PaperWords>> PAPERS =
            Map.of("giay_vay", papers(WordModelTest::loan), "giay_nghi", papers(WordModelTest::leave));

    private static List<PaperWords> papers(IntFunction<String> paper) {
        return IntStream.range(0, 20)
                .mapToObj(i -> PaperWords.of(Sheet.of(paper.apply(i))))
                .toList();
    }

    private static String loan(int number) {
        return """
                GIẤY VAY TIỀN
                Bên cho vay đồng ý cho bên vay một khoản tiền
                Thời hạn vay là mười hai tháng kể từ ngày ký
                Người vay: %s Thị Mẫu %s
                Hai bên cam kết thực hiện đúng những điều đã thỏa thuận
                """.formatted(FAMILIES.get(number % FAMILIES.size()), "x".repeat(number + 2));
    }

    private static String leave(int number) {
        return """
                ĐƠN XIN NGHỈ PHÉP
                Tôi làm đơn này kính mong lãnh đạo cơ quan cho tôi được nghỉ phép
                Trong thời gian nghỉ phép tôi sẽ bàn giao công việc cho đồng nghiệp
                Người làm đơn: %s Văn Mẫu
                Rất mong được sự chấp thuận của lãnh đạo cơ quan
                """.formatted(FAMILIES.get(number % FAMILIES.size()));
    }

    private static Optional<WordModel.Told> told(String text) {
        return WordModel.learned(PAPERS).orElseThrow().told(PaperWords.of(Sheet.of(text)));
    }

    @Test
    void aPaperWithoutItsTitleIsKnownByItsWords() {
        assertThat(told(loan(3).replaceFirst(".*\n", "")).orElseThrow().type()).isEqualTo("giay_vay");
        assertThat(told(leave(3).replaceFirst(".*\n", "")).orElseThrow().type()).isEqualTo("giay_nghi");
    }

    @Test
    void ofAPaperThatSharesOnlyPhrasesNothingIsSaid() {
        assertThat(told("""
                        Bên cho vay đồng ý cho bên vay một khoản tiền
                        Hợp đồng thuê nhà lập thành hai bản có giá trị như nhau
                        Bên thuê trả tiền nhà vào ngày đầu tháng
                        """)).isEmpty();
        assertThat(told("123 456")).isEmpty();
    }

    @Test
    void whatIsKeptAndReadAgainTellsTheSame() {
        WordModel model = WordModel.learned(PAPERS).orElseThrow();
        WordModel again = WordModel.read(model.bytes());
        assertThat(again.types()).containsExactlyInAnyOrder("giay_vay", "giay_nghi");
        PaperWords words = PaperWords.of(Sheet.of(loan(5)));
        assertThat(again.told(words)).isEqualTo(model.told(words)).isPresent();
        assertThatThrownBy(() -> WordModel.read(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSamePapersMakeTheSameModel() {
        byte[] one = WordModel.learned(PAPERS).orElseThrow().bytes();
        assertThat(Arrays.equals(one, WordModel.learned(PAPERS).orElseThrow().bytes()))
                .isTrue();
    }

    @Test
    void aWordOfOnePersonsPaperIsNotKept() {
        WordModel model = WordModel.learned(PAPERS).orElseThrow();
        assertThat(unpacked(model)).contains("khoan_tien").doesNotContain("xxxxx");
    }

    private static String unpacked(WordModel model) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(model.bytes()))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tooFewPapersTeachNothing() {
        Map<String, List<PaperWords>> few = Map.of(
                "giay_vay", PAPERS.getOrDefault("giay_vay", List.of()),
                "giay_nghi", PAPERS.getOrDefault("giay_nghi", List.of()).subList(0, WordModel.LEAST_PAPERS - 1));
        assertThat(WordModel.learned(few)).isEmpty();
        assertThat(Lesson.of(few)).isEmpty();
    }

    @Test
    void aLessonIsJudgedOnPapersItHadNotSeen() {
        Lesson lesson = Lesson.of(PAPERS).orElseThrow();
        assertThat(lesson.types())
                .extracting(Lesson.Recall::type, Lesson.Recall::papers, Lesson.Recall::wrong)
                .containsExactly(tuple("giay_nghi", 20, 0), tuple("giay_vay", 20, 0));
        assertThat(lesson.types()).allSatisfy(type -> assertThat(type.right()).isEqualTo(20));
        assertThat(lesson.foreign()).isEqualTo(40);
        Map<String, List<PaperWords>> mixed = Map.of(
                "giay_vay", PAPERS.getOrDefault("giay_vay", List.of()),
                "giay_nghi", shuffled());
        assertThat(Lesson.of(mixed).orElseThrow().types().get(0).right())
                .as("papers that say nothing of their own are not known again")
                .isLessThan(10);
    }

    private static List<PaperWords> shuffled() {
        List<PaperWords> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(PaperWords.of(Sheet.of("Một tờ giấy chỉ có chữ " + "y".repeat(i + 2))));
        }
        return all;
    }

    @Test
    void examplesComeBackAsTheyWerePacked() throws Exception {
        PageText page = Sheet.of(loan(1));
        var out = new ByteArrayOutputStream();
        WordExamples.write(Map.of("giay_vay", List.of(PaperWords.lines(page))), out);
        assertThat(WordExamples.read(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(Map.of("giay_vay", List.of(PaperWords.of(page))));
    }
}
