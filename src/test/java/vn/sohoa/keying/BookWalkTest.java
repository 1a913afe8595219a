package vn.sohoa.keying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Counter;
import vn.sohoa.register.Answer;
import vn.sohoa.register.Arbitrations;
import vn.sohoa.register.BookBoard;
import vn.sohoa.register.BookFacts;
import vn.sohoa.register.BookState;
import vn.sohoa.register.BookView;
import vn.sohoa.register.CaseState;
import vn.sohoa.register.Deliveries;
import vn.sohoa.register.Finding;
import vn.sohoa.register.Hand;
import vn.sohoa.register.Keyings;
import vn.sohoa.register.Registers;
import vn.sohoa.register.Task;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** A register book from its pages to its delivery. */
@ExtendWith(QuietApplication.class)
class BookWalkTest {
    private static final Duration BEYOND_LEASE = Keyings.LEASE.plusMinutes(1);

    private final ConfigurableApplicationContext application;
    private final QuietApplication.HandClock clock;
    private final Papers papers;
    private final Books books;
    private final BookBoard board;
    private final Registers registers;
    private final Keyings keyings;
    private final Arbitrations arbitrations;
    private final Deliveries deliveries;
    private final BookDelivery delivery;

    private Counter counter;
    private Hand an;
    private Hand binh;
    private Hand chi;
    private Hand admin;

    BookWalkTest(ConfigurableApplicationContext application, QuietApplication.HandClock clock) {
        this.application = application;
        this.clock = clock;
        papers = new Papers(application);
        books = application.getBean(Books.class);
        board = application.getBean(BookBoard.class);
        registers = application.getBean(Registers.class);
        keyings = application.getBean(Keyings.class);
        arbitrations = application.getBean(Arbitrations.class);
        deliveries = application.getBean(Deliveries.class);
        delivery = application.getBean(BookDelivery.class);
    }

    @BeforeEach
    void aUnitOfItsOwn() {
        counter = papers.counter(papers.counter().unit().text(), "so-ho-tich");
        an = hand("an");
        binh = hand("binh");
        chi = hand("chi");
        admin = hand("admin");
    }

    private Hand hand(String name) {
        return new Hand(Ids.next(), name, Set.of(counter.unitId()));
    }

    private BookView book(String key) {
        books.round();
        return board.book(counter.unitId(), key).orElseThrow();
    }

