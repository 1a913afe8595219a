package vn.sohoa.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sohoa.Sheet;
import vn.sohoa.extraction.FieldRule.Where;

/** A birth certificate in print, and what is found on it. */
final class BirthPaper {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    static final List<FieldRule> BIRTH = List.of(
            rule("so", FieldKind.NUMBER, "Số"),
            rule("ho_ten", FieldKind.PERSON_NAME, "Họ và tên", "Họ, chữ đệm, tên"),
            rule("ngay_sinh", FieldKind.DATE, "Ngày, tháng, năm sinh"),
            rule("gioi_tinh", FieldKind.SEX, "Giới tính"),
            rule("dan_toc", FieldKind.ETHNICITY, "Dân tộc"),
            rule("noi_sinh", FieldKind.PLACE, "Nơi sinh"),
            rule("so_dinh_danh", FieldKind.PERSONAL_NUMBER, "Số định danh cá nhân"),
            rule("ho_ten_me", FieldKind.PERSON_NAME, "Họ và tên mẹ"),
            after("nam_sinh_me", FieldKind.YEAR, "ho_ten_me", "Năm sinh"),
            rule("ho_ten_cha", FieldKind.PERSON_NAME, "Họ và tên cha"),
            after("nam_sinh_cha", FieldKind.YEAR, "ho_ten_cha", "Năm sinh"),
            FieldRule.placed("nguoi_ky", FieldKind.PERSON_NAME, Where.SIGNATURE),
            FieldRule.placed("ngay_lam", FieldKind.DATE, Where.DATE_LINE, "Làm tại"));

    static final String PAPER = """
            GIẤY KHAI SINH
            Số: 03
            Họ và tên: NGUYỄN VĂN MẪU................
            Ngày, tháng, năm sinh: 06/01/2005.......    Giới tính: Nam.....
            Dân tộc: Kinh    Quốc tịch: Việt Nam
            Nơi sinh: Trạm Y tế thị trấn Mẫu, huyện Mẫu, thành phố lớn, tỉnh
            Mẫu Dương
            Số định danh cá nhân: 033205031154
            Họ và tên mẹ: Trần Thị Mẹ
            Năm sinh: 1981    Dân tộc: Tày
            Họ và tên cha: Nguyễn Văn Cha
            Năm sinh: 1979    Dân tộc: Kinh
            Mẫu Dương, ngày 7 tháng 2 năm 2005
                                                        TM. ỦY BAN NHÂN DÂN
                                                            CHỦ TỊCH
                                                        Phạm Thị Ký
            """;

    private BirthPaper() {}

    static Map<String, String> doubts(String paper, List<FieldRule> rules) {
        return Extraction.of(List.of(Sheet.of(paper)), new Form(rules), List.of(), Certainty.NONE, TODAY).stream()
                .filter(found -> found.rule().isPresent())
                .collect(Collectors.toMap(Found::code, found -> found.rule().get()));
    }

    static Map<String, String> values(String paper) {
        return found(paper).values().stream().collect(Collectors.toMap(Found::code, Found::value));
    }

    static Map<String, Found> found(String paper) {
        return Extraction.of(List.of(Sheet.of(paper)), new Form(BIRTH), List.of(), Certainty.NONE, TODAY).stream()
                .collect(Collectors.toMap(Found::code, value -> value));
    }

    static FieldRule rule(String code, FieldKind kind, String... labels) {
        return FieldRule.labelled(code, kind, labels);
    }

    static FieldRule after(String code, FieldKind kind, String after, String... labels) {
        return FieldRule.labelled(code, kind, labels).after(after);
    }
}
