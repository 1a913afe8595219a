package vn.sohoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.Sheet;
import vn.sohoa.common.Sha256;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.organization.Counter;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.scan.Cells;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldValue;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.PageResult;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** From the words of pages to papers with type, dossier and fields, in the real records. */
@ExtendWith(QuietApplication.class)
class UnderstandTest {
    private static final AtomicInteger UNITS = new AtomicInteger();
    private static final String APPLICATION = """
            ĐƠN ĐỀ NGHỊ
            Kính gửi: Ủy ban nhân dân xã Mẫu
            Họ và tên: Trần Thị Mẫu
            Sinh ngày: 24/12/1991    Điện thoại: 0885719938
            """;
    private static final String BIRTH = """
            GIẤY KHAI SINH
            Họ và tên: NGUYỄN VĂN MẪU
            Ngày, tháng, năm sinh: 06/01/2005
            """;
    private static final String CARD =
            "030170066192|146413955|Vũ Thị Mẫu|04041970|Nữ|Thôn Mẫu, Xã Mẫu, Hải Dương|03122023";

    private final Papers papers;
    private final Claims claims;
    private final Walk walk;
    private final Scans scans;
    private final Fields fields;
    private final Cells cells;
    private final ObjectStore store;
    private final Understand understand;
    private final Extract extract;
    private final JdbcClient database;

    UnderstandTest(ConfigurableApplicationContext application) {
        papers = new Papers(application);
        claims = application.getBean(Claims.class);
        walk = application.getBean(Walk.class);
        scans = application.getBean(Scans.class);
        fields = application.getBean(Fields.class);
        cells = application.getBean(Cells.class);
        store = application.getBean(ObjectStore.class);
        understand = application.getBean(Understand.class);
        extract = application.getBean(Extract.class);
        database = JdbcClient.create(application.getBean("owner", DataSource.class));
    }

