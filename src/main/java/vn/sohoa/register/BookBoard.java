package vn.sohoa.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reading books: what there is, how far it is, what is missing. No value of any case. */
@Component
@Transactional(readOnly = true)
public class BookBoard {
    private static final String BOOK = """
            select b.*, (select count(*) from book_page p where p.book_id = b.id and p.state in ('KEPT', 'BLANK')) as found
            from book b\s""";

    private final JdbcClient database;

    BookBoard(JdbcClient database) {
        this.database = database;
    }

    /**
     * Books, newest first.
     *
     * @param after the last id of the page before; empty for the first page
     */
    public List<BookView> books(Set<UUID> units, Optional<UUID> after, int most) {
        if (units.isEmpty()) {
            return List.of();
        }
        return database
                .sql(BOOK + """
                        where b.unit_id in (:units) and (cast(:after as uuid) is null or b.id < cast(:after as uuid))
                        order by b.id desc limit :most""")
                .param("units", units)
                .param("after", after.map(UUID::toString).orElse(null))
                .param("most", most)
                .query((row, n) -> view(row))
                .list()
                .stream()
                .map(book -> counted(book))
                .toList();
    }

    public Optional<BookView> book(UUID id) {
        return database.sql(BOOK + "where b.id = :id")
                .param("id", id)
                .query((row, n) -> view(row))
                .optional()
                .map(this::counted);
    }

    /** The book with this folder, if there is one. */
    public Optional<BookView> book(UUID unit, String key) {
        return database.sql(BOOK + "where b.unit_id = :unit and b.key = :key")
                .param("unit", unit)
                .param("key", key)
                .query((row, n) -> view(row))
                .optional()
                .map(this::counted);
    }

    /** Its pages in the order of their numbers, those without one last. */
    public List<BookView.Page> pages(UUID book) {
        Map<UUID, int[]> cases = new HashMap<>();
        database.sql("""
                        select book_page_id as page, count(*) as cases,
                            count(*) filter (where state in ('WAITING_FIRST', 'WAITING_SECOND', 'DIFFERENT')) as open
                        from register_case where book_id = :book group by book_page_id""").param("book", book).query(row -> {
            cases.put(row.getObject("page", UUID.class), new int[] {row.getInt("cases"), row.getInt("open")});
        });
        return database.sql("select * from book_page where book_id = :book order by number nulls last, id")
                .param("book", book)
                .query((row, n) -> page(row, cases))
                .list();
    }

    /** The id in the records of scans of a page of this book. */
    public Optional<UUID> scanned(UUID book, UUID bookPage) {
        return database.sql("select page_id from book_page where id = :id and book_id = :book")
                .param("id", bookPage)
                .param("book", book)
                .query(UUID.class)
                .optional();
    }

    /** Scans of the book's folder that brought nothing to key. */
    public List<BookView.Odd> odd(UUID book) {
        return database.sql("""
                        select * from book_scan where book_id = :book and outcome in ('REPEAT', 'QUARANTINED', 'STUCK')
                        order by scan_id""")
                .param("book", book)
                .query((row, n) -> new BookView.Odd(
                        row.getObject("scan_id", UUID.class),
                        row.getString("name"),
                        row.getString("outcome"),
                        Optional.ofNullable(row.getObject("repeat_of", UUID.class))))
                .list();
    }

    public Gaps gaps(UUID book) {
        List<Integer> numbers =
                database.sql("""
                        select number from book_page where book_id = :book and state in ('KEPT', 'BLANK')
                            and number is not null""").param("book", book).query(Integer.class).list();
        OptionalInt declared = book(book).map(BookView::declared).orElse(OptionalInt.empty());
        return Gaps.of(numbers, declared);
    }

    /** Its deliveries, newest first. */
    public List<BookView.Delivery> deliveries(UUID book) {
        return database.sql("select * from delivery where book_id = :book order by id desc limit 20")
                .param("book", book)
                .query((row, n) -> delivery(row))
                .list();
    }

    /** A delivery of this book. */
    public Optional<BookView.Delivery> delivery(UUID book, UUID id) {
        return database.sql("select * from delivery where book_id = :book and id = :id")
                .param("book", book)
                .param("id", id)
                .query((row, n) -> delivery(row))
                .optional();
    }

    /** How many tasks wait for a keyer and for an arbiter, in these units. */
    public Map<CaseState, Integer> waiting(Set<UUID> units) {
        Map<CaseState, Integer> counts = new EnumMap<>(CaseState.class);
        if (!units.isEmpty()) {
            database.sql("""
                            select state, count(*) as n from register_case
                            where unit_id in (:units) and state in ('WAITING_FIRST', 'WAITING_SECOND', 'DIFFERENT')
                            group by state""").param("units", units).query(row -> {
                counts.put(CaseState.valueOf(row.getString("state")), row.getInt("n"));
            });
        }
        return counts;
    }

    private static BookView view(ResultSet row) throws SQLException {
        return new BookView(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("key"),
                new BookFacts(row.getString("kind"), row.getString("years"), row.getString("number")),
                number(row, "declared_pages"),
                row.getInt("cases_a_page"),
                BookState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getInt("found"),
                Map.of());
    }

    private BookView counted(BookView book) {
        Map<CaseState, Integer> cases = new EnumMap<>(CaseState.class);
        database.sql("select state, count(*) as n from register_case where book_id = :book group by state")
                .param("book", book.id())
                .query(row -> {
                    cases.put(CaseState.valueOf(row.getString("state")), row.getInt("n"));
                });
        return new BookView(
                book.id(),
                book.unitId(),
                book.unit(),
                book.key(),
                book.facts(),
                book.declared(),
                book.casesAPage(),
                book.state(),
                book.version(),
                book.found(),
                cases);
    }

    private static BookView.Page page(ResultSet row, Map<UUID, int[]> cases) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int[] counts = cases.getOrDefault(id, new int[2]);
        return new BookView.Page(
                id,
                row.getObject("page_id", UUID.class),
                row.getObject("scan_id", UUID.class),
                row.getInt("position"),
                row.getString("name"),
                number(row, "number"),
                BookView.PageState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("duplicate_of", UUID.class)),
                counts[0],
                counts[1]);
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static BookView.Delivery delivery(ResultSet row) throws SQLException {
        return new BookView.Delivery(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("cases"),
                row.getBoolean("passed"),
                Finding.parse(row.getString("report")),
                row.getString("gaps"),
                row.getString("gaps_reason"),
                row.getString("xlsx_key"),
                row.getString("xlsx_sha256"),
                row.getLong("xlsx_bytes"),
                row.getString("zip_key"),
                row.getString("zip_sha256"),
                row.getLong("zip_bytes"),
                Moments.at(row, "delivered_at"));
    }
}
