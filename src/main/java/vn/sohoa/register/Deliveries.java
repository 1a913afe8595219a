package vn.sohoa.register;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** When a book may be delivered, what belongs to the delivery, and that it was made. */
@Component
@Transactional
public class Deliveries {
    private final JdbcClient database;
    private final BookBoard board;
    private final Readings readings;
    private final Cases cases;
    private final Forms forms;
    private final Audit audit;
    private final Clock clock;

    Deliveries(
            JdbcClient database,
            BookBoard board,
            Readings readings,
            Cases cases,
            Forms forms,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.board = board;
        this.readings = readings;
        this.cases = cases;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** What keeps a book from being delivered. */
    public enum Obstacle {
        /** Nobody has said which register it is. */
        UNDESCRIBED,
        NO_CASES,
        OPEN_CASES,
        /** Two pages with one number. */
        DUPLICATES,
        UNNUMBERED,
        /** Pages are missing and nobody has accepted that with a reason. */
        GAPS
    }

    /** Everything that keeps the book from being delivered; {@code GAPS} among it while pages are missing. */
    @Transactional(readOnly = true)
    public List<Obstacle> obstacles(UUID id) {
        BookView book = board.book(id).orElseThrow(Registers::unknown);
        List<BookView.Page> pages = board.pages(id);
        List<Obstacle> obstacles = new ArrayList<>();
        if (book.state() == BookState.COLLECTING) {
            obstacles.add(Obstacle.UNDESCRIBED);
        }
        if (book.done() == 0 && book.open() == 0) {
            obstacles.add(Obstacle.NO_CASES);
        }
        if (book.open() > 0) {
            obstacles.add(Obstacle.OPEN_CASES);
        }
        if (pages.stream().anyMatch(page -> page.state() == BookView.PageState.DUPLICATE)) {
            obstacles.add(Obstacle.DUPLICATES);
        }
        if (pages.stream()
                .anyMatch(page ->
                        page.state() == BookView.PageState.KEPT && page.number().isEmpty())) {
            obstacles.add(Obstacle.UNNUMBERED);
        }
        if (board.gaps(id).count() > 0) {
            obstacles.add(Obstacle.GAPS);
        }
        return obstacles;
    }

    /**
     * What is to be delivered.
     *
     * @param gapsReason why missing pages are accepted; empty: they are not
     * @throws Failure.BadInput when something keeps the book from it
     */
    public Order order(Hand hand, UUID id, String gapsReason) {
        cases.hold(id);
        BookView book = board.book(id)
                .filter(one -> hand.units().contains(one.unitId()))
                .orElseThrow(Registers::unknown);
        List<Obstacle> obstacles = new ArrayList<>(obstacles(id));
        if (!gapsReason.isBlank()) {
            obstacles.remove(Obstacle.GAPS);
        }
        if (!obstacles.isEmpty()) {
            throw new Failure.BadInput(Reason.of(ReasonCode.BOOK_NOT_READY, obstacles.get(0)));
        }
        BookFacts facts = book.facts();
        Instant seen = database.sql("select updated_at from book where id = :id")
                .param("id", id)
                .query((row, n) -> Moments.at(row, "updated_at"))
                .single();
        audit.append(new AuditEntry(
                book.unitId(), hand.actor(), Keyings.purpose(book.key()), "BOOK_READ_FOR_DELIVERY", "BOOK", id));
        return new Order(
                id,
                book.unitId(),
                book.unit(),
                "%s.%s.%s.%s".formatted(book.unit(), facts.kind(), facts.years(), facts.number()),
                forms.known(facts.kind()),
                facts,
                inOrder(id),
                board.gaps(id).toString(),
                gapsReason.strip(),
                seen);
    }

    private List<Order.Case> inOrder(UUID book) {
        return database
                .sql("""
                        select c.id, p.page_id from register_case c join book_page p on p.id = c.book_page_id
                        where c.book_id = :book and c.state in ('AGREED', 'DECIDED')
                        order by p.number, c.ordinal""")
                .param("book", book)
                .query((row, n) -> new Object[] {row.getObject("id", UUID.class), row.getObject("page_id", UUID.class)})
                .list()
                .stream()
                .map(row -> new Order.Case((UUID) row[0], (UUID) row[1], readings.holding((UUID) row[0])))
                .toList();
    }

    /** A file of a delivery, as it lies in {@code sohoa-documents}. */
    public record Kept(String key, String sha256, long bytes) {}

    /**
     * Writes down what became of an order.
     *
     * @param sheet empty when the checker did not let it pass
     * @param archive empty when the checker did not let it pass
     * @throws Failure.Conflict when the book has changed meanwhile: the files tell of a book that is no more
     */
    public UUID made(Hand hand, Order order, List<Finding> findings, Optional<Kept> sheet, Optional<Kept> archive) {
        cases.hold(order.book());
        boolean passed = DeliveryCheck.passed(findings) && sheet.isPresent() && archive.isPresent();
        int same = database.sql("""
                        update book set state = case when :passed then 'DELIVERED' else state end
                        where id = :id and updated_at = :seen""")
                .param("passed", passed)
                .param("id", order.book())
                .param("seen", Moments.of(order.seen()))
                .update();
        if (same == 0) {
            throw new Failure.Conflict(Reason.of(ReasonCode.BOOK_CHANGED));
        }
        Kept none = new Kept("", "", 0);
        UUID id = Ids.next();
        database.sql("""
                        insert into delivery (id, unit_id, book_id, name, cases, passed, report, gaps, gaps_reason, xlsx_key,
                            xlsx_sha256, xlsx_bytes, zip_key, zip_sha256, zip_bytes, account_id, delivered_at)
                        values (:id, :unit, :book, :name, :cases, :passed, :report, :gaps, :reason, :xlsxKey, :xlsxSha,
                            :xlsxBytes, :zipKey, :zipSha, :zipBytes, :account, :now)""")
                .param("id", id)
                .param("unit", order.unitId())
                .param("book", order.book())
                .param("name", order.name())
                .param("cases", order.cases().size())
                .param("passed", passed)
                .param("report", Finding.text(findings))
                .param("gaps", order.gaps())
                .param("reason", order.gapsReason())
                .param("xlsxKey", sheet.orElse(none).key())
                .param("xlsxSha", sheet.orElse(none).sha256())
                .param("xlsxBytes", sheet.orElse(none).bytes())
                .param("zipKey", archive.orElse(none).key())
                .param("zipSha", archive.orElse(none).sha256())
                .param("zipBytes", archive.orElse(none).bytes())
                .param("account", hand.account())
                .param("now", Moments.of(clock.instant()))
                .update();
        audit.append(new AuditEntry(
                order.unitId(),
                hand.actor(),
                order.name(),
                passed ? "BOOK_DELIVERED" : "BOOK_DELIVERY_REFUSED",
                "BOOK",
                order.book()));
        return id;
    }
}
