package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;

@ExtendWith(QuietApplication.class)
class ScanPageTest {
    private static final String TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGIẤY KHAI SINH <Nguyễn Thị Hường>";

    private Papers papers;
    private Visitor visitor;
    private JdbcClient database;

    @BeforeEach
    void visit(ConfigurableApplicationContext application) {
        papers = new Papers(application);
        visitor = new Visitor(application);
        database = JdbcClient.create(application.getBean("owner", javax.sql.DataSource.class));
    }

    @Test
    void showsAPageBesideItsText() {
        UUID scan = papers.reviewed(papers.counter(), "khai-sinh.pdf", TEXT, "TRANG HAI");
        String page = visitor.page("/scans/" + scan);
        assertThat(page)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGIẤY KHAI SINH &lt;Nguyễn Thị Hường&gt;")
                .contains("Chờ người kiểm tra")
                .contains("Độ tin cậy 93 %")
                .contains("rel=\"next\" href=\"/scans/" + scan + "?page=2\"")
                .doesNotContain("TRANG HAI");
        assertThat(visitor.page("/scans/" + scan + "?page=2"))
                .contains("TRANG HAI")
                .contains("rel=\"prev\"");
        assertThat(visitor.get("/scans/" + scan + "?page=3").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/scans/" + scan + "?page=-1").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatThePapersSayAndWhereAndWritesDownWhoLooked() {
        UUID document = papers.birth(papers.counter(), "<Lê Thị Mơ>");
        UUID scan = database.sql("select scan_id from document where id = ?")
                .param(document)
                .query(UUID.class)
                .single();
        String page = visitor.page("/scans/" + scan);
        assertThat(page)
                .contains("Nội dung đọc được: Giấy khai sinh")
                .contains("<bdi>&lt;Lê Thị Mơ&gt;</bdi>")
                .contains("<title>Ngày, tháng, năm sinh: 05/11/1992</title>")
                .contains("<rect x=\"280\" y=\"232\" width=\"560\" height=\"52\">")
                .contains("field-pending\">Cần xem")
                .contains("field-machine\">Máy đã chắc chắn");
        assertThat(audit(document)).containsExactly(visitor.name() + " status FIELDS_VIEWED DOCUMENT");
    }

    @Test
    void showsTheCasesOfARegisterPage() {
        String page = visitor.page("/scans/" + papers.register(papers.counter(), "<Lê Thị Mơ>", "Lê Văn Hai"));
        assertThat(page)
                .contains("2 trường hợp trong bảng của Sổ đăng ký khai sinh")
                .contains("<bdi>&lt;Lê Thị Mơ&gt;</bdi>")
                .containsSubsequence(
                        ">Số</th>", ">Họ và tên người được khai sinh</th>", ">Ngày sinh</th>", "Lê Văn Hai")
                .doesNotContain(">Nơi cư trú</th>");
        assertThat(visitor.page("/scans/" + papers.register(papers.counter(), "A", "B") + "?lang=en"))
                .contains("2 cases in the table of Birth register", ">Name of the child</th>");
    }

    @Test
    void whenTheMachineIsSureByItselfIsShownWithWhatWasMeasured() {
        assertThat(visitor.page("/certainty"))
                .contains(
                        "Khi nào máy tự chắc chắn",
                        "Họ tên, số định danh, số giấy tờ, ngày và năm sinh luôn cần hai nguồn");
        assertThat(visitor.page("/certainty?lang=en")).contains("When the machine is sure by itself");
    }

    @Test
    void whatIsStuckIsTriedAgainByAClerk(ConfigurableApplicationContext application) {
        Counter counter = papers.counter();
        UUID scan = papers.received(counter, "khai-sinh.pdf");
        UUID page = papers.split(scan, List.of(TEXT)).get(0);
        papers.refusePage(page, Reason.of(ReasonCode.INTERNAL, "thử"));
        papers.render(scan, List.of(page), "%PDF-1.7 bytes".getBytes());
        String again = "action=\"/review/again/pages/" + page + "\"";
        assertThat(visitor.page("/scans/" + scan))
                .as("to those who are no clerks")
                .doesNotContain(again);

        Visitor clerk = Visitor.as(application, counter.unitId(), Role.CLERK);
        assertThat(clerk.page("/scans/" + scan)).contains(again);
        assertThat(clerk.page("/review")).contains(again).contains("id=\"stuck\"");
        assertThat(clerk.post("/review", "/review/again/pages/" + page)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/scans/" + scan + "?page=1");
        assertThat(clerk.page("/review")).doesNotContain(again);
        assertThat(clerk.post("/review", "/review/again/pages/" + page).statusCode())
                .isEqualTo(409);
    }

    @Test
    void everySightOfPersonalDataIsWrittenDown() {
        UUID scan = papers.received(papers.counter(), "khai-sinh.pdf");
        List<UUID> pages = papers.split(scan, List.of(TEXT));
        UUID page = pages.get(0);
        papers.read(page, TEXT);
        UUID document = papers.render(scan, pages, "%PDF-1.7 bytes".getBytes());
        assertThat(audit(page)).isEmpty();

        visitor.page("/scans/" + scan);
        assertThat(audit(page)).containsExactly(visitor.name() + " status PAGE_TEXT_VIEWED PAGE");

        var image = visitor.get("/pages/" + page + "/image");
        assertThat(image.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(audit(page))
                .contains(visitor.name() + " status PAGE_VIEWED PAGE")
                .hasSize(2);

        var original = visitor.get("/scans/" + scan + "/original");
        assertThat(original.body()).startsWith("bytes of ");
        assertThat(original.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(original.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains(".pdf\"")
                .doesNotContain("khai-sinh");
        assertThat(audit(scan)).contains(visitor.name() + " status ORIGINAL_DOWNLOADED SCAN");

        var pdf = visitor.get("/documents/" + document + "/file");
        assertThat(pdf.body()).isEqualTo("%PDF-1.7 bytes");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(audit(document)).containsExactly(visitor.name() + " status DOCUMENT_DOWNLOADED DOCUMENT");
    }

    @Test
    void whatIsNotThereIsNotWrittenDown() {
        UUID scan = papers.received(papers.counter(), "a.pdf");
        UUID page = papers.split(scan, List.of("một")).get(0);
        assertThat(visitor.get("/pages/" + UUID.randomUUID() + "/image").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/documents/" + page + "/file").statusCode()).isEqualTo(404);
        String body = visitor.page("/scans/" + scan);
        assertThat(body).contains("Chưa có chữ nào được đọc").contains("/pages/" + page + "/image");
        assertThat(audit(page)).isEmpty();
        assertThat(visitor.get("/pages/" + page + "/image").headers().firstValue("Content-Type"))
                .as("the image as scanned, until there is a better one")
                .contains("image/png");
    }

    @Test
    void aFaxThatCouldNotBeReadIsShownAllTheSame() throws Exception {
        UUID scan = papers.received(papers.counter(), "fax.tif");
        byte[] fax = java.nio.file.Files.readAllBytes(java.nio.file.Path.of("src/test/resources/samples/e02_g4.tif"));
        UUID page = papers.splitFax(scan, fax);
        papers.refusePage(page, Reason.of(ReasonCode.NO_TEXT));
        assertThat(visitor.page("/scans/" + scan)).contains("/pages/" + page + "/image");
        var image = visitor.get("/pages/" + page + "/image");
        assertThat(image.statusCode()).isEqualTo(200);
        assertThat(image.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(image.body()).contains("JFIF");
        assertThat(audit(page)).containsExactly(visitor.name() + " status PAGE_VIEWED PAGE");
    }

    @Test
    void aScanWithoutPagesTellsWhy() {
        UUID scan = papers.quarantined(papers.counter(), "x.pdf", Reason.of(ReasonCode.BROKEN_FILE, "xref"));
        assertThat(visitor.page("/scans/" + scan))
                .contains("Tệp bị hỏng, không mở được (xref). Hãy quét lại.")
                .contains("chưa được tách thành trang")
                .doesNotContain("/original\"");
        assertThat(visitor.get("/scans/" + scan + "/original").statusCode()).isEqualTo(404);
    }

    @Test
    void theHistoryTellsOfPagesAndDocumentsToo() {
        UUID scan = papers.received(papers.counter(), "a.pdf");
        List<UUID> pages = papers.split(scan, List.of("một", "hai"));
        papers.read(pages.get(0), "một");
        papers.refusePage(pages.get(1), Reason.of(ReasonCode.NO_TEXT));
        papers.render(scan, List.of(pages.get(0)), "%PDF".getBytes());
        String history = StatusPageTest.between(visitor.page("/scans/" + scan), "id=\"history\"", "</table>")
                .replaceAll("<[^>]+>|\\s+", " ")
                .replaceAll(" +", " ");
        assertThat(history)
                .contains("Tệp Chờ tách trang → Đang tách trang 1")
                .contains("Trang 1 Đang đọc → Đã đọc 1")
                .contains("Trang 2 Đang đọc → Không đọc được 1 Trang có nội dung nhưng")
                .contains("Giấy tờ 1 Đang tạo PDF → Chờ người kiểm tra")
                .contains("Tệp Đang tạo PDF → Bị kẹt");
        assertThat(history.indexOf("Bị kẹt")).as("newest first").isLessThan(history.indexOf("Chờ tách trang"));
    }

    @Test
    void aLongHistoryGoesOn() {
        UUID scan = papers.received(papers.counter(), "a.pdf");
        papers.split(scan, java.util.Collections.nCopies(60, "x"));
        String page = visitor.page("/scans/" + scan);
        Matcher older = Pattern.compile("href=\"(/scans/[^\"]+before=[^\"#]+)#history\"")
                .matcher(page);
        assertThat(older.find()).isTrue();
        assertThat(visitor.page(older.group(1).replace("&amp;", "&"))).contains("Chờ tách trang");
    }

    @Test
    void anUnfinishedScanTellsWhenItHasGoneOn() {
        UUID scan = papers.received(papers.counter(), "a.pdf");
        String page = visitor.page("/scans/" + scan);
        Matcher again = Pattern.compile("hx-get=\"(/scans/[^\"]+/standing\\?known=[^\"]+)\"")
                .matcher(page);
        assertThat(again.find()).isTrue();
        String path = again.group(1).replace("&amp;", "&");
        assertThat(visitor.page(path)).contains("Chờ tách trang").doesNotContain("bấm để tải lại");
        papers.split(scan, List.of("một", "hai"));
        assertThat(visitor.page(path))
                .contains("Đang đọc chữ, xong 0/2 trang")
                .contains("bấm để tải lại")
                .doesNotContain("<html");
    }

    private List<String> audit(UUID subject) {
        return database.sql("""
                        select actor || ' ' || purpose || ' ' || action || ' ' || subject_kind from audit_entry
                        where subject_id = ? and actor not like 'system:%' order by id""").param(subject).query(String.class).list();
    }
}
