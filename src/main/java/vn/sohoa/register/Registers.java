package vn.sohoa.register;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** Books and their pages: what comes in, what a person says of it. */
@Component
@Transactional
public class Registers {
    private static final int MOST_PAGES = 9_999;
    private static final int MOST_CASES = 20;

    private final JdbcClient database;
    private final Cases cases;
    private final Forms forms;
    private final Audit audit;
    private final Clock clock;

    Registers(JdbcClient database, Cases cases, Forms forms, Audit audit, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the scan has been taken as it ended; a scan that ends otherwise later on is taken again. */
    @Transactional(readOnly = true)
    public boolean knows(UUID scan, String outcome) {
        return database.sql("select count(*) from book_scan where scan_id = :scan and outcome = :outcome")
                        .param("scan", scan)
                        .param("outcome", outcome)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes a finished scan into the book of its folder. Doing it again changes nothing. */
    public void take(TakenScan scan) {
        UUID book = enter(scan);
        cases.hold(book);
        database.sql("""
                        insert into book_scan (scan_id, unit_id, book_id, name, outcome, repeat_of, ended_at)
                        values (:scan, :unit, :book, :name, :outcome, cast(:repeat as uuid), :ended)
                        on conflict (scan_id) do update set outcome = excluded.outcome, ended_at = excluded.ended_at""")
                .param("scan", scan.id())
                .param("unit", scan.unitId())
                .param("book", book)
                .param("name", scan.name())
                .param("outcome", scan.outcome())
                .param("repeat", scan.repeatOf().map(UUID::toString).orElse(null))
                .param("ended", Moments.of(scan.endedAt()))
                .update();
        scan.pages().forEach(page -> take(book, scan, page));
        open(book);
    }

    private UUID enter(TakenScan scan) {
        BookFacts told = BookFacts.ofKey(scan.key());
        boolean known = told.whole(forms.of(told.kind()));
        BookFacts facts = known ? told : BookFacts.UNKNOWN;
        database.sql("""
                        insert into book (id, unit_id, unit_code, key, kind, years, number, state, created_at, updated_at)
                        values (:id, :unit, :code, :key, :kind, :years, :number, :state, :now, :now)
                        on conflict (unit_id, key) do nothing""")
                .param("id", Ids.next())
                .param("unit", scan.unitId())
                .param("code", scan.unit())
                .param("key", scan.key())
                .param("kind", facts.kind())
                .param("years", facts.years())
                .param("number", facts.number())
                .param("state", known ? "KEYING" : "COLLECTING")
                .param("now", Moments.of(clock.instant()))
                .update();
        return database.sql("select id from book where unit_id = :unit and key = :key")
                .param("unit", scan.unitId())
                .param("key", scan.key())
                .query(UUID.class)
                .single();
    }

    private void take(UUID book, TakenScan scan, TakenScan.Page page) {
        OptionalInt number = PageNumber.of(scan.name(), page.position());
        Optional<UUID> same = number.isPresent() ? standing(book, number.getAsInt()) : Optional.empty();
        String state = same.isPresent() ? "DUPLICATE" : page.blank() ? "BLANK" : "KEPT";
        database.sql("""
                        insert into book_page (id, unit_id, book_id, page_id, scan_id, position, name, number, state,
                            duplicate_of, created_at)
                        values (:id, :unit, :book, :page, :scan, :position, :name, cast(:number as integer), :state,
                            cast(:same as uuid), :now)
                        on conflict (page_id) do nothing""")
                .param("id", Ids.next())
                .param("unit", scan.unitId())
                .param("book", book)
                .param("page", page.id())
                .param("scan", scan.id())
                .param("position", page.position())
                .param("name", scan.name())
                .param("number", number.isPresent() ? String.valueOf(number.getAsInt()) : null)
                .param("state", state)
                .param("same", same.map(UUID::toString).orElse(null))
                .param("now", Moments.of(clock.instant()))
                .update();
    }

    private Optional<UUID> standing(UUID book, int number) {
        return database.sql("""
                        select id from book_page where book_id = :book and number = :number
                            and state in ('KEPT', 'BLANK')""")
                .param("book", book)
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    /** Once it is known what book it is, every kept page has its places for cases. */
    private void open(UUID book) {
        database.sql("""
                        select p.id, b.cases_a_page from book_page p join book b on b.id = p.book_id
                        where b.id = :book and b.state <> 'COLLECTING' and p.state = 'KEPT'
                            and (select count(*) from register_case c where c.book_page_id = p.id) < b.cases_a_page""")
                .param("book", book)
                .query((row, n) -> new Place(row.getObject("id", UUID.class), row.getInt("cases_a_page")))
                .list()
                .forEach(place -> cases.ensure(place.page(), place.cases()));
        cases.settle(book);
    }

    private record Place(UUID page, int cases) {}

    /**
     * Says which register a book is.
     *
     * @param version the book as the person saw it
     * @param declared how many pages it has; empty when nobody knows
     */
    public void describe(Hand hand, UUID book, int version, BookFacts facts, OptionalInt declared, int casesAPage) {
        if (!facts.whole(forms.of(facts.kind()))
                || (declared.isPresent() && (declared.getAsInt() < 1 || declared.getAsInt() > MOST_PAGES))
                || casesAPage < 1
                || casesAPage > MOST_CASES) {
            throw new Failure.BadInput(Reason.of(ReasonCode.BOOK_FACTS_WRONG));
        }
        About about = hold(hand, book);
        int changed = database.sql("""
                        update book set kind = :kind, years = :years, number = :number,
                            declared_pages = cast(:declared as integer), cases_a_page = :cases, version = version + 1,
                            state = case state when 'COLLECTING' then 'KEYING' else state end, updated_at = :now
                        where id = :id and version = :version""")
                .param("kind", facts.kind())
                .param("years", facts.years())
                .param("number", facts.number())
                .param("declared", declared.isPresent() ? String.valueOf(declared.getAsInt()) : null)
                .param("cases", casesAPage)
                .param("now", Moments.of(clock.instant()))
                .param("id", book)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Failure.Conflict(Reason.of(ReasonCode.BOOK_CHANGED));
        }
        cases.trim(book, about.casesAPage(), casesAPage);
        open(book);
        write(hand, about, "BOOK_DESCRIBED", "BOOK", book);
    }

    /** Says which page of the book this is; from then on it belongs to the book, and has places for cases. */
    public void number(Hand hand, UUID bookPage, int number) {
        About about = page(hand, bookPage);
        Optional<UUID> same = standing(about.book(), number);
        if (same.isPresent() && !same.get().equals(bookPage)) {
            throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_NUMBER_TAKEN, number));
        }
        if (number < 1 || number > MOST_PAGES) {
            throw new Failure.BadInput(Reason.of(ReasonCode.BOOK_FACTS_WRONG));
        }
        database.sql("""
                        update book_page set number = :number, state = 'KEPT', duplicate_of = null, changed_by = :account
                        where id = :id""")
                .param("number", number)
                .param("account", hand.account())
                .param("id", bookPage)
                .update();
        cases.bringBack(bookPage, about.kind());
        open(about.book());
        write(hand, about, "BOOK_PAGE_NUMBERED", "BOOK_PAGE", bookPage);
    }

