package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sohoa.Sheet;
import vn.sohoa.page.PageText;

/** What the rows of a register's pages say. */
class TableRowsTest {
    private static final Form BIRTHS = new Form(
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    column("so", FieldKind.ORDINAL, "Số", "STT"),
                    column("ho_ten", FieldKind.PERSON_NAME, "Họ và tên", "Họ tên"),
                    column("ngay_sinh", FieldKind.DATE, "Ngày sinh"),
                    column("ho_ten_me", FieldKind.PERSON_NAME, "Họ và tên mẹ", "Người mẹ họ tên"),
                    column("noi_cu_tru", FieldKind.PLACE, "Nơi cư trú")));
    private static final String HEAD = "Số|Họ và tên|Ngày sinh|Họ và tên mẹ|Nơi cư trú";
    private static final String AN = "1|Nguyễn Văn An|02/02/2005|Trần Thị Mẹ|thôn Một, xã~Mẫu, huyện Mẫu";
    private static final String BINH = "2|Lê Thị Bình|3/4/2005||";

    @Test
    void eachRowIsACaseWithTheValuesOfItsColumns() {
        assertThat(rows(Sheet.table("SỔ ĐĂNG KÝ", HEAD, AN, BINH)))
                .containsExactly(
                        Map.of(
                                "so", "1",
                                "ho_ten", "Nguyễn Văn An",
                                "ngay_sinh", "02/02/2005",
                                "ho_ten_me", "Trần Thị Mẹ",
                                "noi_cu_tru", "thôn Một, xã Mẫu, huyện Mẫu"),
                        Map.of("so", "2", "ho_ten", "Lê Thị Bình", "ngay_sinh", "03/04/2005"));
    }

    @Test
    void headsMayBeMisreadNumberedAndInAnyOrder() {
        assertThat(rows(Sheet.table(
                        "SỔ", "STT|Ngay sịnh|Ho va tẽn|Ghi chú", "(1)|(2)|(3)|(4)", "12|5/6/1999|Lê Thị Bình|không")))
                .containsExactly(Map.of("so", "12", "ho_ten", "Lê Thị Bình", "ngay_sinh", "05/06/1999"));
    }

    @Test
    void theColumnOfNumbersIsKnownWithoutItsHead() {
        assertThat(rows(Sheet.table("SỔ", "|Họ và tên|Ngày sinh", "12|Lê An|1/2/2003", "13|Lê Ba|3/4/2005")))
                .extracting(row -> row.get("so"))
                .containsExactly("12", "13");
        assertThat(rows(Sheet.table("SỔ", "|Họ và tên|Ngày sinh", "cũ|Lê An|1/2/2003")))
                .containsExactly(Map.of("ho_ten", "Lê An", "ngay_sinh", "01/02/2003"));
    }

    @Test
    void aColumnMayBeNamedByItsGroup() {
        assertThat(rows(Sheet.table("SỔ", "Số|Họ và tên|Người mẹ|<", "||Họ tên|Năm sinh", "1|Lê An|Lê Thị Mẹ|1980")))
                .containsExactly(Map.of("so", "1", "ho_ten", "Lê An", "ho_ten_me", "Lê Thị Mẹ"));
    }

    @Test
    void aTableGoesOnOnTheNextPageWithoutItsHead() {
        assertThat(rows(Sheet.table("SỔ", HEAD, AN), Sheet.table("", BINH, "3|Lê Văn Ba|||")))
                .extracting(row -> row.get("so"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void theHalvesOfADoublePageMakeOneRow() {
        assertThat(rows(
                        Sheet.table("SỔ", "Số|Họ và tên|Ngày sinh", "1|Lê An|1/2/2003", "2|Lê Ba|3/4/2005"),
                        Sheet.table("", "Họ và tên mẹ|Nơi cư trú", "Lê Thị Mẹ|xã Mẫu", "|xã Khác")))
                .containsExactly(
                        Map.of(
                                "so", "1",
                                "ho_ten", "Lê An",
                                "ngay_sinh", "01/02/2003",
                                "ho_ten_me", "Lê Thị Mẹ",
                                "noi_cu_tru", "xã Mẫu"),
                        Map.of("so", "2", "ho_ten", "Lê Ba", "ngay_sinh", "03/04/2005", "noi_cu_tru", "xã Khác"));
    }

    @Test
    void withoutLinesBetweenThemCasesBeginAtTheirNumbers() {
        assertThat(rows(Sheet.table(
                        "SỔ",
                        HEAD,
                        "1~ ~2|Lê An~ ~Lê Ba|1/2/2003~ ~3/4/2005|Lê Thị Mẹ~ ~Trần Thị Má|xã Mẫu~huyện Mẫu~xã Khác")))
                .containsExactly(
                        Map.of(
                                "so", "1",
                                "ho_ten", "Lê An",
                                "ngay_sinh", "01/02/2003",
                                "ho_ten_me", "Lê Thị Mẹ",
                                "noi_cu_tru", "xã Mẫu huyện Mẫu"),
                        Map.of(
                                "so", "2",
                                "ho_ten", "Lê Ba",
                                "ngay_sinh", "03/04/2005",
                                "ho_ten_me", "Trần Thị Má",
                                "noi_cu_tru", "xã Khác"));
    }

    @Test
    void asAboveIsTakenFromAboveAndDoubted() {
        List<List<Found>> rows =
                Extraction.rows(List.of(Sheet.table("SỔ", HEAD, AN, "2|Lê Thị Bình|3/4/2005|-nt-|nt")), BIRTHS);
        Found mother = rows.get(1).stream()
                .filter(value -> value.code().equals("ho_ten_me"))
                .findFirst()
                .orElseThrow();
        assertThat(mother.value()).isEqualTo("Trần Thị Mẹ");
        assertThat(mother.raw()).isEqualTo("-nt-");
        assertThat(mother.rule()).isPresent();
    }

    @Test
    void whatIsNoValueOfItsColumnStaysAsReadAndIsDoubted() {
        Found day = Extraction.rows(List.of(Sheet.table("SỔ", HEAD, "1|Lê An|không rõ||")), BIRTHS).get(0).stream()
                .filter(value -> value.code().equals("ngay_sinh"))
                .findFirst()
                .orElseThrow();
        assertThat(day.value()).isEqualTo("không rõ");
        assertThat(day.rule()).isPresent();
        assertThat(day.needsReview()).isTrue();
    }

    @Test
    void sumsOverTheWholePageAndEmptyRowsAreNoCases() {
        assertThat(rows(Sheet.table("SỔ", HEAD, AN, "||||", "Cộng trang: 1 trường hợp|<|<|<|<")))
                .hasSize(1);
    }

    @Test
    void otherTablesAndPapersWithoutColumnsHaveNoRows() {
        assertThat(rows(Sheet.table("PHIẾU", "Khoản|Số tiền", "Lệ phí|5.000"))).isEmpty();
        assertThat(Extraction.rows(List.of(Sheet.table("SỔ", HEAD, AN)), new Form(List.of())))
                .isEmpty();
        assertThat(rows(Sheet.of("Số Họ và tên Ngày sinh"))).isEmpty();
    }

    private static List<Map<String, String>> rows(PageText... pages) {
        return Extraction.rows(Arrays.asList(pages), BIRTHS).stream()
                .map(row -> row.stream().collect(Collectors.toMap(Found::code, Found::value)))
                .toList();
    }

    private static FieldRule column(String code, FieldKind kind, String... labels) {
        return FieldRule.placed(code, kind, FieldRule.Where.COLUMN, labels);
    }
}
