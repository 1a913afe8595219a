package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.QuietApplication;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.Component;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.catalog.Procedure;

/** The catalog is data: what stands in its files stands in the tables when the node has started. */
@ExtendWith(QuietApplication.class)
class CatalogAtStartTest {
    private static final String PROCEDURE = """
            code: "9.999901"
            vi: Thủ tục của riêng đơn vị
            en: A procedure of our own
            field: Văn phòng
            validFrom: 2026-01-01
            source: Quyết định của đơn vị
            components:
              - code: giay_moi
                vi: Giấy mời
                en: Invitation
                types: [giay_moi_rieng]
                digitize: PROVINCIAL_DECISION
              - code: ban_cu
                vi: Bản cũ
                en: The old one
                required: no
                digitize: NO
                mustNotAsk: Quyết định của đơn vị
            """;

    private static final String TYPE = """
            code: giay_moi_rieng
            vi: Giấy mời
            en: Invitation
            titles: [Giấy mời]
            source: Mẫu của đơn vị
            """;

    private final Catalog catalog;

    CatalogAtStartTest(Catalog catalog) {
        this.catalog = catalog;
    }

    @Test
    void thePackedTypesAndProceduresAreThere() {
        assertThat(catalog.types())
                .extracting(DocumentType::code)
                .contains("giay_khai_sinh", "can_cuoc_cong_dan", "to_khai_dang_ky_khai_sinh", "don_de_nghi");
        DocumentType card = catalog.type("can_cuoc_cong_dan").orElseThrow();
        assertThat(card.digitize()).as("a card is shown, not digitized").isFalse();
        assertThat(card.sharedIn()).isPresent();
        for (String code : new String[] {"giay_khai_sinh", "to_khai_dang_ky_khai_sinh", "don_de_nghi"}) {
            DocumentType type = catalog.type(code).orElseThrow();
            assertThat(type.fields().stream().filter(Field::main)).hasSizeGreaterThanOrEqualTo(5);
        }
        Procedure birth = catalog.procedure("1.001193").orElseThrow();
        assertThat(birth.component("giay_to_tuy_than"))
                .get()
                .extracting(Component::mustNotAsk)
                .asString()
                .contains("dân cư");
        assertThat(catalog.procedure("2.000815")).isPresent();
    }

    @Test
    void anOfficesOwnFolderNeedsNoJava(@TempDir Path own) throws IOException {
        write(own.resolve("types/moi.yaml"), TYPE);
        write(own.resolve("procedures/moi.yaml"), PROCEDURE);
        catalog.load(CatalogAtStart.files(own));
        Procedure procedure = catalog.procedure("9.999901").orElseThrow();
        assertThat(procedure.components()).extracting(Component::code).containsExactly("giay_moi", "ban_cu");
        assertThat(procedure.validity().holds(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(procedure.validity().holds(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(catalog.type("giay_moi_rieng")).isPresent();

        write(own.resolve("procedures/moi.yaml"), PROCEDURE.substring(0, PROCEDURE.indexOf("  - code: ban_cu")));
        catalog.load(CatalogAtStart.files(own));
        assertThat(catalog.procedure("9.999901").orElseThrow().components())
                .as("what the file no longer names is gone, and the rest is there once")
                .extracting(Component::code)
                .containsExactly("giay_moi");
    }

    @Test
    void whatTheRowsSayAlreadyIsNotWrittenAgain(JdbcClient database) {
        catalog.load(CatalogAtStart.files(null));
        List<String> written = versions(database);
        catalog.load(CatalogAtStart.files(null));
        assertThat(versions(database)).isEqualTo(written).isNotEmpty();
    }

    /** PostgreSQL's own mark of the transaction that wrote a row last. */
    private static List<String> versions(JdbcClient database) {
        return database.sql("""
                        select code || ' ' || xmin from document_type union all select id || ' ' || xmin from document_field
                        union all select code || ' ' || xmin from procedure union all select id || ' ' || xmin from component
                        order by 1""").query(String.class).list();
    }

    @Test
    void aBrokenFileRefusesTheStart(@TempDir Path own) throws IOException {
        write(own.resolve("types/moi.yaml"), TYPE + "fields:\n  - code: Họ Tên\n");
        assertThatThrownBy(() -> CatalogAtStart.files(own))
                .isInstanceOfSatisfying(
                        StartRefused.class, refused -> assertThat(refused.vi()).contains("moi.yaml, dòng 7"));
        assertThatThrownBy(() -> CatalogAtStart.files(own.resolve("nowhere"))).isInstanceOf(StartRefused.class);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
