package vn.sohoa.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.accuracy.Figures.Count;

class ComparisonTest {
    private static final String TRUTH = """
            {"file": "a.pdf", "dpi": 300, "mode": "gray",
             "documents": [{"type": "giay_khai_sinh", "pages": [1, 0], "dossier_code": null,
                            "fields": {"ho_ten": "Lê Thị Hoà", "gioi_tinh": "Nữ", "qr": "x", "thanh_vien": ["y"], "so": ""}}],
             "pages": [
              {"index": 0, "kind": "doc", "type": "giay_khai_sinh", "degradation": "mild", "rotation": 90, "text": "một hai",
               "lines": [{"text": "một", "kind": "print"}, {"text": "hai", "kind": "hand"}, {"text": "dấu", "kind": "stamp"}],
               "barcodes": [{"value": "Q|1"}]},
              {"index": 1, "kind": "doc", "type": "giay_khai_sinh", "degradation": "mild", "rotation": 0, "text": "ba",
               "lines": [{"text": "ba", "kind": "print"}], "barcodes": []},
              {"index": 2, "kind": "blank", "type": null, "degradation": "bleed", "rotation": 0, "text": "", "lines": []}]}
            """;
    private static final String ANSWER = """
            {"source": "in/a.pdf", "state": "IN_REVIEW", "pages": [
              {"index": 0, "kind": "document", "rotation": 90, "text": "một hái", "barcodes": [{"value": "q|1"}]},
              {"index": 1, "kind": "document", "rotation": 0, "text": "ba"},
              {"index": 2, "kind": "blank", "rotation": 0, "text": "vết mực"}],
             "documents": [{"type": "giay_khai_sinh", "pages": [0, 1], "dossierCode": null, "fields": {
               "ho_ten": {"value": "LÊ THỊ HÒA", "needsReview": false},
               "gioi_tinh": {"value": "Nam", "needsReview": false},
               "dan_toc": {"value": "Kinh", "needsReview": true}}}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeTruth() throws IOException {
        Files.writeString(folder.resolve("a.json"), TRUTH);
    }

    private Figures compared(String answer) throws IOException {
        Files.writeString(folder.resolve("results.jsonl"), answer.replace("\n", " ") + "\n");
        return Accuracy.compare(folder, folder.resolve("results.jsonl")).figures();
    }

    @Test
    void rowsAreHeldAgainstEachOtherCellByCell() throws IOException {
        Files.writeString(folder.resolve("a.json"), TRUTH.replace("\"qr\": \"x\"", """
                        "rows": [{"so": "1", "ho_ten": "Lê An", "ghi_chu": ""}, {"so": "2", "ho_ten": "Lê Ba", "ghi_chu": ""}]"""));
        Figures figures = compared(ANSWER.replace("\"dossierCode\": null,", """
                "dossierCode": null, "rows": [{"so": {"value": "1"}, "ho_ten": {"value": "Lê An"}, "ghi_chu": {"value": "x"}}],"""));
        assertThat(figures.get(Count.CASES)).isEqualTo(new Ratio(1, 2));
        assertThat(figures.get(Count.CELLS)).isEqualTo(new Ratio(2, 4));
        assertThat(figures.get(Count.CELLS_INVENTED)).isEqualTo(new Ratio(1, 2));
    }

    @Test
    void everyFigureCountsWhatItsNameSays() throws IOException {
        Figures figures = compared(ANSWER);
        assertThat(figures.get(Count.FILES)).isEqualTo(new Ratio(1, 1));
        assertThat(figures.get(Count.PAGE_KIND)).isEqualTo(new Ratio(3, 3));
        assertThat(figures.get(Count.ORIENTATION)).isEqualTo(new Ratio(2, 2));
        assertThat(figures.get(Count.QR)).isEqualTo(new Ratio(1, 1));
        assertThat(figures.get(Count.SEPARATION)).isEqualTo(new Ratio(1, 1));
        assertThat(figures.get(Count.TYPE)).isEqualTo(new Ratio(1, 1));
        assertThat(figures.get(Count.DOSSIER)).isEqualTo(new Ratio(1, 1));
        assertThat(figures.get(Count.FIELDS)).isEqualTo(new Ratio(1, 2));
        assertThat(figures.get(Count.FIELDS_HARD)).isEqualTo(new Ratio(1, 1));
        assertThat(figures.get(Count.INVENTED)).isEqualTo(new Ratio(1, 3));
        assertThat(figures.get(Count.CONFIDENT)).isEqualTo(new Ratio(2, 2));
        assertThat(figures.get(Count.CONFIDENT_WRONG)).isEqualTo(new Ratio(1, 2));
        assertThat(figures.junk()).isEqualTo(2);
        assertThat(figures.all().errors()).isEqualTo(new Ratio(1, 8));
    }

    /** A card's code and its lines for machines, a day in words and a name in capitals are second sources. */
    @ParameterizedTest
    @CsvSource({
        "Lê Thị Hoà, true",
        "Lê Thị Hoa, false",
        "Việt Nam, false",
        "03/04/1985, true",
        "05/06/1990, false",
        "07/08/1977, true",
        "033085004567, true",
        "12.500.000, false"
    })
    void aSecondSourceIsTheSameSaidInAnotherWay(String value, boolean second) throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                TRUTH.replace(
                        "{\"text\": \"một\", \"kind\": \"print\"}",
                        Stream.of(
                                        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                        "Họ và tên: LÊ THỊ HOÀ, Lê Thị Hoa, quốc tịch Việt Nam",
                                        "sinh ngày 03 tháng 04 năm 1985",
                                        "(ghi bằng chữ: ngày ba tháng tư năm một nghìn chín trăm tám mươi lăm)",
                                        "12.500.000 đồng, trả ngày 05/06/1990",
                                        "vợ: Lê Thị Hoà, IDVNM0850045679033085004567<<7",
                                        "7708074M2708074VNM<<<<<<<<<<<8")
                                .map(line -> "{\"text\": \"" + line + "\", \"kind\": \"print\"}")
                                .collect(Collectors.joining(", "))));
        Truth truth = Truth.in(folder).get(0);
        assertThat(SecondSource.of(truth, truth.documents().get(0)).has(value)).isEqualTo(second);
    }

    @Test
    void whatNeedsNobodyIsCountedByWhetherThePaperSaysItTwice() throws IOException {
        assertThat(compared(ANSWER).get(Count.SECONDED)).isEqualTo(new Ratio(0, 0));
        assertThat(compared(ANSWER).get(Count.ALONE)).isEqualTo(new Ratio(2, 2));
        assertThat(compared(ANSWER).get(Count.ALONE_SETTLED)).isEqualTo(new Ratio(1, 1));
        Files.writeString(folder.resolve("a.json"), TRUTH.replace("\"Q|1\"", "\"033|Lê Thị Hoà|1\""));
        assertThat(compared(ANSWER).get(Count.SECONDED)).isEqualTo(new Ratio(1, 1));
        assertThat(compared(ANSWER).get(Count.ALONE)).isEqualTo(new Ratio(1, 1));
    }

    @Test
    void handwritingStandsApartAndStampsAreNotRead() throws IOException {
        Figures figures = compared(ANSWER);
        assertThat(figures.lines()).isEqualTo(Map.of("print", new Ratio(0, 5), "hand", new Ratio(1, 3)));
        assertThat(figures.by(Figures.By.WRITING).get("print").errors()).isEqualTo(new Ratio(0, 2));
    }

    @Test
    void aPaperOfAnotherTypeOrOtherPagesHasNoRightField() throws IOException {
        assertThat(compared(ANSWER.replace("\"giay_khai_sinh\"", "\"unknown\"")).get(Count.FIELDS))
                .isEqualTo(new Ratio(0, 2));
        Figures cut = compared(ANSWER.replace("\"pages\": [0, 1]", "\"pages\": [0]"));
        assertThat(cut.get(Count.SEPARATION).count()).isZero();
        assertThat(cut.get(Count.TYPE).count()).isZero();
        assertThat(cut.get(Count.FIELDS).count()).isZero();
    }

    @Test
    void aFileWithoutAnswerIsWrongInEverything() throws IOException {
        Figures figures = compared("");
        assertThat(figures.get(Count.FILES)).isEqualTo(new Ratio(0, 1));
        assertThat(figures.get(Count.ORIENTATION)).isEqualTo(new Ratio(0, 2));
        assertThat(figures.get(Count.FIELDS)).isEqualTo(new Ratio(0, 2));
        assertThat(figures.all().cer()).isEqualTo(1);
    }

    @Test
    void aMissedBarIsToldAndAnUnknownOneToo() throws IOException {
        Figures figures = compared(ANSWER);
        assertThat(Bars.missed(figures, Map.of("most.CER", "0.13", "least.FIELDS", "0.5")))
                .isEmpty();
        assertThat(Bars.missed(figures, Map.of("most.CER", "0.12")))
                .singleElement()
                .asString()
                .contains("0.1250");
        assertThat(Bars.missed(figures, Map.of("least.FIELDS", "0.6"))).hasSize(1);
        assertThat(Bars.missed(figures, Map.of("least.FELDS", "0.6", "CER", "1")))
                .hasSize(2);
    }
}
