package vn.sohoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sohoa.Sheet;
import vn.sohoa.catalog.CatalogFiles;
import vn.sohoa.classification.Paper;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;
import vn.sohoa.scan.FieldValue;

/** A type of paper that nobody planned is one file in the office's own folder: it is told apart and read without Java. */
class NewTypeTest {
    private static final Path OWN = Path.of("src/test/resources/own-catalog/types/giay_muon_hoi_truong.yaml");
    private static final String PAPER = """
            UBND XÃ MẪU    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Số: 17/GM    Độc lập - Tự do - Hạnh phúc
            GIẤY MƯỢN HỘI TRƯỜNG
            BÊN MƯỢN:
            Họ và tên: TRẦN THỊ MẪU
            Điện thoại: 0912345678
            BÊN GIAO:
            Họ và tên: Lê Văn Giao    Điện thoại: 0987654321
            Bên mượn hội trường để tổ chức đám cưới cho con.
            Ngày mượn: 12/10/2026    Số bàn ghế: 40
                                                            CHỦ TỊCH
                                                        Phạm Văn Ký
            """;

    @Test
    void oneFileIsEnough() throws IOException {
        Understanding understanding = with(Files.readString(OWN));
        List<SeenPage> pages = List.of(page(PAPER));
        List<Paper> papers = understanding.papers(pages);
        assertThat(papers)
                .singleElement()
                .satisfies(paper -> assertThat(paper.verdict().type()).isEqualTo("giay_muon_hoi_truong"));
        assertThat(values(understanding, pages))
                .containsOnly(
                        Map.entry("so", "17"),
                        Map.entry("nguoi_muon", "Trần Thị Mẫu"),
                        Map.entry("dien_thoai", "0912345678"),
                        Map.entry("nguoi_giao", "Lê Văn Giao"),
                        Map.entry("muc_dich", "đám cưới cho con"),
                        Map.entry("ngay_muon", "12/10/2026"),
                        Map.entry("co_quan", "UBND XÃ MẪU"),
                        Map.entry("nguoi_ky", "Phạm Văn Ký"));
    }

    @Test
    void withoutItsFileThePaperIsUnknown() {
        Understanding understanding = with("");
        assertThat(understanding.papers(List.of(page(PAPER))))
                .singleElement()
                .satisfies(paper -> assertThat(paper.verdict().isKnown()).isFalse());
    }

    private static Map<String, String> values(Understanding understanding, List<SeenPage> pages) {
        return understanding.fields("giay_muon_hoi_truong", pages).stream()
                .collect(Collectors.toMap(FieldValue::code, FieldValue::value));
    }

    private static Understanding with(String own) {
        List<CatalogFiles.File> types = new ArrayList<>(FieldTrial.files("types"));
        if (!own.isEmpty()) {
            types.add(new CatalogFiles.File(OWN.toString(), own));
        }
        return Understanding.by(List.copyOf(CatalogFiles.read(types, List.of()).types()), Certainty.NONE);
    }

    private static SeenPage page(String text) {
        PageText page = Sheet.of(text);
        return new SeenPage(FieldTrial.view(0, PageKind.DOCUMENT, page), page);
    }
}
