package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Counter;

@ExtendWith(QuietApplication.class)
class StatusPageTest {
    private Papers papers;
    private Visitor visitor;

    @BeforeEach
    void visit(ConfigurableApplicationContext application) {
        papers = new Papers(application);
        visitor = new Visitor(application);
    }

    @Test
    void tellsWhatCameInTodayByUnitAndCounter() {
        Counter counter = papers.counter();
        papers.received(counter, "mot.pdf");
        papers.reviewed(counter, "hai.pdf", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        papers.quarantined(counter, "ba.pdf", Reason.of(ReasonCode.ENCRYPTED_FILE));
        String row = between(visitor.page("/"), "id=\"today-" + counter.id(), "</tr>");
        assertThat(row).contains(counter.unit() + " / " + counter.code());
        assertThat(row.replaceAll("<[^>]+>|\\s+", " ").replaceAll(" +", " ").strip())
                .endsWith("3 1 1 0 0 0 1");
    }

    @Test
    void saysWhatIsStuckAndWhyInTheChosenLanguage() {
        Counter counter = papers.counter();
        UUID refused = papers.quarantined(counter, "khoa.pdf", Reason.of(ReasonCode.ENCRYPTED_FILE));
        UUID stuck = papers.received(counter, "mo.pdf");
        List<UUID> pages = papers.split(stuck, List.of("một", "hai"));
        papers.read(pages.get(0), "một");
        papers.refusePage(pages.get(1), Reason.of(ReasonCode.NO_TEXT));
        papers.render(stuck, List.of(pages.get(0)), "%PDF-1.7".getBytes());

        String vi = visitor.page("/?lang=vi");
        assertThat(vi).contains("<html lang=\"vi\">");
        assertThat(between(vi, "trouble-" + refused, "</tr>"))
                .contains("Bị cách ly")
                .contains("Tệp PDF có mật khẩu. Hãy bỏ mật khẩu hoặc quét lại từ bản giấy.");
        assertThat(between(vi, "trouble-" + stuck, "</tr>"))
                .contains("Bị kẹt")
                .contains("Trang 2: Trang có nội dung nhưng không đọc được chữ nào.");

        String en = visitor.page("/?lang=en");
        assertThat(en).contains("<html lang=\"en\">");
        assertThat(between(en, "trouble-" + refused, "</tr>")).contains("The PDF is protected by a password.");
        assertThat(between(en, "trouble-" + stuck, "</tr>")).contains("Page 2: The page is not blank");
    }

    @Test
    void aPageThatShouldBeScannedAgainIsToldOnTheStatusPageAndBesideThePage() {
        UUID scan = papers.received(papers.counter(), "mo.pdf");
        List<UUID> pages = papers.split(scan, List.of("một", "hai"));
        papers.read(pages.get(0), "một");
        Reason askew = Reason.of(ReasonCode.SCAN_SKEWED, "6.2°");
        papers.read(pages.get(1), "hai", List.of(Reason.of(ReasonCode.SCAN_BLURRED), askew));

        assertThat(between(visitor.page("/?lang=vi"), "scan-" + scan, "</tr>"))
                .contains("Trang 2: Trang bị mờ, nét chữ nhòe. Nên lau mặt kính, ép phẳng giấy rồi quét lại.")
                .contains("Trang 2: Trang bị nghiêng 6.2°.")
                .doesNotContain("Trang 1:");
        assertThat(visitor.page("/scans/" + scan + "?page=1")).doesNotContain("quét lại");
        assertThat(visitor.page("/scans/" + scan + "?page=2&lang=en"))
                .contains("The page is blurred. Better clean the glass, press the paper flat and scan again.")
                .contains("The page lies askew by 6.2°.");
    }

    @Test
    void theLanguageIsAskedForKeptPreferredOrVietnamese() {
        assertThat(visitor.page("/")).contains("<html lang=\"vi\">");
        assertThat(visitor.page("/", "Accept-Language", "en-GB,vi;q=0.5")).contains("<html lang=\"en\">");
        assertThat(visitor.page("/", "Accept-Language", "fr,de")).contains("<html lang=\"vi\">");
        assertThat(stranger("lang=en")).contains("<html lang=\"en\">");
        assertThat(stranger("lang=\"><script>")).contains("<html lang=\"vi\">");
        assertThat(visitor.page("/?lang=xx")).contains("<html lang=\"vi\">");
        visitor.page("/?lang=vi");
        assertThat(visitor.get("/?lang=en").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lang=en;")
                .contains("HttpOnly")
                .contains("SameSite=Strict");
        assertThat(visitor.page("/")).as("kept").contains("<html lang=\"en\">");
        assertThat(visitor.page("/scans?day=2026-11-23")).contains("href=\"/scans?day=2026-11-23&amp;lang=vi\"");
    }

    private String stranger(String cookie) {
        return Visitor.stranger(visitor.application()).page("/sign-in", "Cookie", cookie);
    }

    @Test
    void aHostileNameIsOnlyALabel() {
        Counter counter = papers.counter();
        String name = "<script>alert(1)</script>\"onx='\n\u202egnp.exe ${7*7} #{nav}.pdf";
        UUID scan = papers.quarantined(counter, name, Reason.of(ReasonCode.UNKNOWN_FORMAT, "<b>\u202e"));
        for (String path : List.of("/", "/status", "/scans?counter=" + counter.id(), "/scans/" + scan)) {
            String page = visitor.page(path);
            assertThat(page)
                    .as(path)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;onx=&#39;\ufffd\ufffdgnp.exe ${7*7}");
            assertThat(page)
                    .as(path)
                    .doesNotContain("<script>")
                    .doesNotContain("<b>")
                    .doesNotContain("\u202e");
        }
    }

    @Test
    void theListIsFilteredAndGoesOn() {
        Counter counter = papers.counter();
        for (int i = 0; i < 51; i++) {
            papers.quarantined(counter, "tep-%02d.pdf".formatted(i), Reason.of(ReasonCode.EMPTY_FILE));
        }
        String first = visitor.page("/scans?standing=QUARANTINED&unit=&day=&counter=" + counter.id());
        assertThat(first).contains("tep-50.pdf").contains("tep-01.pdf").doesNotContain("tep-00.pdf");
        String next = between(first, "rel=\"next\" href=\"", "\">");
        next = next.substring(next.indexOf("/scans"), next.length() - 2).replace("&amp;", "&");
        assertThat(visitor.page(next)).contains("tep-00.pdf").doesNotContain("tep-01.pdf");
        assertThat(visitor.page("/scans?standing=REVIEW&counter=" + counter.id()))
                .doesNotContain("tep-00.pdf");
        assertThat(visitor.page("/scans?day=2001-01-01")).contains("Không có tệp nào như vậy.");
    }

    @Test
    void everyAnswerForbidsTheBrowserWhatWeNeverDo() {
        for (String path : List.of("/", "/status", "/scans", "/nowhere", "/scans?day=x", "/actuator/health")) {
            var headers = visitor.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).as(path).contains("no-store");
        }
        assertThat(visitor.page("/"))
                .doesNotContainPattern("<script(?![^>]* src=)|<style|style=|\\son[a-z]+=|javascript:");
    }

    @Test
    void whatIsServedComesFromHere() {
        for (String asset : List.of("lib/htmx.min.js", "sohoa.js", "sohoa.css", "icon.svg")) {
            assertThat(visitor.get("/assets/" + asset).statusCode()).as(asset).isEqualTo(200);
            assertThat(visitor.get("/assets/" + asset).headers().firstValue("Cache-Control"))
                    .as(asset)
                    .contains("no-cache");
        }
        assertThat(visitor.page("/assets/lib/htmx.min.js")).contains("htmx");
        assertThat(visitor.get("/assets/..%2fapplication.yaml").statusCode()).isBetween(400, 404);
        assertThat(visitor.get("/webjars/htmx.org/2.0.10/package.json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void errorsAreToldPlainlyInBothLanguages() {
        var missing = visitor.get("/scans/" + UUID.randomUUID());
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body())
                .contains("Không tìm thấy")
                .doesNotContain("Whitelabel")
                .doesNotContain("Exception");
        assertThat(visitor.page("/nowhere?lang=en")).contains("Not found");
        var wrong = visitor.get("/scans/no-id?lang=vi");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Yêu cầu không hợp lệ").doesNotContain("Exception");
        assertThat(visitor.get("/scans?standing=<script>".replace("<", "%3C").replace(">", "%3E"))
                        .statusCode())
                .isEqualTo(400);
    }

    static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        assertThat(start).as("found: " + from).isNotNegative();
        return text.substring(start, text.indexOf(to, start + from.length()) + to.length());
    }
}