    /** Says that a page does not belong to the book: scanned twice, or a cover. */
    public void setAside(Hand hand, UUID bookPage) {
        About about = page(hand, bookPage);
        database.sql("update book_page set state = 'SET_ASIDE', changed_by = :account where id = :id")
                .param("account", hand.account())
                .param("id", bookPage)
                .update();
        cases.setAside(bookPage);
        cases.settle(about.book());
        write(hand, about, "BOOK_PAGE_SET_ASIDE", "BOOK_PAGE", bookPage);
    }

    private About page(Hand hand, UUID bookPage) {
        UUID book = database.sql("select book_id from book_page where id = :id")
                .param("id", bookPage)
                .query(UUID.class)
                .optional()
                .orElseThrow(Registers::unknown);
        return hold(hand, book);
    }

    private About hold(Hand hand, UUID book) {
        cases.hold(book);
        return database.sql("select unit_id, kind, key, cases_a_page from book where id = :id")
                .param("id", book)
                .query((row, n) -> new About(
                        book,
                        row.getObject("unit_id", UUID.class),
                        row.getString("kind"),
                        row.getString("key"),
                        row.getInt("cases_a_page")))
                .optional()
                .filter(about -> hand.units().contains(about.unit()))
                .orElseThrow(Registers::unknown);
    }

    private record About(UUID book, UUID unit, String kind, String key, int casesAPage) {}

    private void write(Hand hand, About about, String action, String subject, UUID id) {
        audit.append(new AuditEntry(about.unit(), hand.actor(), about.key(), action, subject, id));
    }

    static Failure.BadInput unknown() {
        return new Failure.BadInput(Reason.of(ReasonCode.BOOK_UNKNOWN));
    }
}
