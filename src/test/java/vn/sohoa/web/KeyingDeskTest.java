package vn.sohoa.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.keying.Books;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.register.BookBoard;

/** A book goes through two keyers and an arbiter to its delivery, in a real Chromium and by keyboard alone. */
@ExtendWith(QuietApplication.class)
class KeyingDeskTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String PAGE = """
            SỔ ĐĂNG KÝ KHAI SINH
            Quyển số: 01/2007   Trang số: 1
            Số: 12   Ngày đăng ký: 15/03/2007
            Họ và tên: Nguyễn Thị Kính""";

    private static Playwright playwright;
    private static Browser browser;

    private final ConfigurableApplicationContext application;
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> open = new ArrayList<>();
    private Counter counter;
    private UUID book;

    KeyingDeskTest(ConfigurableApplicationContext application) {
        this.application = application;
    }

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
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void aBookOfOnePage() {
        Papers papers = new Papers(application);
        counter = papers.counter(papers.counter().unit().text(), "so-ho-tich");
        papers.gathered(counter, "KS.2007.01", "001.jpg", PAGE);
        application.getBean(Books.class).round();
        book = application
                .getBean(BookBoard.class)
                .book(counter.unitId(), "KS.2007.01")
                .orElseThrow()
                .id();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        open.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    /** Somebody with a role, at this place. */
    private Page as(Role role, String path) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(Visitor.stranger(application).base())
                .setLocale("vi-VN")
                .setViewportSize(1366, 768));
        context.addInitScript("document.addEventListener('securitypolicyviolation', violation => "
                + "console.error('policy: ' + violation.violatedDirective + ' ' + violation.blockedURI));");
        open.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(path);
        page.getByLabel("Tên đăng nhập").fill(Visitor.account(application, counter.unitId(), role));
        page.getByLabel("Mật khẩu").fill(Visitor.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(Pattern.quote(path) + "(\\?continue)?$"));
        return page;
    }

    /** Types a case from its first field to its last, with nothing but the keyboard. */
    private static void key(Page page, String name) {
        assertThat(field(page, "so")).isFocused();
        type(page, "12");
        type(page, "1");
        type(page, "15/3/2007");
        page.keyboard().press("1");
        page.keyboard().press("Enter");
        type(page, "UBND xã Thử Nghiệm");
        page.keyboard().press("F4");
        page.keyboard().press("Enter");
        type(page, name);
        page.keyboard().press("2");
        page.keyboard().press("Enter");
        type(page, "02/2007");
        type(page, "Tại nhà");
        page.keyboard().press("F6");
        page.keyboard().press("Enter");
        type(page, "Kinh");
        type(page, "Việt Nam");
        type(page, "Lê Thị Mẫu");
        type(page, "Trần Văn Thử");
        assertThat(page.locator("#done")).isFocused();
    }

    private static void type(Page page, String text) {
        page.keyboard().insertText(text);
        page.keyboard().press("Enter");
    }

    private static Locator field(Page page, String column) {
        return page.locator("[data-column=" + column + "]");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Test
    void aBookGoesThroughTwoKeyersAndAnArbiterToItsDelivery() throws Exception {
        Page first = as(Role.KEYER, "/keying");
        assertThat((Boolean) first.locator("#image img").evaluate("image => image.complete && image.naturalWidth > 0"))
                .isTrue();
        key(first, "Nguyễn Thị Kính");
        picture(first, "keying-vi");
        first.keyboard().press("Control+Enter");
        assertThat(first.locator("#nothing")).isVisible();

        Page second = as(Role.KEYER, "/keying");
        assertThat(field(second, "nksHoTen")).hasValue("");
        key(second, "Nguyễn Thị Kinh");
        second.keyboard().press("Control+Enter");
        assertThat(second.locator("#nothing")).isVisible();

        Page arbiter = as(Role.ARBITER, "/keying/decide");
        assertThat(arbiter.locator(".dispute")).hasCount(1);
        assertThat(arbiter.locator(".dispute")).containsText("Nguyễn Thị Kính");
        picture(arbiter, "decide-vi");
        arbiter.getByLabel("Nguyễn Thị Kính").focus();
        arbiter.keyboard().press("Space");
        arbiter.keyboard().press("Control+Enter");
        assertThat(arbiter.locator("#nothing")).isVisible();

        Page admin = as(Role.UNIT_ADMIN, "/books");
        admin.getByText("KS.2007.01").click();
        admin.locator("#delivery button").click();
        assertThat(admin.locator(".delivery.passed")).containsText("1 / 1 / 1");
        picture(admin, "book-vi");
        Download archive = admin.waitForDownload(() -> admin.locator(".delivery a")
                .filter(new Locator.FilterOptions().setHasText(".zip"))
                .click());
        assertThat(archive.suggestedFilename()).isEqualTo(counter.unit() + ".KS.2007.01.zip");
        assertThat(Files.size(archive.path())).isPositive();
    }

    @Test
    void whatIsTypedIsKeptAtOnceAndAnInputMethodIsLeftAlone() {
        Page page = as(Role.KEYER, "/keying");
        field(page, "nksHoTen").focus();
        page.keyboard().insertText("Nguyễn Thị Hườ");
        field(page, "nksHoTen")
                .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        field(page, "nksHoTen")
                .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', keyCode: 229, ctrlKey: true, bubbles: true, cancelable: true }))");
        assertThat(field(page, "nksHoTen")).isFocused();
        assertThat(page.locator("#draft")).hasText("Đã lưu");
        page.reload();
        assertThat(field(page, "nksHoTen")).hasValue("Nguyễn Thị Hườ");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".keyed.wrong").first()).isVisible();
        complaints.removeIf(text -> text.contains("422"));
    }

    @Test
    void aSecondTabIsToldAndALostConnectionLosesNothing() {
        Page page = as(Role.KEYER, "/keying");
        Page tab = page.context().newPage();
        tab.navigate("/keying");
        field(tab, "nksHoTen").fill("Nguyễn");
        field(tab, "nksHoTen").blur();
        assertThat(tab.locator("#draft")).hasText("Đã lưu");
        field(page, "so").fill("12");
        field(page, "so").blur();
        assertThat(page.locator("#news")).containsText("đang mở ở nơi khác");

        tab.route("**/field", Route::abort);
        field(tab, "so").fill("7");
        field(tab, "so").blur();
        assertThat(tab.locator("#news")).containsText("Mất kết nối");
        tab.keyboard().press("Control+Enter");
        assertThat(field(tab, "so")).hasValue("7");
        tab.unroute("**/field");
        assertThat(tab.locator("#news")).hasText("");
        tab.reload();
        assertThat(field(tab, "so")).hasValue("7");
        complaints.removeIf(text -> text.contains("net::ERR_FAILED") || text.contains("409"));
    }
}
