package vn.sohoa.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.common.DossierCode;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Box;

class CoverSheetTest {
    private static final String CODE = "H23.24.10-231208-8076";

    @Test
    void aBareCodeAndOursNameTheSameDossier() {
        assertThat(CoverSheet.parse(CODE)).isEqualTo(DossierCode.parse(CODE));
        assertThat(CoverSheet.parse(CoverSheet.payload(DossierCode.parse(CODE).orElseThrow())))
                .isEqualTo(DossierCode.parse(CODE));
        assertThat(CoverSheet.parse("000.10.24.H23-231208-8076")).isEqualTo(DossierCode.parse(CODE));
    }

    @Test
    void anythingElseIsNoCoverSheet() {
        assertThat(CoverSheet.parse("https://dichvucong.gov.vn/tra-cuu?ma=" + CODE))
                .isEmpty();
        assertThat(CoverSheet.parse("AB1234567")).as("some other number").isEmpty();
        assertThat(CoverSheet.parse("030085000123||Nguyễn Văn Mẫu|12041985|Nam|Xã Mẫu|15082021"))
                .isEmpty();
    }

    @Test
    void aPageFullOfTextIsNoCoverSheetThoughItCarriesItsDossiersCode() {
        assertThat(CoverSheet.on(qr(CODE), 120)).isPresent();
        assertThat(CoverSheet.on(qr(CODE), 1_500)).isEmpty();
        assertThat(CoverSheet.on(qr("SOHOA:" + CODE), 1_500)).isPresent();
        assertThat(CoverSheet.on(List.of(), 10)).isEmpty();
    }

    private static List<Barcode> qr(String value) {
        return List.of(new Barcode(Barcode.Format.QR_CODE, value, new Box(0, 0, 100, 100)));
    }
}
