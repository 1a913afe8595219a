package vn.sohoa.register;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Ids;

/** The only writer of the states of cases and books. Called within the transaction of the act that changes them. */
@Component
class Cases {
    private static final String OPEN = "('WAITING_FIRST', 'WAITING_SECOND', 'DIFFERENT')";

    private final JdbcClient database;
    private final Readings readings;
    private final Forms forms;
    private final Clock clock;

    Cases(JdbcClient database, Readings readings, Forms forms, Clock clock) {
        this.database = database;
        this.readings = readings;
        this.forms = forms;
        this.clock = clock;
    }

    /** Nobody else changes the book or its cases until the transaction is over. */
    void hold(UUID book) {
        database.sql("select id from book where id = :id for update")
                .param("id", book)
                .query(UUID.class)
                .optional();
    }

    /** Sees to it that the page has at least this many places for cases. */
    void ensure(UUID bookPage, int count) {
        for (int ordinal = 1; ordinal <= count; ordinal++) {
            database.sql("""
                            insert into register_case
                                (id, unit_id, book_id, book_page_id, ordinal, state, created_at, updated_at)
                            select :id, unit_id, book_id, id, :ordinal, 'WAITING_FIRST', :now, :now
                            from book_page where id = :page
                            on conflict (book_page_id, ordinal) do nothing""")
                    .param("id", Ids.next())
                    .param("ordinal", ordinal)
                    .param("page", bookPage)
                    .param("now", Moments.of(clock.instant()))
                    .update();
        }
    }

    /**
     * A page has fewer places than was thought: those that nobody has touched are taken away again. What a keyer added
     * beyond stays.
     */
    void trim(UUID book, int before, int now) {
        database.sql("""
                        delete from register_case c where c.book_id = :book and c.ordinal > :now and c.ordinal <= :before
                            and c.state = 'WAITING_FIRST' and not exists (select 1 from keying k where k.case_id = c.id)""")
                .param("book", book)
                .param("now", now)
                .param("before", before)
                .update();
    }

    /** The page does not belong to the book, and so neither do its cases. */
    void setAside(UUID bookPage) {
        database.sql("update register_case set state = 'VOID', updated_at = :now where book_page_id = :page")
                .param("page", bookPage)
                .param("now", Moments.of(clock.instant()))
                .update();
    }

    /** The page belongs to the book again: its cases stand where their keyings say. */
    void bringBack(UUID bookPage, String kind) {
        database.sql("select id from register_case where book_page_id = :page and state = 'VOID'")
                .param("page", bookPage)
                .query(UUID.class)
                .list()
                .forEach(id -> restate(id, kind));
    }

    /** Sets a case's state by what was keyed and decided of it. */
    void restate(UUID registerCase, String kind) {
        database.sql("update register_case set state = :state, updated_at = :now where id = :id")
                .param("state", stateOf(registerCase, kind).name())
                .param("now", Moments.of(clock.instant()))
                .param("id", registerCase)
                .update();
    }

    private CaseState stateOf(UUID registerCase, String kind) {
        Readings.Two two = readings.two(registerCase);
        if (two.done() == 0) {
            return CaseState.WAITING_FIRST;
        }
        if (two.done() == 1) {
            return CaseState.WAITING_SECOND;
        }
        var decided = readings.decided(registerCase);
        if (!decided.isEmpty()) {
            boolean none = decided.values().stream().allMatch(answer -> answer.kind() == Answer.Kind.NO_CASE);
            return none ? CaseState.EMPTY : CaseState.DECIDED;
        }
        if (two.firstEmpty() && two.secondEmpty()) {
            return CaseState.EMPTY;
        }
        boolean same = two.firstEmpty() == two.secondEmpty()
                && forms.known(kind).differences(two.first(), two.second()).isEmpty();
        return same ? CaseState.AGREED : CaseState.DIFFERENT;
    }

    /** A book whose kind is known is keyed while one of its cases is open, and compared when none is. */
    void settle(UUID book) {
        database.sql("""
                        update book b set updated_at = :now, state = case
                            when exists (select 1 from register_case c where c.book_id = b.id and c.state in %s) then 'KEYING'
                            when b.state = 'DELIVERED' then 'DELIVERED'
                            when exists (select 1 from register_case c where c.book_id = b.id and c.state <> 'VOID') then 'COMPARED'
                            else 'KEYING' end
                        where b.id = :book and b.state <> 'COLLECTING'""".formatted(OPEN))
                .param("book", book)
                .param("now", Moments.of(clock.instant()))
                .update();
    }
}
