package vn.sohoa.papers;

import java.util.Arrays;
import java.util.function.Consumer;

/** What can be drawn, by the catalog's code. */
enum Form {
    GIAY_KHAI_SINH(Births::certificate, true, false),
    TRICH_LUC_KHAI_SINH(Births::extract, false, false),
    TO_KHAI_DANG_KY_KHAI_SINH(Births::request, true, false),
    GIAY_CHUNG_SINH(Births::hospital, true, false),
    GIAY_CHUNG_NHAN_KET_HON(Families::marriage, true, false),
    TRICH_LUC_KHAI_TU(Families::death, false, false),
    XAC_NHAN_TINH_TRANG_HON_NHAN(Families::single, false, false),
    DON_DE_NGHI(Requests::application, true, false),
    GIAY_UY_QUYEN(Requests::authority, true, false),
    QUYET_DINH(Requests::decision, false, false),
    XAC_NHAN_CU_TRU(Residences::confirmation, false, false),
    SO_HO_KHAU(Residences::household, true, false),
    GCN_QUYEN_SU_DUNG_DAT(Holdings::land, false, false),
    GCN_DANG_KY_HO_KINH_DOANH(Holdings::business, false, false),
    BANG_TOT_NGHIEP(Holdings::diploma, true, true),
    SO_DANG_KY_KHAI_SINH(Registers::births, true, true),
    CAN_CUOC_CONG_DAN(Cards::identity, false, false),
    /** Only when asked for, so that what is drawn at random stays what it was. */
    CAN_CUOC(NewCards::identity, false, false);

    private final Consumer<Sheet> drawing;
    /** Whether its blanks are sometimes filled in by hand. */
    final boolean written;
    /** Whether the page lies on its side. */
    final boolean lying;

    Form(Consumer<Sheet> drawing, boolean written, boolean lying) {
        this.drawing = drawing;
        this.written = written;
        this.lying = lying;
    }

    /** What is drawn at random. */
    static Form[] usual() {
        return Arrays.stream(values()).filter(form -> form != CAN_CUOC).toArray(Form[]::new);
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    void draw(Sheet sheet) {
        drawing.accept(sheet);
    }
}
