package vn.sohoa.register;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/**
 * Keying by people who do not see each other's work. A task is held under a lease that a heartbeat renews; what is
 * keyed is kept field by field; each save carries the version that the one before returned, so that a second tab, or
 * somebody whose time is over, changes nothing.
 */
@Component
@Transactional
public class Keyings {
    public static final Duration LEASE = Duration.ofMinutes(10);

    private static final int TRIES = 5;

    private final JdbcClient database;
    private final Readings readings;
    private final Cases cases;
    private final Forms forms;
    private final Audit audit;
    private final Clock clock;

    Keyings(JdbcClient database, Readings readings, Cases cases, Forms forms, Audit audit, Clock clock) {
        this.database = database;
        this.readings = readings;
        this.cases = cases;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** What this person has begun, else what is next: first the books that came first, page by page. */
    public Optional<Task> next(Hand hand) {
        if (hand.units().isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> begun = begun(hand);
        begun.ifPresent(keying -> renew(hand, keying));
        for (int i = 0; i < TRIES && begun.isEmpty(); i++) {
            Optional<Waiting> waiting = waiting(hand);
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            begun = begin(hand, waiting.get());
        }
        return begun.map(keying -> shown(hand, keying));
    }

    private Optional<UUID> begun(Hand hand) {
        return database.sql("""
                        select k.id from keying k join register_case c on c.id = k.case_id
                        where k.account_id = :me and k.done_at is null and k.unit_id in (:units)
                            and c.state in ('WAITING_FIRST', 'WAITING_SECOND')
                        order by k.id limit 1""")
                .param("me", hand.account())
                .param("units", hand.units())
                .query(UUID.class)
                .optional();
    }

    private record Waiting(UUID id, String turn) {}

    private Optional<Waiting> waiting(Hand hand) {
        return database.sql("""
                        select c.id, case c.state when 'WAITING_FIRST' then 'FIRST' else 'SECOND' end as turn
                        from register_case c join book b on b.id = c.book_id join book_page p on p.id = c.book_page_id
                        where c.unit_id in (:units) and c.state in ('WAITING_FIRST', 'WAITING_SECOND')
                            and b.state = 'KEYING'
                            and not exists (select 1 from keying k where k.case_id = c.id
                                and (k.account_id = :me or (k.done_at is null and k.leased_until > :now)))
                        order by b.id, p.number nulls last, p.id, c.ordinal
                        limit 1 for update of c skip locked""")
                .param("units", hand.units())
                .param("me", hand.account())
                .param("now", Moments.of(clock.instant()))
                .query((row, n) -> new Waiting(row.getObject("id", UUID.class), row.getString("turn")))
                .optional();
    }

    /** Empty when somebody else was quicker. */
    private Optional<UUID> begin(Hand hand, Waiting waiting) {
        database.sql("delete from keying where case_id = :case and done_at is null and leased_until <= :now")
                .param("case", waiting.id())
                .param("now", Moments.of(clock.instant()))
                .update();
        UUID id = Ids.next();
        int begun = database.sql("""
                        insert into keying (id, unit_id, case_id, turn, account_id, leased_until, created_at)
                        select :id, unit_id, id, :turn, :me, :until, :now from register_case where id = :case
                        on conflict do nothing""")
                .param("id", id)
                .param("turn", waiting.turn())
                .param("me", hand.account())
                .param("until", Moments.of(clock.instant().plus(LEASE)))
                .param("now", Moments.of(clock.instant()))
                .param("case", waiting.id())
                .update();
        return begun == 1 ? Optional.of(id) : Optional.empty();
    }

    private Task shown(Hand hand, UUID keying) {
        Map<String, Answer> draft = readings.keyed(keying);
        Task task = database.sql("""
                        select k.id, k.unit_id, k.version, c.ordinal, c.book_id, b.key, b.kind, p.page_id, p.number,
                            (select count(*) from register_case o where o.book_page_id = p.id) as on_page
                        from keying k join register_case c on c.id = k.case_id join book b on b.id = c.book_id
                            join book_page p on p.id = c.book_page_id
                        where k.id = :id""")
                .param("id", keying)
                .query((row, n) -> new Task(
                        keying,
                        row.getObject("unit_id", UUID.class),
                        row.getObject("book_id", UUID.class),
                        row.getString("key"),
                        forms.known(row.getString("kind")),
                        row.getObject("page_id", UUID.class),
                        Optional.ofNullable(row.getObject("number", Integer.class))
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty()),
                        row.getInt("ordinal"),
                        row.getInt("on_page"),
                        draft,
                        row.getInt("version")))
                .single();
        audit.append(
                new AuditEntry(task.unitId(), hand.actor(), purpose(task.bookKey()), "CASE_SHOWN", "KEYING", keying));
        return task;
    }

    /**
     * What a person may look at while they work on a case.
     *
     * @param page its id in the records of scans
     */
    public record Shown(UUID page, UUID book) {}

    /** The page that this person is keying from, if the keying is theirs. */
    @Transactional(readOnly = true)
    public Optional<Shown> page(Hand hand, UUID keying) {
        return database.sql("""
                        select p.page_id, p.book_id from keying k join register_case c on c.id = k.case_id
                            join book_page p on p.id = c.book_page_id
                        where k.id = :id and k.account_id = :me and k.done_at is null""")
                .param("id", keying)
                .param("me", hand.account())
                .query((row, n) ->
                        new Shown(row.getObject("page_id", UUID.class), row.getObject("book_id", UUID.class)))
                .optional();
    }

    /** Whether there is such a keying in the units that are seen. */
    @Transactional(readOnly = true)
    public boolean knows(UUID keying) {
        return database.sql("select count(*) from keying where id = :id")
                        .param("id", keying)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keeps one field of the draft; nothing said is nothing kept. Returns the version for the next save. */
    public int save(Hand hand, UUID keying, int version, String column, Answer answer) {
        if (form(keying).field(column).isEmpty()) {
            throw new Failure.BadInput(Reason.of(ReasonCode.ANSWERS_WRONG, column));
        }
        return database.sql("""
                        update keying set version = version + 1, leased_until = :until,
                            answers = case when :nothing then answers - :column::text
                                else answers || jsonb_build_object(:column::text,
                                    jsonb_build_object('kind', :kind::text, 'text', :text::text)) end
                        where id = :id and account_id = :me and version = :version and done_at is null
                        returning version""")
                .param("until", Moments.of(clock.instant().plus(LEASE)))
                .param("nothing", answer.nothing())
                .param("column", column)
                .param("kind", answer.kind().name())
                .param("text", answer.text())
                .param("id", keying)
                .param("me", hand.account())
                .param("version", version)
                .query(Integer.class)
                .optional()
                .orElseThrow(Keyings::elsewhere);
    }

    /** The person is still at it. */
    public void renew(Hand hand, UUID keying) {
        int renewed = database.sql(
                        "update keying set leased_until = :until where id = :id and account_id = :me and done_at is null")
                .param("until", Moments.of(clock.instant().plus(LEASE)))
                .param("id", keying)
                .param("me", hand.account())
                .update();
        if (renewed == 0) {
            throw elsewhere();
        }
    }

    /** The person leaves it to others; the draft is gone. */
    public void release(Hand hand, UUID keying) {
        database.sql("delete from keying where id = :id and account_id = :me and done_at is null")
                .param("id", keying)
                .param("me", hand.account())
                .update();
    }

    /**
     * Ends the keying with these answers, unless something is wrong with them; the draft is kept either way.
     *
     * @param soOnPaper the person has seen what is unusual and says that the paper has it so
     * @return what is wrong; empty when the keying is done
     */
    public List<Problem> done(Hand hand, UUID keying, int version, Map<String, Answer> typed, boolean soOnPaper) {
        int latest = version;
        for (Map.Entry<String, Answer> one : typed.entrySet()) {
            latest = save(hand, keying, latest, one.getKey(), one.getValue());
        }
        List<Problem> problems = form(keying).problems(readings.keyed(keying)).stream()
                .filter(problem -> !(soOnPaper && problem.mayStand()))
                .toList();
        if (problems.isEmpty()) {
            end(hand, keying, latest, false);
        }
        return problems;
    }

    /** Ends the keying: this place on the page holds no case. */
    public void noCase(Hand hand, UUID keying, int version) {
        end(hand, keying, version, true);
    }

    private void end(Hand hand, UUID keying, int version, boolean noCase) {
        Place place = place(keying);
        cases.hold(place.book());
        int ended = database.sql("""
                        update keying set done_at = :now, no_case = :none, version = version + 1
                        where id = :id and account_id = :me and version = :version and done_at is null""")
                .param("now", Moments.of(clock.instant()))
                .param("none", noCase)
                .param("id", keying)
                .param("me", hand.account())
                .param("version", version)
                .update();
        if (ended == 0) {
            throw elsewhere();
        }
        if (!place.aside()) {
            cases.restate(place.registerCase(), place.kind());
            cases.settle(place.book());
        }
        audit.append(new AuditEntry(place.unit(), hand.actor(), purpose(place.key()), "CASE_KEYED", "KEYING", keying));
    }

    /** The page holds one more case after this one. Returns how many places it has then. */
    public int oneMore(Hand hand, UUID keying) {
        Place place = place(keying);
        if (page(hand, keying).isEmpty()) {
            throw elsewhere();
        }
        cases.hold(place.book());
        cases.ensure(place.bookPage(), place.ordinal() + 1);
        return database.sql("select count(*) from register_case where book_page_id = :page")
                .param("page", place.bookPage())
                .query(Integer.class)
                .single();
    }

    private record Place(
            UUID registerCase,
            UUID book,
            UUID bookPage,
            int ordinal,
            UUID unit,
            String kind,
            String key,
            boolean aside) {}

    private Place place(UUID keying) {
        return database.sql("""
                        select c.id, c.book_id, c.book_page_id, c.ordinal, c.unit_id, b.kind, b.key, c.state
                        from keying k join register_case c on c.id = k.case_id join book b on b.id = c.book_id
                        where k.id = :id""")
                .param("id", keying)
                .query((row, n) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getObject("book_id", UUID.class),
                        row.getObject("book_page_id", UUID.class),
                        row.getInt("ordinal"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("kind"),
                        row.getString("key"),
                        row.getString("state").equals(CaseState.VOID.name())))
                .optional()
                .orElseThrow(Keyings::elsewhere);
    }

    private Form form(UUID keying) {
        return forms.known(place(keying).kind());
    }

    static String purpose(String key) {
        return key.isEmpty() ? "-" : key;
    }

    static Failure.Conflict elsewhere() {
        return new Failure.Conflict(Reason.of(ReasonCode.KEYING_ELSEWHERE));
    }
}
