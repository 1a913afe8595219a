package vn.sohoa.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityCardTest {
    private static final String CARD =
            "030085000123|141234567|Nguyễn Văn Mẫu|12041985|Nam|Thôn Mẫu, Xã Mẫu, Huyện Mẫu, Hải Dương|15082021";

    @Test
    void sevenFieldsByPosition() {
        IdentityCard card = IdentityCard.parse(CARD).orElseThrow();
        assertThat(card)
                .isEqualTo(new IdentityCard(
                        "030085000123",
                        "141234567",
                        "Nguyễn Văn Mẫu",
                        "12/04/1985",
                        "Nam",
                        "Thôn Mẫu, Xã Mẫu, Huyện Mẫu, Hải Dương",
                        "15/08/2021",
                        List.of()));
    }

    @Test
    void theCardOf2024SaysMoreWhichIsKeptAsItStands() {
        IdentityCard card = IdentityCard.parse(
                        "030085000123||Nguyễn Văn Mẫu|12041985|Nam|Xã Mẫu, Hải Phòng|15082024||Nguyễn Văn Cha|Trần Thị Mẹ|")
                .orElseThrow();
        assertThat(card.oldNumber()).isEmpty();
        assertThat(card.rest()).containsExactly("", "Nguyễn Văn Cha", "Trần Thị Mẹ", "");
    }

    @Test
    void decomposedTextIsComposed() {
        assertThat(IdentityCard.parse(Normalizer.normalize(CARD, Normalizer.Form.NFD)))
                .isEqualTo(IdentityCard.parse(CARD));
    }

    @Test
    void anIncompleteDateStaysIncomplete() {
        assertThat(IdentityCard.parse(CARD.replace("12041985", "00041985")))
                .get()
                .extracting(IdentityCard::birth)
                .isEqualTo("04/1985");
        assertThat(IdentityCard.parse(CARD.replace("12041985", "00001985")))
                .get()
                .extracting(IdentityCard::birth)
                .isEqualTo("1985");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H23.24.10-231208-8076",
                "030085000123|141234567|Nguyá»…n VÄƒn Máº«u|12041985|Nam|ThÃ´n Máº«u|15082021",
                "030085000123|141234567|Nguy?n V?n M?u|12041985|Nam|Th?n M?u|15082021",
                "030085000123|141234567|Nguyễn Văn Mẫu|31021985|Nam|Xã Mẫu|15082021",
                "030085000123|141234567|Nguyễn Văn Mẫu|12041985|Male|Xã Mẫu|15082021",
                "30085000123|141234567|Nguyễn Văn Mẫu|12041985|Nam|Xã Mẫu|15082021",
                "030085000123|141234567|Nguyen Van Mau|12041985|Nam|Thon Mau, Xa Mau, Huyen Mau, Hai Duong|15082021",
                "030085000123|141234567|Nguyễn Văn \uFFFD|12041985|Nam|Xã Mẫu|15082021"
            })
    void whatIsNoCardOrCameDamagedIsRefused(String value) {
        assertThat(IdentityCard.parse(value)).isEmpty();
    }
}
