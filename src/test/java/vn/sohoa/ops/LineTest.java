package vn.sohoa.ops;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Eventually;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Code;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;
import vn.sohoa.organization.Role;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;
import vn.sohoa.web.Visitor;

/**
 * The whole line with real parts: a stack is dropped as a scanner drops it, a clerk reviews everything by keyboard alone
 * in a real Chromium, and the confirmed papers stand on their dossiers. Another unit's clerk finds nothing of it.
 */
@ExtendWith(RunningApplication.class)
class LineTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Path STACK = Path.of("src/test/resources/samples/e01_stack.pdf");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String FIRST_DOSSIER = "H23.24.10-231208-8076";
    private static final String CARD_NUMBER = "030170066192";
    private static final int MOST_DOCUMENTS = 20;
    private static final int MOST_FIELDS = 40;
    private static final Set<State> DONE = Set.of(State.FILED, State.SENT_BACK);

    private static Playwright playwright;
    private static Browser browser;

    private final ConfigurableApplicationContext application;
    private final Scans scans;
    private final Dossiers dossiers;
    private final Code unit = new Code("LN." + Ids.tail(Ids.next()));
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    LineTest(ConfigurableApplicationContext application, Scans scans, Dossiers dossiers) {
        this.application = application;
        this.scans = scans;
        this.dossiers = dossiers;
    }

    @BeforeAll
    static void open() throws IOException {
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

    @AfterEach
    void nothingWasComplainedOf() {
        open.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aDroppedStackBecomesConfirmedPapersOnTheirDossiers(Counters counters, Settings settings) throws IOException {
        Counter counter = counters.at(unit, new Code("mot-cua"));
        Path inbox = settings.inbox().resolve(unit.text());
        drop(
                inbox.resolve("ho-so/danh-sach.csv"),
                Files.writeString(
                        Files.createTempFile("danh-sach", ".csv"),
                        "Mã hồ sơ,Mã TTHC,Chủ hồ sơ,Số định danh\n000.10.24.H23-231208-8076,2.000815,Quách Tiến Sơn,030084056508\n"));
        Eventually.until("the list is taken", LONG, () -> dossier(counter).isPresent(), () -> "");
        drop(inbox.resolve("mot-cua/stack.pdf"), STACK);
        Eventually.until(
                "the stack is read",
                LONG,
                () -> !documents(counter).isEmpty() && allAre(counter, Set.of(State.IN_REVIEW)),
                () -> documents(counter).toString());

        Page clerk = signIn(counter.unitId());
        reviewEverything(clerk);
        Eventually.until("all is kept", LONG, () -> allAre(counter, DONE), () -> documents(counter)
                .toString());

        goTo(clerk, "/dossiers");
        clerk.keyboard().type(FIRST_DOSSIER);
        clerk.keyboard().press("Enter");
        clerk.locator("th.code a").press("Enter");
        assertThat(clerk.locator("#main")).containsText("Quách Tiến Sơn");
        assertThat(clerk.locator("#main")).containsText("Đơn đề nghị");
        assertThat(clerk.locator("#main")).containsText("Đã vào kho");
        picture(clerk, "line-dossier");
        String dossierPage = clerk.url();

        find(clerk, CARD_NUMBER);
        assertThat(clerk.locator("#papers tbody tr")).hasCount(1);
        assertThat(clerk.locator("#papers")).containsText(CARD_NUMBER + ".");
        picture(clerk, "line-papers");

        Page stranger =
                signIn(counters.at(new Code(unit + ".2"), new Code("mot-cua")).unitId());
        stranger.navigate("/review");
        assertThat(stranger.locator("#count")).containsText("Không còn");
        find(stranger, CARD_NUMBER);
        assertThat(stranger.locator("#nothing")).isVisible();
        assertThat(stranger.navigate(dossierPage).status()).isEqualTo(404);
        complaints.removeIf(text -> text.contains("404"));
    }

    private static void drop(Path target, Path file) throws IOException {
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(file, part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private java.util.Optional<UUID> dossier(Counter counter) {
        return dossiers.find(counter.unitId(), DossierCode.parse(FIRST_DOSSIER).orElseThrow())
                .map(found -> found.id());
    }

    private List<DocumentView> documents(Counter counter) {
        try {
            return scans.newest(counter.id(), Sha256.of(STACK)).stream()
                    .flatMap(scan -> scans.documents(scan.id()).stream())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean allAre(Counter counter, Set<State> states) {
        return documents(counter).stream().allMatch(document -> states.contains(document.state()));
    }

    private Page signIn(UUID of) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(Visitor.stranger(application).base())
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1366, 768));
        open.add(context);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        goTo(page, "/sign-in");
        page.keyboard().type(Visitor.account(application, of, Role.CLERK));
        page.keyboard().press("Tab");
        page.keyboard().type(Visitor.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/$"));
        return page;
    }

    /** Accepts what was read, says "absent" of what was not, sends back what nobody can tell. Never touches a mouse. */
    private static void reviewEverything(Page page) {
        goTo(page, "/review");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/review/[0-9a-f-]{36}$"));
        for (int i = 0; i < MOST_DOCUMENTS; i++) {
            if (page.url().endsWith("/review")) {
                assertThat(page.locator("#count")).containsText("Không còn");
                return;
            }
            assertThat(page.locator("#finish")).isVisible();
            if (i == 0) {
                page.waitForTimeout(1500); // the page image moves to the field
                picture(page, "line-review");
            }
            String document = page.url();
            if (page.locator("#type").inputValue().isEmpty()) {
                sendBack(page);
            } else {
                answer(page);
                page.keyboard().press("Control+Enter");
            }
            onward(page, document);
        }
        throw new AssertionError("the queue does not end");
    }

    /** The desk goes on to another document; if it does not, what it says of that is told. */
    private static void onward(Page page, String document) {
        try {
            page.waitForURL(url -> !url.equals(document));
        } catch (TimeoutError slow) {
            picture(page, "line-stands-still");
            throw new AssertionError(
                    "the desk stands still: " + page.locator("#answers").innerText(), slow);
        }
    }

    private static void answer(Page page) {
        for (int i = 0; i < MOST_FIELDS; i++) {
            if ("finish".equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
            boolean empty = (Boolean) page.evaluate("!document.activeElement.value");
            page.keyboard().press(empty ? "F6" : "Enter");
        }
        throw new AssertionError("the fields do not end");
    }

    private static void sendBack(Page page) {
        page.keyboard().press("F7");
        page.keyboard().press("Space");
        for (int i = 0; i < MOST_FIELDS; i++) {
            page.keyboard().press("Tab");
            if ("end".equals(page.evaluate("document.activeElement.dataset.do"))) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("the button is not reached by keyboard");
    }

    private static void find(Page page, String what) {
        goTo(page, "/papers");
        page.keyboard().type(what);
        page.keyboard().press("Tab");
        page.keyboard().type(FIRST_DOSSIER);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    /** A page whose first control has the keyboard: a key that comes earlier goes nowhere. */
    private static void goTo(Page page, String path) {
        page.navigate(path);
        assertThat(page.locator("[autofocus]")).isFocused();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