    @Test
    void aStackBecomesPapersWithTypeDossierAndFields() {
        List<DocumentView> documents = understood(
                papers.counter(),
                cover("SOHOA:H24.12-261123-0001"),
                Sheet.of(APPLICATION),
                Sheet.of("Trang hai của đơn, không có tiêu đề."),
                cover("H24.12-261123-0002"),
                Sheet.of(BIRTH),
                qr(Sheet.of("CĂN CƯỚC CÔNG DÂN\nSố / No.: 030170066192"), CARD));
        assertThat(documents)
                .extracting(DocumentView::type, DocumentView::dossierCode, document -> document.pages()
                        .size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("don_de_nghi", "H24.12-261123-0001", 2),
                        org.assertj.core.groups.Tuple.tuple("giay_khai_sinh", "H24.12-261123-0002", 1),
                        org.assertj.core.groups.Tuple.tuple("can_cuoc_cong_dan", "H24.12-261123-0002", 1));
        assertThat(documents.get(0).kind().reason()).contains("Tiêu đề");
        assertThat(values(documents.get(0)))
                .containsEntry("ho_ten", "Trần Thị Mẫu")
                .containsEntry("dien_thoai", "0885719938");
        List<FieldView> card = fields.of(documents.get(2).id());
        assertThat(card)
                .filteredOn(field -> field.code().equals("so_dinh_danh"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.found().source()).isEqualTo(FieldValue.Source.QR);
                    assertThat(field.found().needsReview())
                            .as("code and print agree")
                            .isFalse();
                    assertThat(field.found().page())
                            .contains(documents.get(2).pages().get(0));
                });
        assertThat(card)
                .filteredOn(field -> field.code().equals("ho_ten"))
                .singleElement()
                .satisfies(field -> assertThat(field.found().needsReview()).isTrue());
    }

    @Test
    void theCasesOfARegisterPageAreRowsOfItsDocument() {
        DocumentView register = understood(
                        papers.counter(),
                        Sheet.table(
                                "SỔ ĐĂNG KÝ KHAI SINH\nỦy ban nhân dân xã Mẫu",
                                "Số|Họ và tên người được khai sinh|Ngày sinh|Giới tính",
                                "1|Nguyễn Văn An|02/02/2005|Nam",
                                "2|Lê Thị Bình|3/4/2005|Nữ"))
                .get(0);
        assertThat(register.type()).isEqualTo("so_dang_ky_khai_sinh");
        List<List<FieldValue>> rows = cells.of(register.id());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .extracting(FieldValue::code, FieldValue::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("so", "2"),
                        org.assertj.core.groups.Tuple.tuple("ho_ten", "Lê Thị Bình"),
                        org.assertj.core.groups.Tuple.tuple("ngay_sinh", "03/04/2005"),
                        org.assertj.core.groups.Tuple.tuple("gioi_tinh", "Nữ"));
        assertThat(rows.get(1).get(1).page()).contains(register.pages().get(0));
        assertThat(rows.get(1).get(1).box()).isPresent();
        assertThat(rows.get(1)).allMatch(FieldValue::needsReview);

        walk.rendered(claims.render(register.id().toString()), "test/" + register.id(), Sha256.of(new byte[0]), 0);
        recut(register.id(), "so_dang_ky_khai_sinh", "lan");
        extract.document(claims.extract(register.id().toString()));
        assertThat(cells.of(register.id())).as("read anew").hasSize(2);
    }

    @Test
    void eachPageOfARegisterBookStandsForItself() {
        Counter book = papers.counter("book-" + UNITS.incrementAndGet(), Understand.REGISTER_COUNTER);
        List<DocumentView> documents = understood(book, Sheet.of(BIRTH), Sheet.of("Trang sổ"), Sheet.of("Trang sổ"));
        assertThat(documents)
                .extracting(DocumentView::type)
                .containsOnly(Understand.REGISTER_PAGE)
                .hasSize(3);
        assertThat(documents)
                .allSatisfy(page -> assertThat(fields.of(page.id())).isEmpty());
    }

    @Test
    void aDocumentReadAnewHasTheFieldsOfTheTypeThatAPersonGaveIt() {
        DocumentView document = understood(papers.counter(), Sheet.of(BIRTH)).get(0);
        walk.rendered(claims.render(document.id().toString()), "test/" + document.id(), Sha256.of(new byte[0]), 0);
        recut(document.id(), "don_de_nghi", "lan");
        extract.document(claims.extract(document.id().toString()));
        DocumentView anew = scans.document(document.id()).orElseThrow();
        assertThat(anew.state()).isEqualTo(State.IN_REVIEW);
        assertThat(anew.kind().by()).isEqualTo("lan");
        assertThat(values(anew)).containsOnlyKeys("ho_ten", "ngay_sinh");
    }

    @Test
    void aDocumentThatNobodyKnewIsClassifiedAnew() {
        DocumentView document = understood(papers.counter(), Sheet.of(BIRTH)).get(0);
        recut(document.id(), "unknown", "");
        extract.document(claims.extract(document.id().toString()));
        DocumentView anew = scans.document(document.id()).orElseThrow();
        assertThat(anew.type()).isEqualTo("giay_khai_sinh");
        assertThat(anew.state()).as("it still needs its file").isEqualTo(State.CUT);
    }

    private void recut(UUID document, String type, String by) {
        database.sql("update document set state = 'RECUT', type = ?, type_by = ? where id = ?")
                .params(type, by, document)
                .update();
    }

    private List<DocumentView> understood(Counter counter, PageText... texts) {
        UUID scan = papers.received(counter, "stack.pdf");
        List<UUID> pages =
                papers.split(scan, List.of(texts).stream().map(PageText::text).toList());
        for (int i = 0; i < texts.length; i++) {
            String key = "test/" + pages.get(i);
            store.put(Bucket.PAGES, key + "/words.json", WordsJson.write(texts[i]), "application/json", Map.of());
            PageResult result = new PageResult(
                    PageStore.kind(texts[i]),
                    texts[i].source(),
                    key,
                    (float) texts[i].confidence(),
                    texts[i].letters());
            walk.read(claims.read(pages.get(i).toString()), result);
        }
        understand.scan(claims.understand(scan.toString()));
        return scans.documents(scan);
    }

    private Map<String, String> values(DocumentView document) {
        return fields.of(document.id()).stream()
                .collect(java.util.stream.Collectors.toMap(FieldView::code, FieldView::value));
    }

    private static PageText cover(String code) {
        return qr(Sheet.of("PHIẾU PHÂN TÁCH HỒ SƠ"), code);
    }

    private static PageText qr(PageText text, String value) {
        return text.with(List.of(new Barcode(Barcode.Format.QR_CODE, value, new Box(500, 900, 400, 400))));
    }
}