    static Map<String, Answer> answers(String number, String name) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("so", Answer.of(number));
        answers.put("trangSo", Answer.of("1"));
        answers.put("ngayDangKy", Answer.of("15/03/2007"));
        answers.put("loaiDangKy", Answer.of("1"));
        answers.put("noiDangKy", Answer.of("xã Quang Thành"));
        answers.put("nguoiKy", Answer.of("Trần Văn Thử"));
        answers.put("nksHoTen", Answer.of(name));
        answers.put("nksGioiTinh", Answer.of("2"));
        answers.put("nksNgaySinh", Answer.of("02/2007"));
        answers.put("nksNoiSinh", Answer.of("Trạm y tế xã"));
        answers.put("nksQueQuan", Answer.ABSENT);
        answers.put("nksDanToc", Answer.of("Kinh"));
        answers.put("nksQuocTich", Answer.of("Việt Nam"));
        answers.put("meHoTen", Answer.of("Lê Thị Mẫu"));
        answers.put("chaHoTen", Answer.ILLEGIBLE);
        return answers;
    }

    private void key(Hand hand, Map<String, Answer> answers) {
        Task task = keyings.next(hand).orElseThrow();
        assertThat(keyings.done(hand, task.keying(), task.version(), answers, false))
                .isEmpty();
    }

    @Test
    void pagesBecomeOneBookWithItsGapsAndDuplicates() {
        papers.gathered(counter, "KS.2007.01", "trang_001.jpg", "trang 1");
        papers.gathered(counter, "KS.2007.01", "trang_002.pdf", "trang 2", "trang 3");
        papers.gathered(counter, "KS.2007.01", "trang_003.jpg", "trang 3 lần nữa");
        papers.gathered(counter, "KS.2007.01", "trang_006.jpg", "trang 6");
        papers.gathered(counter, "KS.2007.01", "bìa.jpg", "bìa");
        BookView book = book("KS.2007.01");
        books.round();
        assertThat(board.book(book.id()).orElseThrow()).isEqualTo(book);
        assertThat(book.facts()).isEqualTo(new BookFacts("KS", "2007", "01"));
        assertThat(book.state()).isEqualTo(BookState.KEYING);
        assertThat(board.gaps(book.id())).hasToString("4–5");
        List<BookView.Page> pages = board.pages(book.id());
        assertThat(pages.stream().map(page -> page.number().orElse(0))).containsExactly(1, 2, 3, 3, 6, 0);
        BookView.Page twice = pages.get(3);
        assertThat(twice.state()).isEqualTo(BookView.PageState.DUPLICATE);
        assertThat(twice.duplicateOf()).contains(pages.get(2).id());
        assertThat(twice.cases()).isZero();

        registers.describe(admin, book.id(), book.version(), book.facts(), OptionalInt.of(8), 2);
        assertThat(board.gaps(book.id())).hasToString("4–5, 7–8");
        assertThat(board.pages(book.id()).get(0).cases()).isEqualTo(2);
        assertThatThrownBy(() -> registers.number(admin, twice.id(), 6)).isInstanceOf(Failure.BadInput.class);
        registers.number(admin, twice.id(), 4);
        registers.setAside(admin, pages.get(5).id());
        assertThat(board.gaps(book.id())).hasToString("5, 7–8");
        assertThat(board.book(book.id()).orElseThrow().count(CaseState.VOID)).isEqualTo(2);
        assertThatThrownBy(() ->
                        registers.describe(admin, book.id(), book.version(), book.facts(), OptionalInt.empty(), 1))
                .isInstanceOf(Failure.Conflict.class);
    }

    @Test
    void pagesStandInTheirBookWhateverTheClockOfAnotherNodeSaid() throws SQLException {
        papers.gathered(counter, "KS.2007.01", "trang_001.jpg", "trang 1");
        assertThat(book("KS.2007.01").found()).isEqualTo(1);
        UUID late = papers.gathered(counter, "KS.2007.01", "trang_002.jpg", "trang 2")
                .get(0);
        sql("update scan set updated_at = updated_at - interval '1 day'"
                + " where id = (select scan_id from page where id = '" + late + "')");
        assertThat(book("KS.2007.01").found()).isEqualTo(2);
    }

    @Test
    void aScanThatEndsOtherwiseLaterOnIsTakenAgain() throws SQLException {
        UUID page = papers.gathered(counter, "KS.2007.01", "trang_001.jpg", "trang 1")
                .get(0);
        UUID book = book("KS.2007.01").id();
        assertThat(board.odd(book)).isEmpty();
        sql("update scan set state = 'STUCK' where id = (select scan_id from page where id = '" + page + "')");
        books.round();
        assertThat(board.odd(book)).hasSize(1);
    }

    @Test
    void aFolderThatTellsNothingWaitsForAPerson() {
        papers.gathered(counter, "sach-cu", "001.jpg", "trang 1");
        BookView book = book("sach-cu");
        assertThat(book.state()).isEqualTo(BookState.COLLECTING);
        assertThat(keyings.next(an)).isEmpty();
        assertThatThrownBy(() -> registers.describe(
                        admin,
                        book.id(),
                        book.version(),
                        new BookFacts("KS", "2009-2007", "01"),
                        OptionalInt.empty(),
                        1))
                .isInstanceOf(Failure.BadInput.class);
        registers.describe(admin, book.id(), book.version(), new BookFacts("KS", "2007", "02"), OptionalInt.empty(), 1);
        assertThat(keyings.next(an)).isPresent();
    }

    @Test
    void twoPeopleKeyAndAThirdDecides() {
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        UUID book = book("KS.2007.01").id();
        key(an, answers("12", "Nguyễn Thị Kính"));
        assertThat(keyings.next(an)).as("nobody keys a case twice").isEmpty();
        Task second = keyings.next(binh).orElseThrow();
        assertThat(second.draft()).isEmpty();
        assertThat(second.toString()).doesNotContain("Kính", "FIRST", "SECOND", "Quang Thành");
        key(binh, answers("012", "Nguyễn Thị Kinh"));
        assertThat(board.book(book).orElseThrow().count(CaseState.DIFFERENT)).isEqualTo(1);
        assertThat(arbitrations.next(an)).as("nobody decides what they keyed").isEmpty();
        assertThat(arbitrations.next(binh)).isEmpty();
        Arbitrations.Dispute dispute = arbitrations.next(chi).orElseThrow();
        assertThat(dispute.differences()).hasSize(1);
        Arbitrations.Difference difference = dispute.differences().get(0);
        assertThat(difference.field().column()).isEqualTo("nksHoTen");
        assertThat(List.of(difference.left().text(), difference.right().text()))
                .containsExactlyInAnyOrder("Nguyễn Thị Kính", "Nguyễn Thị Kinh");
        assertThat(arbitrations.decide(chi, dispute.registerCase(), dispute.version(), Map.of()))
                .hasSize(1);
        assertThat(arbitrations.decide(
                        chi,
                        dispute.registerCase(),
                        dispute.version(),
                        Map.of("nksHoTen", Answer.of("Nguyễn Thị Kỉnh"))))
                .isEmpty();
        BookView done = board.book(book).orElseThrow();
        assertThat(done.state()).isEqualTo(BookState.COMPARED);
        assertThat(done.count(CaseState.DECIDED)).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfKeepsThreePeopleApart() throws SQLException {
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        book("KS.2007.01");
        key(an, answers("12", "Nguyễn Thị Kính"));
        key(binh, answers("12", "Nguyễn Thị Kinh"));
        Arbitrations.Dispute dispute = arbitrations.next(chi).orElseThrow();
        String keying = """
                insert into keying (id, unit_id, case_id, turn, account_id, leased_until, created_at)
                values ('%s', '%s', '%s', '%s', '%s', now(), now())""";
        String decision = """
                insert into decision (id, unit_id, case_id, field, kind, text, account_id, decided_at)
                values ('%s', '%s', '%s', 'so', 'VALUE', '1', '%s', now())""";
        UUID unit = counter.unitId();
        UUID one = dispute.registerCase();
        assertThatThrownBy(() -> sql(keying.formatted(Ids.next(), unit, one, "FIRST", an.account())))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> sql(decision.formatted(Ids.next(), unit, one, an.account())))
                .hasMessageContaining("who keyed a case does not decide it");
        assertThatThrownBy(() ->
                        sql("update keying set account_id = '" + chi.account() + "' where case_id = '" + one + "'"))
                .hasMessageContaining("who decides a case does not key it");
        assertThatThrownBy(() ->
                        sql("update arbitration set account_id = '" + an.account() + "' where case_id = '" + one + "'"))
                .hasMessageContaining("who keyed a case does not decide it");
    }

    private void sql(String statement) throws SQLException {
        try (Connection owner = application.getBean("owner", DataSource.class).getConnection();
                var doing = owner.createStatement()) {
            doing.executeUpdate(statement);
        }
    }

    @Test
    void aDraftIsKeptFieldByFieldAndASecondTabIsFenced() {
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        book("KS.2007.01");
        Task task = keyings.next(an).orElseThrow();
        int next = keyings.save(an, task.keying(), task.version(), "nksHoTen", Answer.of("Nguyễn  Thị "));
        assertThat(keyings.next(an).orElseThrow().draft()).containsEntry("nksHoTen", Answer.of("Nguyễn Thị"));
        assertThatThrownBy(() -> keyings.save(an, task.keying(), task.version(), "so", Answer.of("1")))
                .isInstanceOf(Failure.Conflict.class);
        assertThatThrownBy(() -> keyings.save(binh, task.keying(), next, "so", Answer.of("1")))
                .isInstanceOf(Failure.Conflict.class);
        assertThatThrownBy(() -> keyings.save(an, task.keying(), next, "khongCo", Answer.of("1")))
                .isInstanceOf(Failure.BadInput.class);
        assertThat(keyings.done(an, task.keying(), next, Map.of(), false)).isNotEmpty();
    }

    @Test
    void whoIsAwayTooLongLeavesTheCaseToOthers() {
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        book("KS.2007.01");
        Task task = keyings.next(an).orElseThrow();
        keyings.save(an, task.keying(), task.version(), "nksHoTen", Answer.of("Nguyễn"));
        assertThat(keyings.next(binh)).as("held by another").isEmpty();
        clock.forward(BEYOND_LEASE);
        Task taken = keyings.next(binh).orElseThrow();
        assertThat(taken.draft()).as("nothing of the other one's draft").isEmpty();
        assertThatThrownBy(() -> keyings.renew(an, task.keying())).isInstanceOf(Failure.Conflict.class);
    }

    @Test
    void aPlaceWithoutACaseAndOneMoreCaseOnThePage() {
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        UUID book = book("KS.2007.01").id();
        Task task = keyings.next(an).orElseThrow();
        assertThat(keyings.oneMore(an, task.keying())).isEqualTo(2);
        assertThat(keyings.oneMore(an, task.keying()))
                .as("said twice, there once")
                .isEqualTo(2);
        keyings.noCase(an, task.keying(), task.version());
        key(an, answers("1", "Phạm Thị Thử"));
        Task other = keyings.next(binh).orElseThrow();
        keyings.noCase(binh, other.keying(), other.version());
        Task last = keyings.next(binh).orElseThrow();
        keyings.noCase(binh, last.keying(), last.version());
        BookView compared = board.book(book).orElseThrow();
        assertThat(compared.count(CaseState.EMPTY)).isEqualTo(1);
        assertThat(compared.count(CaseState.DIFFERENT)).isEqualTo(1);
        Arbitrations.Dispute dispute = arbitrations.next(chi).orElseThrow();
        assertThat(dispute.differences()).hasSize(15);
        arbitrations.noCase(chi, dispute.registerCase(), dispute.version());
        assertThat(board.book(book).orElseThrow().count(CaseState.EMPTY)).isEqualTo(2);
        assertThat(deliveries.obstacles(book)).containsExactly(Deliveries.Obstacle.NO_CASES);
    }

    @Test
    void whatAKeyerAddedStaysWhenTheBookIsDescribedAnew() {
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        BookView book = book("KS.2007.01");
        Task task = keyings.next(an).orElseThrow();
        keyings.oneMore(an, task.keying());
        registers.describe(admin, book.id(), 0, book.facts(), OptionalInt.of(1), 1);
        assertThat(board.pages(book.id()).get(0).cases()).isEqualTo(2);
        registers.describe(admin, book.id(), 1, book.facts(), OptionalInt.of(1), 4);
        assertThat(board.pages(book.id()).get(0).cases()).isEqualTo(4);
        registers.describe(admin, book.id(), 2, book.facts(), OptionalInt.of(1), 3);
        assertThat(board.pages(book.id()).get(0).cases()).isEqualTo(3);
    }

    @Test
    void aBookIsDeliveredWithARowAndAPdfACase() throws IOException {
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        papers.gathered(counter, "KS.2007.01", "003.jpg", "trang 3");
        BookView book = book("KS.2007.01");
        registers.describe(admin, book.id(), book.version(), book.facts(), OptionalInt.of(3), 1);
        for (Hand hand : List.of(an, binh)) {
            key(hand, answers("12", "Nguyễn Thị Kính"));
            if (hand.equals(an)) {
                assertThatThrownBy(() -> delivery.deliver(admin, book.id(), "đã hủy"))
                        .hasMessageContaining("OPEN_CASES");
            }
            key(hand, answers("13", "Đỗ Văn Thử"));
        }
        assertThatThrownBy(() -> delivery.deliver(admin, book.id(), " ")).hasMessageContaining("GAPS");
        UUID id = delivery.deliver(admin, book.id(), "Trang 2 bị mất từ năm 1990");
        BookView.Delivery made = board.delivery(book.id(), id).orElseThrow();
        assertThat(made.passed()).isTrue();
        assertThat(made.findings()).containsExactly(new Finding(Finding.Kind.CHECKED, "2 / 2 / 2"));
        assertThat(made.name()).isEqualTo(counter.unit() + ".KS.2007.01");
        assertThat(made.gaps()).isEqualTo("2");
        assertThat(board.book(book.id()).orElseThrow().state()).isEqualTo(BookState.DELIVERED);

        ObjectStore store = application.getBean(ObjectStore.class);
        byte[] sheet = store.bytes(Bucket.DOCUMENTS, made.xlsxKey(), 1 << 20);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            Sheet rows = workbook.getSheet("KS");
            assertThat(rows.getRow(0).getLastCellNum()).isEqualTo((short) 60);
            assertThat(rows.getRow(0).getCell(1).getStringCellValue()).isEqualTo("quyenSo");
            assertThat(((org.apache.poi.xssf.usermodel.XSSFCellStyle)
                                    rows.getRow(0).getCell(0).getCellStyle())
                            .getFillForegroundXSSFColor()
                            .getARGBHex())
                    .isEqualTo("FF0070C0");
            assertThat(rows.getRow(1).getCell(10).getStringCellValue()).isEqualTo("Nguyễn Thị Kính");
            assertThat(rows.getRow(2).getCell(12).getStringCellValue()).isEqualTo("02.2007");
        }
        List<String> names = new ArrayList<>();
        byte[] archive = store.bytes(Bucket.DOCUMENTS, made.zipKey(), 16 << 20);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(new String(zip.readNBytes(5))).isEqualTo("%PDF-");
            }
        }
        assertThat(names).containsExactly("KS.2007.01.2007-03-15.012.pdf", "KS.2007.01.2007-03-15.013.pdf");

        papers.gathered(counter, "KS.2007.01", "002.jpg", "trang 2, tìm thấy");
        assertThat(book("KS.2007.01").state()).as("a page came late").isEqualTo(BookState.KEYING);
    }
}
