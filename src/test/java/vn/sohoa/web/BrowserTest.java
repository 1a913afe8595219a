package vn.sohoa.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.catalog.WordLessons;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;

/** The screens in a real Chromium of a counter computer's size. Pictures of them are left in target/screenshots. */
@ExtendWith(QuietApplication.class)
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    private static final String BIRTH = """
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            GIẤY KHAI SINH
            Họ, chữ đệm, tên: NGUYỄN THỊ QUỲNH HƯỜNG
            Ngày, tháng, năm sinh: 05/11/1992
            Ghi bằng chữ: Ngày năm tháng mười một
            Giới tính: Nữ   Dân tộc: Kinh   Quốc tịch: Việt Nam
            Nơi sinh: Bệnh viện Phụ sản, quận Đống Đa, thành phố Hà Nội
            Họ, chữ đệm, tên người mẹ: TRẦN THỊ BÍCH NGỌC
            Họ, chữ đệm, tên người cha: NGUYỄN ĐỨC THẮNG
            Nơi đăng ký khai sinh: Ủy ban nhân dân phường Láng Hạ""";

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private Papers papers;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "browser tests are skipped: " + CHROMIUM + " is absent (apt-get install -y chromium)");
        Files.createDirectories(PICTURES);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void begin(ConfigurableApplicationContext application) {
        papers = new Papers(application);
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(Visitor.stranger(application).base())
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1366, 768));
        context.addInitScript("document.addEventListener('securitypolicyviolation', violation => "
                + "console.error('policy: ' + violation.violatedDirective + ' ' + violation.blockedURI));");
        page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(complaints::add);
        signIn(Visitor.account(application, Units.ROOT, Role.UNIT_ADMIN, Role.AUDITOR));
    }

    /** Whoever is not known is led to the page where one signs in, and from there to where they wanted. */
    private void signIn(String name) {
        page.navigate("/scans");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/sign-in$"));
        page.getByLabel("Tên đăng nhập").fill(name);
        page.getByLabel("Mật khẩu").fill(Visitor.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/scans(\\?continue)?$"));
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void theStatusPageComesAgainByItself() {
        Counter counter = papers.counter("ubnd-xa-tan-lap", "quay-" + System.nanoTime());
        papers.reviewed(counter, "SCN_0001.pdf", BIRTH);
        papers.quarantined(counter, "ho-so-mat-khau.pdf", Reason.of(ReasonCode.ENCRYPTED_FILE));
        UUID stuck = papers.received(counter, "SCN_0002.tif");
        List<UUID> pages = papers.split(stuck, List.of(BIRTH, "mờ"));
        papers.read(pages.get(0), BIRTH);
        papers.refusePage(pages.get(1), Reason.of(ReasonCode.NO_TEXT));
        papers.render(stuck, List.of(pages.get(0)), "%PDF".getBytes());
        page.navigate("/");
        Locator row = page.locator("#today tr").filter(new Locator.FilterOptions().setHasText(counter.code() + ""));
        assertThat(row.locator("td").first()).hasText("3");
        assertThat(page.locator("#troubles")).containsText("Trang 2: Trang có nội dung nhưng");
        picture("status-vi");

        papers.received(counter, "Giấy khai sinh – bản sao (mới).pdf");
        assertThat(page.locator("#newest")).containsText("bản sao (mới).pdf", SOON);
        assertThat(row.locator("td").first()).hasText("4");

        page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#troubles")).containsText("Page 2: The page is not blank");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        picture("status-en");
        page.navigate("/scans");
        assertThat(page.locator("h1")).hasText("List of scans");
        picture("scans-en");
    }

    @Test
    void theModelsOfWordsAreShownAndAnotherIsAskedForByKeyboard(ConfigurableApplicationContext application) {
        page.navigate("/certainty");
        assertThat(page.locator("h2")).hasText("Nhận loại giấy tờ theo từ ngữ");
        picture("certainty-vi");
        page.navigate("/admin/words");
        assertThat(page.locator("details[open]")).containsText("Giấy chứng sinh");
        picture("words-vi");
        page.getByText("Học mô hình mới ngay").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status].said")).containsText("Đã ghi nhận");
        picture("words-asked-vi");
        application.getBean(WordLessons.class).ask(Instant.now().plus(Duration.ofDays(30)), "");
    }

    @Test
    void numbersThatAreNotFreshDoNotLookFresh() {
        page.navigate("/");
        page.route("**/status", Route::abort);
        assertThat(page.locator("#news")).containsText("Mất kết nối với dịch vụ", SOON);
        picture("status-lost");
        page.unroute("**/status");
        assertThat(page.locator("#news")).hasText("", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        complaints.removeIf(text -> text.contains("net::ERR_FAILED") || text.contains("htmx:"));
    }

    @Test
    void imageAndTextStandSideBySideAndArrowKeysTurnThePage() {
        Counter counter = papers.counter("ubnd-xa-tan-lap", "quay-1");
        UUID scan = papers.reviewed(counter, "SCN_0001.pdf", BIRTH, "TRANG HAI\nĐơn đề nghị", "TRANG BA");
        page.navigate("/scans/" + scan);
        Locator image = page.locator("#image img");
        assertThat(page.locator("#text")).containsText("NGUYỄN THỊ QUỲNH HƯỜNG");
        assertThat((Boolean) image.evaluate("image => image.complete && image.naturalWidth > 0"))
                .isTrue();
        BoundingBox left = page.locator("#image").boundingBox();
        BoundingBox right = page.locator("#text").boundingBox();
        assertThat(left.x + left.width).isLessThanOrEqualTo(right.x);
        assertThat(left.y).isEqualTo(right.y);
        assertThat(right.y + right.height).as("both fit the screen").isLessThanOrEqualTo(768);
        picture("scan-vi");

        press("ArrowRight", "Đơn đề nghị");
        press("ArrowRight", "TRANG BA");
        press("ArrowRight", "TRANG BA");
        press("ArrowLeft", "Đơn đề nghị");

        page.locator("input[name=page]").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("page=2$"));

        page.locator("#zoom").click();
        assertThat(page.locator("#zoom")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#image")).isFocused();
        press("ArrowRight", "Đơn đề nghị");
        picture("scan-enlarged");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("scan-whole.png")));
    }

    @Test
    void whatAPaperSaysIsMarkedOnItsImageWhereItStands(ConfigurableApplicationContext application) {
        JdbcClient database = JdbcClient.create(application.getBean("owner", javax.sql.DataSource.class));
        UUID document = papers.birth(papers.counter(), "Lê Thị Mơ");
        var of = database.sql("""
                        select d.scan_id, p.width from document d join document_page dp on dp.document_id = d.id
                        join page p on p.id = dp.page_id where d.id = ?""").param(document).query().singleRow();
        page.navigate("/scans/" + of.get("scan_id"));
        assertThat(page.locator(".marks rect")).hasCount(3);
        for (boolean enlarged : List.of(false, true)) {
            BoundingBox image = page.locator("#image img").boundingBox();
            BoundingBox mark = page.locator(".marks rect").first().boundingBox();
            double scale = image.width / ((Number) of.get("width")).doubleValue();
            assertThat(mark.x).isCloseTo(image.x + 200 * scale, within(2.0));
            assertThat(mark.y).isCloseTo(image.y + 176 * scale, within(2.0));
            assertThat(mark.width).isCloseTo(560 * scale, within(4.0));
            if (!enlarged) {
                picture("scan-found");
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve("scan-found-whole.png")));
                page.locator("#zoom").click();
            }
        }
    }

    @Test
    void everythingIsReachedWithoutAMouse() {
        UUID scan = papers.reviewed(papers.counter(), "SCN_0003.pdf", BIRTH, "TRANG HAI");
        page.navigate("/scans/" + scan);
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            reached.add((String) page.evaluate("() => { const e = document.activeElement;"
                    + " return e.id || e.rel || e.name || e.className || e.textContent.trim(); }"));
        }
        assertThat(reached).first().isEqualTo("skip");
        assertThat(reached).contains("language", "next", "page", "zoom", "image", "text");
        assertThat(
                        page.evaluate(
                                "() => [...document.querySelectorAll('table')].every(t => t.caption)"
                                        + " && [...document.querySelectorAll('img')].every(i => i.alt)"
                                        + " && [...document.querySelectorAll('input:not([type=hidden]), select')].every(i => i.labels.length)"))
                .isEqualTo(true);
    }

    @Test
    void aScanThatFailedTellsWhyAtFirstSight() {
        UUID scan = papers.received(papers.counter(), "\u202egnp.exe <b>hồ sơ</b>\n" + "rất-dài-".repeat(20) + ".pdf");
        List<UUID> pages = papers.split(scan, List.of("mờ", "rõ"));
        papers.refusePage(pages.get(0), Reason.of(ReasonCode.NO_TEXT));
        page.navigate("/scans/" + scan);
        assertThat(page.locator("#sheet .alert")).containsText("không đọc được chữ nào");
        picture("scan-stuck");
        papers.read(pages.get(1), "rõ");
        assertThat(page.locator("#standing")).containsText("bấm để tải lại", SOON);
        page.locator("#standing a").click();
        assertThat(page.locator("#standing")).containsText("Chờ phân tích");
        page.navigate("/nowhere");
        picture("not-found");
        complaints.removeIf(text -> text.contains("404"));
    }

    /** Once the page is whole: before that nobody listens to the keys. */
    private void press(String key, String text) {
        page.waitForLoadState();
        page.keyboard().press(key);
        assertThat(page.locator("#text")).containsText(text);
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
