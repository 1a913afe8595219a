package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong in a file of the catalog is told with its name and its line, in both languages. */
class CatalogFilesTest {
    private static final String TYPE = """
            code: giay_moi
            vi: Giấy mời
            en: Invitation
            titles: [Giấy mời]
            source: Mẫu của đơn vị
            fields:
              - code: ho_ten
                vi: Kính mời
                en: Guest
                kind: PERSON_NAME
                labels: [Kính mời]
            """;

    @Test
    void aFileBecomesAType() {
        DocumentType type = types(TYPE).types().iterator().next();
        assertThat(type.code()).isEqualTo("giay_moi");
        assertThat(type.digitize()).isTrue();
        assertThat(type.field("ho_ten")).get().extracting(Field::labels).isEqualTo(List.of("Kính mời"));
    }

    @Test
    void theColumnsOfATableStandApart() {
        String columns = """
                columns:
                  - code: so
                    vi: Số
                    en: Number
                    kind: ORDINAL
                    labels: [Số, STT]
                """;
        DocumentType type = types(TYPE + columns).types().iterator().next();
        assertThat(type.columns()).singleElement().satisfies(column -> {
            assertThat(column.where()).isEqualTo(vn.sohoa.extraction.FieldRule.Where.COLUMN);
            assertThat(column.labels()).containsExactly("Số", "STT");
        });
        assertThat(type.field("so")).isEmpty();
        assertThatThrownBy(() -> types(TYPE + columns.replace("    labels: [Số, STT]\n", "")))
                .hasMessageContaining("own.yaml:13");
        assertThatThrownBy(() -> types(TYPE + columns.replace("code: so", "code: ho_ten")))
                .hasMessageContaining("own.yaml:13");
        assertThatThrownBy(() -> types(TYPE.replace("    labels: [Kính mời]", "    where: COLUMN")))
                .hasMessageContaining("own.yaml:11")
                .hasMessageContaining("columns");
    }

    @Test
    void aMisspeltKeyIsToldWithItsLine() {
        assertThatThrownBy(() -> types(TYPE.replace("titles:", "titel:")))
                .isInstanceOfSatisfying(CatalogFault.class, fault -> {
                    assertThat(fault.en()).contains("own.yaml, line 4").contains("«titel»");
                    assertThat(fault.vi()).contains("own.yaml, dòng 4");
                });
    }

    @Test
    void anUnknownKindOfFieldIsToldWithItsLine() {
        assertThatThrownBy(() -> types(TYPE.replace("PERSON_NAME", "NAME")))
                .hasMessageContaining("own.yaml:10")
                .hasMessageContaining("PERSON_NAME");
    }

    @Test
    void aMissingKeyIsToldWithTheLineOfItsMapping() {
        assertThatThrownBy(() -> types(TYPE.replace("    en: Guest\n", "")))
                .hasMessageContaining("own.yaml:7")
                .hasMessageContaining("«en»");
    }

    @Test
    void aKeyThatStandsTwiceIsAFault() {
        assertThatThrownBy(() -> types(TYPE + "vi: Giấy mời họp\n")).hasMessageContaining("own.yaml:12");
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> types("code: giay_moi\nvi: [Giấy mời\nen: x\n"))
                .isInstanceOf(CatalogFault.class)
                .hasMessageContaining("own.yaml:");
        assertThatThrownBy(() -> types("")).hasMessageContaining("own.yaml:1");
        assertThatThrownBy(() -> types("- a\n- b\n")).hasMessageContaining("own.yaml:1");
    }

    @Test
    void aComponentOfATypeThatNobodyKnowsIsAFault() {
        String procedure = """
                code: "9.000001"
                vi: Mời họp
                en: Invitations
                field: Văn phòng
                source: Nội bộ
                components:
                  - code: giay_moi
                    vi: Giấy mời
                    en: Invitation
                    types: [giay_la]
                    digitize: NO
                """;
        assertThatThrownBy(() -> CatalogFiles.read(
                        List.of(new CatalogFiles.File("own.yaml", TYPE)),
                        List.of(new CatalogFiles.File("procedure.yaml", procedure))))
                .hasMessageContaining("procedure.yaml:10")
                .hasMessageContaining("giay_la");
    }

    @Test
    void aLaterFileReplacesAnEarlierOneOfItsCode() {
        CatalogFiles files = CatalogFiles.read(
                List.of(
                        new CatalogFiles.File("a.yaml", TYPE),
                        new CatalogFiles.File("b.yaml", TYPE.replace("vi: Giấy mời", "vi: Thư mời"))),
                List.of());
        assertThat(files.types()).singleElement().extracting(DocumentType::vi).isEqualTo("Thư mời");
    }

    private static CatalogFiles types(String yaml) {
        return CatalogFiles.read(List.of(new CatalogFiles.File("own.yaml", yaml)), List.of());
    }
}
