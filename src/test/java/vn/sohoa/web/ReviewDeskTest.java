package vn.sohoa.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
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
import vn.sohoa.Eventually;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.FieldView.Standing;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;

/** Reviewing documents in a real Chromium of a counter computer's size, by keyboard alone. */
@ExtendWith(QuietApplication.class)
class ReviewDeskTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration SOON = Duration.ofSeconds(15);

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private ConfigurableApplicationContext application;
    private Papers papers;
    private Counter counter;
    private Fields fields;
    private Scans scans;
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
    void begin(ConfigurableApplicationContext running) {
        application = running;
        papers = new Papers(running);
        counter = papers.counter();
        fields = running.getBean(Fields.class);
        scans = running.getBean(Scans.class);
        context = visitor();
        page = page(context);
    }

    /** A clerk of the counter's unit who has just signed in. */
    private BrowserContext visitor() {
        BrowserContext made = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(Visitor.stranger(application).base())
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1366, 768));
        made.addInitScript("document.addEventListener('securitypolicyviolation', violation => "
                + "console.error('policy: ' + violation.violatedDirective + ' ' + violation.blockedURI));");
        return made;
    }

    private Page page(BrowserContext of) {
        Page made = of.newPage();
        made.onConsoleMessage(this::heard);
        made.onPageError(complaints::add);
        made.navigate("/sign-in");
        made.locator("input[name=name]").fill(Visitor.account(application, counter.unitId(), Role.CLERK));
        made.locator("input[name=password]").fill(Visitor.PASSWORD);
        made.keyboard().press("Enter");
        made.waitForURL(Pattern.compile("/$"));
        return made;
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
    void documentsAreReviewedByKeyboardAlone() {
        UUID first = papers.birth(counter, "Nguyễn Thị Quỳnh Hường");
        UUID second = papers.birth(counter, "Trần Đức Thắng");
        page.navigate("/review");
        assertThat(page.locator("#count")).containsText("2");
        picture("review-queue");
        assertThat(page.locator("#start")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL("**/review/" + first);
        assertThat(page.locator("#field-ho_ten")).isFocused();
        assertThat(page.locator("#field-ho_ten")).hasValue("Nguyễn Thị Quỳnh Hường");
        seen(page.locator(".line[data-code=ho_ten] .snippet"));
        page.waitForTimeout(1500);
        picture("review-field");

        page.keyboard().press("Enter");
        assertThat(page.locator("#field-ngay_sinh")).isFocused();
        page.keyboard().press("Control+A");
        page.keyboard().type("06/11/1992");
        page.keyboard().press("Enter");
        assertThat(page.locator("#field-noi_sinh")).isFocused();
        page.keyboard().press("F4");
        answerTheRest(first);
        assertThat(page.locator("#left")).containsText("Ctrl+Enter");
        picture("review-done");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#field-ho_ten")).hasValue("Trần Đức Thắng");
        assertThat(page).hasURL(Pattern.compile(second + "$"));
        assertThat(state(first)).isEqualTo(State.CONFIRMED);
        assertThat(field(first, "ho_ten").standing()).isEqualTo(Standing.CONFIRMED);
        assertThat(field(first, "ngay_sinh").value()).isEqualTo("06/11/1992");
        assertThat(field(first, "noi_sinh").standing()).isEqualTo(Standing.ILLEGIBLE);
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        answerTheRest(second);
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/review");
        assertThat(page.locator("#count")).containsText("Không còn");
        assertThat(state(second)).isEqualTo(State.CONFIRMED);
    }

    /** What the machine did not find is not on the paper. */
    private void answerTheRest(UUID document) {
        for (int i = 0; i < 10 && !"finish".equals(page.evaluate("document.activeElement.id")); i++) {
            page.keyboard().press("F6");
        }
        assertThat(page.locator("#finish")).isFocused();
        soon("all is kept", () -> fields.of(document).stream().noneMatch(f -> f.standing() == Standing.PENDING));
        assertThat(page.locator("#saves")).hasText("Đã lưu");
    }

    @Test
    void enterWhileALetterIsComposedAcceptsNothing() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        page.navigate("/review/" + document);
        Locator name = page.locator("#field-ho_ten");
        assertThat(name).isFocused();
        name.evaluate("input => {"
                + " input.dispatchEvent(new CompositionEvent('compositionstart', { data: 'h' }));"
                + " const key = (init) => input.dispatchEvent("
                + "   new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));"
                + " key({ key: 'Enter', isComposing: true });"
                + " key({ key: 'Enter', keyCode: 229 });"
                + " key({ key: 'Enter', ctrlKey: true, isComposing: true });"
                + " key({ key: 'F6', isComposing: true }); }");
        page.waitForTimeout(400);
        assertThat(name).isFocused();
        assertThat(field(document, "ho_ten").standing()).isEqualTo(Standing.PENDING);
        assertThat(state(document)).isEqualTo(State.IN_REVIEW);
        page.keyboard().press("Enter");
        soon("accepted now", () -> field(document, "ho_ten").standing() == Standing.CONFIRMED);
    }

    @Test
    void everyFieldIsKeptWhenItIsLeftAndAFailedSaveIsTriedAgain() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        page.navigate("/review/" + document);
        page.locator("#field-ho_ten")
                .fill(Normalizer.normalize("Nguyễn Thị Hằng", Normalizer.Form.NFD)); // letter and mark apart
        page.keyboard().press("Tab");
        soon("kept as one letter", () -> field(document, "ho_ten").value().equals("Nguyễn Thị Hằng"));

        page.route("**/fields/ngay_sinh", Route::abort);
        page.locator("#field-ngay_sinh").fill("07/11/1992");
        page.keyboard().press("Tab");
        assertThat(page.locator("#saves")).containsText("Chưa lưu được");
        picture("review-not-saved");
        assertThat(page.locator("#field-ngay_sinh")).hasValue("07/11/1992");
        assertThat(field(document, "ngay_sinh").standing()).isEqualTo(Standing.PENDING);
        page.unroute("**/fields/ngay_sinh");
        soon("kept in the end", () -> field(document, "ngay_sinh").value().equals("07/11/1992"));
        assertThat(page.locator("#saves")).hasText("Đã lưu");
        complaints.removeIf(text -> text.contains("net::ERR_FAILED"));
    }

    @Test
    void aLostAnswerDoesNotStopTheWork() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        page.navigate("/review/" + document);
        List<String> lost = new ArrayList<>();
        for (String path : List.of("**/fields/ho_ten", "**/confirm")) {
            page.route(path, route -> {
                if (!lost.contains(path)) {
                    lost.add(path);
                    route.fetch(); // it arrives, and the answer does not
                    route.abort();
                } else {
                    route.resume();
                }
            });
        }
        for (int i = 0; i < 20 && !"finish".equals(page.evaluate("document.activeElement.id")); i++) {
            boolean empty = (Boolean) page.evaluate("!document.activeElement.value");
            page.keyboard().press(empty ? "F6" : "Enter");
        }
        page.keyboard().press("Control+Enter");
        page.waitForURL(Pattern.compile("/review$"));
        assertThat(lost).hasSize(2);
        assertThat(scans.document(document).orElseThrow().state()).isNotEqualTo(State.IN_REVIEW);
        complaints.removeIf(text -> text.contains("net::ERR_FAILED") || text.contains("409"));
    }

    @Test
    void afterARefusalForAStaleTabTheDeskStillAnswers() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        page.navigate("/review/" + document);
        Page stale = context.newPage();
        stale.navigate("/review/" + document);
        page.locator("#field-ho_ten").press("Enter");
        soon("kept", () -> field(document, "ho_ten").standing() == Standing.CONFIRMED);
        stale.locator("#field-ho_ten").fill("Nguyễn Thị Hương");
        stale.locator("#field-ho_ten").press("Enter");
        assertThat(stale.locator("#refusal")).isVisible();
        stale.locator("#field-ngay_sinh").press("Enter");
        stale.keyboard().press("Control+Enter");
        assertThat(stale.evaluate("1 + 1")).isEqualTo(2);
        complaints.removeIf(text -> text.contains("409"));
    }

    @Test
    void anotherPersonIsToldWhoHasTheDocument() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        page.navigate("/review/" + document);
        assertThat(page.locator("#field-ho_ten")).isFocused();
        try (BrowserContext other = visitor()) {
            Page second = page(other);
            second.navigate("/review/" + document);
            assertThat(second.locator("#taken")).containsText("đang nằm trên bàn của");
            second.navigate("/review");
            assertThat(second.locator("#queue")).containsText("Trên bàn của");
            second.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("review-taken.png")));
        }
        complaints.removeIf(text -> text.contains("409"));
    }

    @Test
    void aStaleTabIsRefusedInWords() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        page.navigate("/review/" + document);
        Page stale = context.newPage();
        stale.navigate("/review/" + document);
        assertThat(stale.locator("#field-ho_ten")).isFocused();
        page.locator("#field-ho_ten").fill("Nguyễn Thị Hương");
        page.locator("#field-ho_ten").press("Enter");
        soon("kept", () -> field(document, "ho_ten").value().equals("Nguyễn Thị Hương"));
        stale.locator("#field-ho_ten").fill("Nguyễn Thị Hường Giang");
        stale.locator("#field-ho_ten").press("Enter");
        assertThat(stale.locator("#refusal")).containsText("đã được thay đổi ở một cửa sổ khác");
        stale.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("review-stale.png")));
        assertThat(field(document, "ho_ten").value()).isEqualTo("Nguyễn Thị Hương");
        assertThat(stale.locator("#field-ho_ten")).hasValue("Nguyễn Thị Hường Giang");
    }

    @Test
    void aConfirmedPaperIsFoundAndShownByKeyboardAlone() {
        UUID document = papers.birth(counter, "Đặng Thị Kim Ngân");
        page.navigate("/review/" + document);
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        answerTheRest(document);
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/review");
        application
                .getBean(vn.sohoa.publication.Publish.class)
                .document(application.getBean(vn.sohoa.scan.Claims.class).publish(document.toString()));
        page.navigate("/papers");
        assertThat(page.locator("#asked")).isFocused();
        page.keyboard().type("dang thi kim ngan");
        page.keyboard().press("Tab");
        page.keyboard().type("Cấp bản sao trích lục");
        page.keyboard().press("Enter");
        assertThat(page.locator("#papers")).containsText("Đặng Thị Kim Ngân");
        picture("papers-found");
        page.locator("#papers button").press("Enter");
        assertThat(page.locator("#fields")).containsText("05/11/1992");
        seen(page.locator("#image img").first());
        picture("paper");
        assertThat(page.url()).doesNotContain("ngan");
    }

    @Test
    void aDossierIsChosenByItsCode() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        vn.sohoa.dossier.Dossiers dossiers = application.getBean(vn.sohoa.dossier.Dossiers.class);
        String code = "H26.33.97-261123-0001";
        dossiers.named(counter.unitId(), vn.sohoa.common.DossierCode.parse(code).orElseThrow(), "thu");
        page.navigate("/review/" + document);
        page.locator("#dossier").fill("H26.33.97-261123-0002");
        page.locator("#dossier").press("Tab");
        assertThat(page.locator("#refusal span")).not().isEmpty();
        page.locator("#dossier").fill(code);
        page.locator("#dossier").press("Tab");
        soon("it is on its dossier", () -> dossiers.attachedTo(document).isPresent());
        assertThat(page.locator("#field-ho_ten")).isFocused();
        assertThat(page.locator("#dossier")).hasValue(code);
        picture("review-dossier");
        complaints.removeIf(text -> text.contains("422"));
    }

    @Test
    void dialogsAndKeysWorkWithoutAMouse() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        page.navigate("/review/" + document);
        assertThat(page.locator("#field-ho_ten")).isFocused();
        page.keyboard().press("F1");
        assertThat(page.locator("#keys")).isVisible();
        picture("review-keys");
        page.keyboard().press("Escape");
        assertThat(page.locator("#field-ho_ten")).isFocused();
        page.keyboard().press("F10");
        page.waitForTimeout(700);
        picture("review-whole");
        page.locator("#field-ho_ten").fill("Lê Thị Mai");
        page.keyboard().press("F2");
        assertThat(page.locator("#field-ho_ten")).hasValue("Nguyễn Thị Hường");
        page.keyboard().press("F2");
        assertThat(page.locator("#field-ho_ten")).hasValue("Lê Thị Mai");
        page.keyboard().press("Escape");
        assertThat(page.locator("#field-ho_ten")).hasValue("Nguyễn Thị Hường");
        page.keyboard().press("F7");
        picture("review-send-back");
        page.keyboard().press("Space");
        page.locator("#note").fill("góc phải");
        page.locator("#end button[data-do=end]").press("Enter");
        page.waitForURL("**/review");
        assertThat(state(document)).isEqualTo(State.SENT_BACK);
        assertThat(page.evaluate("() => [...document.querySelectorAll('img')].every(i => i.hasAttribute('alt'))"))
                .isEqualTo(true);
    }

    private void seen(Locator image) {
        soon("the image is there", () -> (Boolean) image.evaluate("image => image.complete && image.naturalWidth > 0"));
    }

    private void soon(String fact, java.util.concurrent.Callable<Boolean> holds) {
        Eventually.until(
                fact,
                SOON,
                () -> {
                    page.waitForTimeout(50); // what the page has to say is heard only while it is waited for
                    return holds.call();
                },
                complaints::toString);
    }

    private State state(UUID document) {
        return scans.document(document).orElseThrow().state();
    }

    private FieldView field(UUID document, String code) {
        return fields.of(document).stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
