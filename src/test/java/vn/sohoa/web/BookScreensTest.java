package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
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

/** A register book on the screens: two keyers, an arbiter, and whoever keeps the book. */
@ExtendWith(QuietApplication.class)
class BookScreensTest {
    private static final Map<String, String> CASE = Map.of(
            "so", "12",
            "ngayDangKy", "15/03/2007",
            "loaiDangKy", "1",
            "noiDangKy", "xã Quang Thành",
            "nksHoTen", "Nguyễn Thị Kính",
            "nksGioiTinh", "2",
            "nksNgaySinh", "11/2006",
            "meHoTen", "Lê Thị Mẫu");

    private final ConfigurableApplicationContext application;
    private final Papers papers;
    private final BookBoard board;
    private Counter counter;
    private UUID book;

    BookScreensTest(ConfigurableApplicationContext application) {
        this.application = application;
        papers = new Papers(application);
        board = application.getBean(BookBoard.class);
    }

    @BeforeEach
    void aBookOfOnePage() {
        counter = papers.counter(papers.counter().unit().text(), "so-ho-tich");
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        application.getBean(Books.class).round();
        book = board.book(counter.unitId(), "KS.2007.01").orElseThrow().id();
    }

    private Visitor as(Role... roles) {
        return Visitor.as(application, counter.unitId(), roles);
    }

    private static String task(Visitor keyer) {
        return found(keyer.page("/keying"), "data-base=\"(/keying/[^\"]+)\"");
    }

    private static String version(String page) {
        return found(page, "name=\"version\" value=\"(\\d+)\"");
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
        return matcher.group(1);
    }

    private static HttpResponse<String> key(Visitor keyer, Map<String, String> values) {
        String base = task(keyer);
        List<String> fields = new ArrayList<>(List.of("version", version(keyer.page("/keying"))));
        values.forEach((column, text) -> fields.addAll(List.of("text." + column, text, "kind." + column, "VALUE")));
        return keyer.post("/keying", base + "/done", fields.toArray(String[]::new));
    }

    private static Map<String, String> with(String column, String text) {
        Map<String, String> changed = new java.util.HashMap<>(CASE);
        changed.put(column, text);
        return changed;
    }

    @Test
    void theSecondKeyerSeesNothingOfTheFirst() {
        Visitor first = as(Role.KEYER);
        assertThat(key(first, CASE).statusCode()).isEqualTo(302);
        assertThat(first.page("/keying")).contains("id=\"nothing\"");
        Visitor second = as(Role.KEYER);
        String page = second.page("/keying");
        assertThat(page).contains("KS.2007.01", "text.nksHoTen");
        CASE.values().stream().filter(value -> value.length() > 2).forEach(value -> assertThat(page)
                .doesNotContain(value));
        assertThat(page).doesNotContain("FIRST", "SECOND", "selected=\"selected\">1 ");
        assertThat(page.replaceAll("(?s)<select class=\"kind\".*?</select>", ""))
                .doesNotContain("selected");
        Visitor admin = as(Role.UNIT_ADMIN);
        CASE.values().stream().filter(value -> value.length() > 2).forEach(value -> {
            assertThat(admin.page("/books/" + book)).doesNotContain(value);
            assertThat(admin.page("/books")).doesNotContain(value);
        });
    }

