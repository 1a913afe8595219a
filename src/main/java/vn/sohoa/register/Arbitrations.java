package vn.sohoa.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
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

/** Deciding what two people read differently, by a third. */
@Component
@Transactional
public class Arbitrations {
    private final JdbcClient database;
    private final Readings readings;
    private final Cases cases;
    private final Forms forms;
    private final Audit audit;
    private final Clock clock;

    Arbitrations(JdbcClient database, Readings readings, Cases cases, Forms forms, Audit audit, Clock clock) {
        this.database = database;
        this.readings = readings;
        this.cases = cases;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A case to decide.
     *
     * @param page its id in the records of scans
     * @param agreed what both read the same, by column
     * @param version to be carried by the decision
     */
    public record Dispute(
            UUID registerCase,
            UUID unitId,
            UUID bookId,
            String bookKey,
            Form form,
            UUID page,
            OptionalInt pageNumber,
            int ordinal,
            List<Difference> differences,
            Map<String, Answer> agreed,
            int version) {}

    /** Two readings of a field; which of them stands left has nothing to do with who keyed first. */
    public record Difference(Field field, Answer left, Answer right) {}

    /** What this person has begun to decide, else what is next. Never a case that they keyed. */
    public Optional<Dispute> next(Hand hand) {
        if (hand.units().isEmpty()) {
            return Optional.empty();
        }
        return database.sql("""
                        select c.id from register_case c join book_page p on p.id = c.book_page_id
                            left join arbitration a on a.case_id = c.id
                        where c.unit_id in (:units) and c.state = 'DIFFERENT'
                            and not exists (select 1 from keying k where k.case_id = c.id and k.account_id = :me)
                            and (a.case_id is null or a.account_id = :me or a.leased_until <= :now)
                        order by a.account_id is distinct from :me, c.book_id, p.number nulls last, p.id, c.ordinal
                        limit 1 for update of c skip locked""")
                .param("units", hand.units())
                .param("me", hand.account())
                .param("now", Moments.of(clock.instant()))
                .query(UUID.class)
                .optional()
                .filter(id -> take(hand, id))
                .map(id -> shown(hand, id));
    }

    private boolean take(Hand hand, UUID registerCase) {
        return database.sql("""
                        insert into arbitration as a (case_id, unit_id, account_id, leased_until)
                        select id, unit_id, :me, :until from register_case where id = :case
                        on conflict (case_id) do update
                            set account_id = :me, leased_until = :until,
                                version = a.version + case when a.account_id = :me then 0 else 1 end
                            where a.done_at is null and (a.account_id = :me or a.leased_until <= :now)""")
                        .param("me", hand.account())
                        .param("until", Moments.of(clock.instant().plus(Keyings.LEASE)))
                        .param("case", registerCase)
                        .param("now", Moments.of(clock.instant()))
                        .update()
                == 1;
    }

    private Dispute shown(Hand hand, UUID registerCase) {
        Readings.Two two = readings.two(registerCase);
        Dispute dispute = database.sql("""
                        select c.unit_id, c.book_id, c.ordinal, b.key, b.kind, p.page_id, p.number, a.version
                        from register_case c join book b on b.id = c.book_id join book_page p on p.id = c.book_page_id
                            join arbitration a on a.case_id = c.id
                        where c.id = :id""")
                .param("id", registerCase)
                .query((row, n) -> {
                    Form form = forms.known(row.getString("kind"));
                    return new Dispute(
                            registerCase,
                            row.getObject("unit_id", UUID.class),
                            row.getObject("book_id", UUID.class),
                            row.getString("key"),
                            form,
                            row.getObject("page_id", UUID.class),
                            Optional.ofNullable(row.getObject("number", Integer.class))
                                    .map(OptionalInt::of)
                                    .orElse(OptionalInt.empty()),
                            row.getInt("ordinal"),
                            differences(registerCase, form, two),
                            agreed(form, two),
                            row.getInt("version"));
                })
                .single();
        audit.append(new AuditEntry(
                dispute.unitId(),
                hand.actor(),
                Keyings.purpose(dispute.bookKey()),
                "CASE_SHOWN",
                "CASE",
                registerCase));
        return dispute;
    }

    private static List<Difference> differences(UUID registerCase, Form form, Readings.Two two) {
        List<Difference> differences = new ArrayList<>();
        for (Field field : differing(form, two)) {
            Answer one = two.firstEmpty() ? Answer.NO_CASE : Form.answer(two.first(), field);
            Answer other = two.secondEmpty() ? Answer.NO_CASE : Form.answer(two.second(), field);
            long seed = registerCase.getLeastSignificantBits()
                    ^ ((long) field.column().hashCode() << 16);
            differences.add(
                    new SplittableRandom(seed).nextBoolean()
                            ? new Difference(field, one, other)
                            : new Difference(field, other, one));
        }
        return differences;
    }

    private static List<Field> differing(Form form, Readings.Two two) {
        return two.firstEmpty() != two.secondEmpty() ? form.keyed() : form.differences(two.first(), two.second());
    }

    private static Map<String, Answer> agreed(Form form, Readings.Two two) {
        Map<String, Answer> agreed = new LinkedHashMap<>();
        List<Field> differing = differing(form, two);
        for (Field field : form.keyed()) {
            if (!differing.contains(field)) {
                agreed.put(field.column(), Form.answer(two.first(), field));
            }
        }
        return agreed;
    }

    /** The page that this person decides from, if the case is theirs. */
    @Transactional(readOnly = true)
    public Optional<Keyings.Shown> page(Hand hand, UUID registerCase) {
        return database.sql("""
                        select p.page_id, p.book_id from arbitration a join register_case c on c.id = a.case_id
                            join book_page p on p.id = c.book_page_id
                        where a.case_id = :id and a.account_id = :me and a.done_at is null""")
                .param("id", registerCase)
                .param("me", hand.account())
                .query((row, n) ->
                        new Keyings.Shown(row.getObject("page_id", UUID.class), row.getObject("book_id", UUID.class)))
                .optional();
    }

    /** Whether there is such a case in the units that are seen. */
    @Transactional(readOnly = true)
    public boolean knows(UUID registerCase) {
        return database.sql("select count(*) from register_case where id = :id")
                        .param("id", registerCase)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The person is still at it. */
    public void renew(Hand hand, UUID registerCase) {
        int renewed = database.sql("""
                        update arbitration set leased_until = :until
                        where case_id = :id and account_id = :me and done_at is null""")
                .param("until", Moments.of(clock.instant().plus(Keyings.LEASE)))
                .param("id", registerCase)
                .param("me", hand.account())
                .update();
        if (renewed == 0) {
            throw Keyings.elsewhere();
        }
    }

    /**
     * Decides the case.
     *
     * @param decided an answer to every field that was read differently
     * @return what is wrong; empty when the case is decided
     */
    public List<Problem> decide(Hand hand, UUID registerCase, int version, Map<String, Answer> decided) {
        Form form = forms.known(kind(registerCase));
        List<Problem> problems = new ArrayList<>();
        Map<String, Answer> kept = new LinkedHashMap<>();
        for (Field field : differing(form, readings.two(registerCase))) {
            Answer answer = decided.get(field.column());
            if (answer == null) {
                problems.add(new Problem(field.column(), Problem.Rule.MISSING));
            } else {
                field.problem(answer).filter(problem -> !problem.mayStand()).ifPresent(problems::add);
                kept.put(field.column(), answer);
            }
        }
        if (problems.isEmpty()) {
            end(hand, registerCase, version, kept);
        }
        return problems;
    }

    /** Decides that this place on the page holds no case. */
    public void noCase(Hand hand, UUID registerCase, int version) {
        Form form = forms.known(kind(registerCase));
        Map<String, Answer> none = new LinkedHashMap<>();
        form.keyed().forEach(field -> none.put(field.column(), Answer.NO_CASE));
        end(hand, registerCase, version, none);
    }

    private void end(Hand hand, UUID registerCase, int version, Map<String, Answer> decided) {
        UUID book = database.sql("select book_id from register_case where id = :id")
                .param("id", registerCase)
                .query(UUID.class)
                .single();
        cases.hold(book);
        int ended = database.sql("""
                        update arbitration set done_at = :now where case_id = :id and account_id = :me
                            and version = :version and done_at is null
                            and exists (select 1 from register_case c where c.id = case_id and c.state = 'DIFFERENT')""")
                .param("now", Moments.of(clock.instant()))
                .param("id", registerCase)
                .param("me", hand.account())
                .param("version", version)
                .update();
        if (ended == 0) {
            throw Keyings.elsewhere();
        }
        decided.forEach((column, answer) -> database.sql("""
                        insert into decision (id, unit_id, case_id, field, kind, text, account_id, decided_at)
                        select :id, unit_id, id, :field, :kind, :text, :me, :now from register_case where id = :case""")
                .param("id", Ids.next())
                .param("field", column)
                .param("kind", answer.kind().name())
                .param("text", answer.text())
                .param("me", hand.account())
                .param("now", Moments.of(clock.instant()))
                .param("case", registerCase)
                .update());
        cases.restate(registerCase, kind(registerCase));
        cases.settle(book);
        About about = about(registerCase);
        audit.append(new AuditEntry(
                about.unit(), hand.actor(), Keyings.purpose(about.key()), "CASE_DECIDED", "CASE", registerCase));
    }

    private record About(UUID unit, String key, String kind) {}

    private String kind(UUID registerCase) {
        return about(registerCase).kind();
    }

    private About about(UUID registerCase) {
        return database.sql("""
                        select c.unit_id, b.key, b.kind from register_case c join book b on b.id = c.book_id
                        where c.id = :id""")
                .param("id", registerCase)
                .query((row, n) ->
                        new About(row.getObject("unit_id", UUID.class), row.getString("key"), row.getString("kind")))
                .optional()
                .orElseThrow(() -> new Failure.BadInput(Reason.of(ReasonCode.BOOK_UNKNOWN)));
    }
}
