package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.dossier.DossierList.Format;

class DossierListTest {
    private final List<DossierLine> lines = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aListOfAnOfficeIsRead(String sign) {
        csv(
                "\uFEFFMã hồ sơ,Mã TTHC,Chủ hồ sơ,Số định danh,Ngày tiếp nhận\r\nH23.18-230215-0012,1.001193,Bùi Thị Mẫu,030185000123,15/02/2023\r\n"
                        .replace(",", sign));
        assertThat(lines)
                .containsExactly(new DossierLine(
                        DossierCode.parse("000.00.18.H23-230215-0012").orElseThrow(),
                        "1.001193",
                        "Bùi Thị Mẫu",
                        "030185000123",
                        Optional.of(LocalDate.of(2023, 2, 15))));
        assertThat(errors).isEmpty();
    }

    @Test
    void aListOfAnotherSystemIsRead() {
        json("""
                [{"MaHoSo": "H23.18-230215-0012", "MaTTHC": "1.001193.000.00.00.H23", "ChuHoSo": "Bùi Thị Mẫu",
                  "SoGiayToChuHoSo": "030185000123", "NgayTiepNhan": "20230215081500", "TrangThaiHoSo": 4}]""");
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.procedure()).isEqualTo("1.001193");
            assertThat(line.received()).contains(LocalDate.of(2023, 2, 15));
        });
    }

    @Test
    void everyWrongCellIsToldWithItsLineAndItsColumnAndGoodRowsAreTaken() {
        csv("""
                Mã hồ sơ,Mã TTHC,Chủ hồ sơ,CCCD,Ngày nhận
                không phải mã,1.001193,Bùi Thị Mẫu,030185000123,15/02/2023
                "H23.18-230215-0013",1.001193,"Bùi
                Văn Mẫu",030185000124,16/02/2023
                H23.18-230215-0014,9.1,,12,31/02/2023
                """);
        assertThat(lines).extracting(line -> line.code().canonical()).containsExactly("H23.18-230215-0013");
        assertThat(lines.get(0).holderName()).isEqualTo("Bùi Văn Mẫu");
        assertThat(errors)
                .containsExactly(
                        "2 Mã hồ sơ LIST_CODE",
                        "5 Chủ hồ sơ LIST_HOLDER",
                        "5 Mã TTHC LIST_PROCEDURE",
                        "5 CCCD LIST_NUMBER",
                        "5 Ngày nhận LIST_DATE");
    }

    @Test
    void jsonErrorsNameTheLineOfTheirObject() {
        json("""
                [
                  {"code": "H23.18-230215-0012", "holderName": "Bùi Thị Mẫu"},
                  {"code": "H23.18-230215-0013"}
                ]""");
        assertThat(lines).hasSize(1);
        assertThat(errors).containsExactly("3 HOLDER_NAME LIST_HOLDER");
    }

    @Test
    void aListInAnOldCodePageIsRefusedAsAWhole() {
        byte[] bytes = "Mã hồ sơ;Chủ hồ sơ\n".getBytes(Charset.forName("windows-1258"));
        assertThatThrownBy(() -> DossierList.read(new ByteArrayInputStream(bytes), Format.CSV, lines::add, this::tell))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.reason().code()).isEqualTo(ReasonCode.LIST_NOT_UTF8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H23.18-230215-0012,Bùi Thị Mẫu\n", "Mã hồ sơ,Ngày nhận\n"})
    void aListWithoutHeadingsIsRefused(String text) {
        assertThatThrownBy(() -> csv(text)).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{\"code\": ", "[1]", "không"})
    void brokenJsonIsRefused(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(BadInput.class);
    }

    @Test
    void anEndlessListIsNotReadToItsEnd() {
        String row = "H23.18-230215-0012,Bùi Thị Mẫu\n";
        assertThatThrownBy(() -> csv("Mã hồ sơ,Chủ hồ sơ\n" + row.repeat(DossierList.MOST_ROWS + 1)))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.reason().code()).isEqualTo(ReasonCode.LIST_TOO_LONG));
        assertThat(lines).hasSize(DossierList.MOST_ROWS);
    }

    private void csv(String text) {
        DossierList.read(stream(text), Format.CSV, lines::add, this::tell);
    }

    private void json(String text) {
        DossierList.read(stream(text), Format.JSON, lines::add, this::tell);
    }

    private void tell(RowError error) {
        errors.add(error.line() + " " + error.column() + " " + error.reason().code());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