    @Test
    void whatIsWrongIsShownAtItsFieldAndTheDraftIsKept() {
        Visitor keyer = as(Role.KEYER);
        HttpResponse<String> answer = key(keyer, with("ngayDangKy", "30/02/2007"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Không phải là ngày", "soOnPaper", "Nguyễn Thị Kính");
        String base = task(keyer);
        HttpResponse<String> stands =
                keyer.post("/keying", base + "/done", "version", version(keyer.page("/keying")), "soOnPaper", "yes");
        assertThat(stands.statusCode()).isEqualTo(302);
    }

    @Test
    void aFieldIsSavedWhenItIsLeftAndASecondTabIsToldSo() {
        Visitor keyer = as(Role.KEYER);
        String base = task(keyer);
        String version = version(keyer.page("/keying"));
        String[] field = {"version", version, "column", "nksHoTen", "kind", "VALUE", "text", "Nguyễn Thị"};
        HttpResponse<String> saved = keyer.post("/keying", base + "/field", field);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).isEqualTo("1");
        assertThat(keyer.page("/keying")).contains("Nguyễn Thị");
        HttpResponse<String> late = keyer.post("/keying", base + "/field", field);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("đang mở ở nơi khác");
        Visitor other = as(Role.KEYER);
        assertThat(other.get(base + "/image").statusCode()).isEqualTo(404);
    }

    @Test
    void aThirdPersonDecidesAndTheBookIsDelivered() throws SQLException {
        Visitor keyerAndArbiter = as(Role.KEYER, Role.ARBITER);
        key(keyerAndArbiter, CASE);
        key(as(Role.KEYER), with("nksHoTen", "Nguyễn Thị Kinh"));
        assertThat(keyerAndArbiter.page("/keying/decide")).contains("id=\"nothing\"");
        Visitor arbiter = as(Role.ARBITER);
        String page = arbiter.page("/keying/decide");
        assertThat(page).contains("Nguyễn Thị Kính", "Nguyễn Thị Kinh", "choice.nksHoTen");
        String base = found(page, "data-base=\"(/keying/decide/[^\"]+)\"");
        assertThat(arbiter.get(base + "/image").statusCode()).isEqualTo(200);
        assertThat(arbiter.post("/keying/decide", base, "version", version(page), "choice.nksHoTen", "OWN")
                        .statusCode())
                .isEqualTo(422);
        String now = version(arbiter.page("/keying/decide"));
        assertThat(arbiter.post("/keying/decide", base, "version", now, "choice.nksHoTen", "VALUE|Nguyễn Thị Kính")
                        .statusCode())
                .isEqualTo(302);

        Visitor admin = as(Role.UNIT_ADMIN);
        String books = "/books/" + book;
        assertThat(admin.page(books)).contains("book-COMPARED");
        assertThat(admin.post(books, books + "/deliver").statusCode()).isEqualTo(302);
        String delivered = admin.page(books);
        assertThat(delivered).contains("book-DELIVERED", "1 / 1 / 1", ".KS.2007.01.xlsx");
        String xlsx = found(delivered, "href=\"(/books/[^\"]+/xlsx)\"");
        assertThat(admin.get(xlsx).statusCode()).isEqualTo(200);
        assertThat(audited("BOOK_DOWNLOADED")).isEqualTo(1);
        assertThat(audited("CASE_DECIDED")).isEqualTo(1);
        assertThat(audited("CASE_KEYED")).isEqualTo(2);
        assertThat(audited("PAGE_VIEWED")).isEqualTo(1);

        Visitor stranger = Visitor.as(application, papers.counter().unitId(), Role.UNIT_ADMIN, Role.KEYER);
        assertThat(stranger.get(books).statusCode()).isEqualTo(404);
        assertThat(stranger.get(xlsx).statusCode()).isEqualTo(404);
        assertThat(stranger.page("/books")).doesNotContain(book.toString());
    }

    private int audited(String action) throws SQLException {
        try (var owner = application.getBean("owner", DataSource.class).getConnection();
                var query = owner.prepareStatement("select count(*) from audit_entry where action = ? and unit_id = ?"
                        + " and purpose = 'KS.2007.01'")) {
            query.setString(1, action);
            query.setObject(2, counter.unitId());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void whatKeepsABookFromDeliveryIsSaid() {
        Visitor admin = as(Role.CLERK);
        String books = "/books/" + book;
        assertThat(admin.page(books)).contains("Còn trường hợp chưa nhập").doesNotContain(books + "/deliver");
        assertThat(admin.post(books, books + "/deliver").statusCode()).isEqualTo(422);
        String version = version(admin.page(books));
        HttpResponse<String> wrong = admin.post(
                books,
                books + "/facts",
                "version",
                version,
                "kind",
                "KS",
                "years",
                "2009-2007",
                "number",
                "01",
                "casesAPage",
                "1");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("chưa đúng");
        HttpResponse<String> right = admin.post(
                books,
                books + "/facts",
                "version",
                version,
                "kind",
                "KS",
                "years",
                "2007",
                "number",
                "01",
                "declared",
                "3",
                "casesAPage",
                "2");
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(admin.page(books)).contains("Thiếu 2 trang: 2–3");
        assertThat(as(Role.KEYER).get(books).statusCode()).isEqualTo(403);
        assertThat(as(Role.CLERK).get("/keying").statusCode()).isEqualTo(403);
    }
}
