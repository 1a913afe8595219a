package vn.sohoa.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.HandClock;
import vn.sohoa.common.Code;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Sha256;
import vn.sohoa.organization.Counter;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;

/**
 * What the records promise on every PostgreSQL: two nodes, {@code north} and {@code south}, work on one database under
 * one clock, which only the tests move.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
public abstract class RecordContract {
    private static final Leases LEASES = new Leases(Duration.ofMinutes(2), Duration.ofSeconds(15), 4);
    private static final Duration PAST_THE_LEASE = LEASES.work().plusSeconds(1);
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Reason WHY = Reason.of(ReasonCode.STORE_UNAVAILABLE, "why");
    private static final int MANY = 12;

    /** A database, or a schema of one, for this class alone. */
    public record Database(String url, String user, String password) {}

    private final HandClock clock = new HandClock();
    private RecordNode north;
    private RecordNode south;
    private JdbcClient sql;
    private ExecutorService threads;
    private Counter counter;

    /** Opens the database under test, empty. */
    protected abstract Database open() throws Exception;

    @BeforeAll
    void start() throws Exception {
        Database database = open();
        north = RecordNode.start("north", database, clock, LEASES);
        south = RecordNode.start("south", database, clock, LEASES);
        sql = north.context().getBean(JdbcClient.class);
        threads = Executors.newFixedThreadPool(2 * MANY);
    }

    @AfterAll
    void stop() {
        for (RecordNode node : new RecordNode[] {north, south}) {
            if (node != null) {
                node.close();
            }
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    @BeforeEach
    void empty() {
        List<String> kept = List.of("audit_entry", "audit_link", "history"); // append-only, but for their owner
        kept.forEach(table -> sql.sql("alter table %1$s disable trigger %1$s_append_only".formatted(table))
                .update());
        sql.sql("truncate arrival, scan, page, document, document_page, history, audit_entry cascade")
                .update();
        kept.forEach(table -> sql.sql("alter table %1$s enable trigger %1$s_append_only".formatted(table))
                .update());
        counter = north.counters().at(new Code("ub-01"), new Code("quay-1"));
    }

    // ---- claims

    @RepeatedTest(3)
    void aClaimIsGivenToOneOfMany() throws Exception {
        UUID page = reading(1).get(0);
        List<Outcome<Claim>> outcomes = atOnce(
                2 * MANY, n -> () -> (n % 2 == 0 ? north : south).claims().read(page.toString()));
        assertThat(outcomes).filteredOn(Outcome::fine).as("claims given").hasSize(1);
        assertThat(outcomes).filteredOn(o -> !o.fine()).allSatisfy(o -> assertThat(o.failure())
                .isInstanceOf(Conflict.class));
        assertThat(history(page)).containsExactly("> WAITING 0", "WAITING > READING 1");
    }

    @Test
    void aClaimNamesWhatItIsFor() {
        UUID page = reading(1).get(0);
        Claim claim = north.claims().read(page.toString());
        assertThat(claim).isEqualTo(new Claim(Stage.READ, page, counter.unitId(), "system:test", 1, clock.instant()));
        assertThat(row("page", page)).containsEntry("node", "north").containsEntry("state", "READING");
        assertThat(one("select leased_until from page where id = ?", Instant.class, page))
                .isEqualTo(clock.instant().plus(LEASES.work()));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aWorkerWhoseWorkWasTakenUpAgainCanCommitNothing(Stage stage) {
        Claim late = claimed(north, stage);
        clock.pass(PAST_THE_LEASE);
        assertThat(south.due().giveBackExpired(stage, 10)).isEqualTo(1);
        Claim now = claim(south, stage, late.id());
        assertRefusesEverything(late);
        assertThat(done(south, now)).as("the one who has it now").isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aWorkerWhoseWorkWasGivenBackCanCommitNothing(Stage stage) {
        Claim late = claimed(north, stage);
        clock.pass(PAST_THE_LEASE);
        assertThat(south.due().giveBackExpired(stage, 10)).isEqualTo(1);
        assertRefusesEverything(late);
        assertThat(claim(south, stage, late.id()).attempt()).isEqualTo(late.attempt() + 1);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void workThatEndedCannotEndAgain(Stage stage) {
        Claim claim = claimed(north, stage);
        done(north, claim);
        assertRefusesEverything(claim);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aWorkerPastItsLeaseWhoseWorkNobodyTookMayStillCommit(Stage stage) {
        Claim claim = claimed(north, stage);
        clock.pass(PAST_THE_LEASE);
        done(north, claim);
        assertThat(south.due().giveBackExpired(stage, 10)).isZero();
    }

    private void assertRefusesEverything(Claim late) {
        String before = everything();
        assertThatThrownBy(() -> done(north, late)).as("done").isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> north.claims().refuse(late, WHY)).as("refuse").isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> north.claims().loseLife(late, WHY))
                .as("loseLife")
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> north.claims().postpone(late, WHY))
                .as("postpone")
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> north.claims().extend(late)).as("extend").isInstanceOf(Conflict.class);
        if (late.stage() == Stage.RENDER) {
            assertThatThrownBy(() -> north.walk().notRendered(late)).isInstanceOf(Conflict.class);
        }
        assertThat(everything()).as("rows after the late worker was refused").isEqualTo(before);
    }

    @Test
    void extendingKeepsAClaim() {
        Claim claim = claimed(north, Stage.SPLIT);
        for (int n = 0; n < 3; n++) {
            clock.pass(LEASES.work().dividedBy(2).plusSeconds(1));
            assertThat(south.due().giveBackExpired(Stage.SPLIT, 10)).isZero();
            north.claims().extend(claim);
        }
        done(north, claim);
    }

    @RepeatedTest(20)
    void whenASweeperAndAWorkerMeetOneOfThemWins() throws Exception {
        UUID page = reading(1).get(0);
        Claim claim = north.claims().read(page.toString());
        clock.pass(PAST_THE_LEASE);
        List<Outcome<Boolean>> outcomes = atOnce(
                2,
                n -> n == 0
                        ? () -> done(north, claim) != null
                        : () -> south.due().giveBackExpired(Stage.READ, 10) == 1);
        boolean worked = outcomes.get(0).fine();
        boolean swept = outcomes.get(1).fine() && outcomes.get(1).get();
        if (!worked && !swept) {
            // The sweeper passes over a row that the worker has locked, never the other way round.
            throw new AssertionError("nobody won", outcomes.get(0).failure());
        }
        assertThat(worked).as("won by the worker, not by the sweeper").isNotEqualTo(swept);
        assertThat(row("page", page)).containsEntry("state", worked ? "READ" : "WAITING");
        assertThat(history(page)).hasSize(3);
    }

    // ---- fan-in

    @RepeatedTest(3)
    void theLastPageRingsUnderstandOnce() throws Exception {
        UUID scan = received();
        List<Claim> claims = pages(scan, MANY).stream()
                .map(page -> north.claims().read(page.toString()))
                .toList();
        List<Outcome<Announcement>> outcomes = atOnce(MANY, n -> () -> done(north, claims.get(n)));
        assertThat(outcomes).allSatisfy(o -> assertThat(o.failure()).isNull());
        assertThat(outcomes.stream().flatMap(o -> o.get().understand().stream()))
                .as("how often understanding was rung")
                .containsExactly(scan.toString());
        assertThat(row("scan", scan)).containsEntry("state", "READ").containsEntry("pages_pending", 0);
        assertThat(history(scan)).filteredOn(line -> line.contains("> READ ")).hasSize(1);
    }

    @Test
    void beforeTheLastPageNothingIsRung() {
        UUID scan = received();
        List<UUID> pages = pages(scan, 3);
        for (UUID page : pages.subList(0, 2)) {
            assertThat(done(north, north.claims().read(page.toString()))).isEqualTo(Announcement.NOTHING);
        }
        assertThat(row("scan", scan)).containsEntry("state", "READING").containsEntry("pages_pending", 1);
    }

    @Test
    void stuckPagesCountInTheFanInAndTheScanEndsStuckWithTheirNumber() {
        UUID scan = received();
        Claim split = north.claims().split(scan.toString());
        List<NewPage> cut = List.of(toRead(), toRead(), new NewPage.Uncut(Ids.next(), WHY), toRead());
        assertThat(north.walk().split(split, cut).read()).hasSize(3);
        List<UUID> pages = ids("select id from page where state = 'WAITING' order by position");
        done(north, north.claims().read(pages.get(0).toString()));
        north.claims().refuse(north.claims().read(pages.get(1).toString()), Reason.of(ReasonCode.NO_TEXT));
        Announcement last = done(north, north.claims().read(pages.get(2).toString()));
        assertThat(last.understand()).containsExactly(scan.toString());
        renderAll(scan);
        assertThat(row("scan", scan))
                .containsEntry("state", "STUCK")
                .containsEntry("reason_code", "PAGES_STUCK")
                .containsEntry("reason_detail", "2");
    }

    @Test
    void aRefusedLastPageRingsUnderstandToo() {
        UUID scan = received();
        UUID page = pages(scan, 1).get(0);
        Announcement next = north.claims().refuse(north.claims().read(page.toString()), WHY);
        assertThat(next.understand()).containsExactly(scan.toString());
        Claim understand = north.claims().understand(scan.toString());
        north.walk().understood(understand, List.of());
        assertThat(row("scan", scan)).containsEntry("state", "STUCK").containsEntry("reason_detail", "1");
    }

    @Test
    void aScanOfWhichNoPageCouldBeCutIsUnderstoodAtOnce() {
        UUID scan = received();
        Announcement next =
                north.walk().split(north.claims().split(scan.toString()), List.of(new NewPage.Uncut(Ids.next(), WHY)));
        assertThat(next.understand()).containsExactly(scan.toString());
        assertThat(row("scan", scan)).containsEntry("state", "READ");
    }

    @RepeatedTest(3)
    void theLastDocumentEndsTheScanOnce() throws Exception {
        UUID scan = received();
        List<UUID> pages = pages(scan, MANY);
        pages.forEach(page -> done(north, north.claims().read(page.toString())));
        Claim understand = north.claims().understand(scan.toString());
        List<NewDocument> documents = pages.stream()
                .map(page -> NewDocument.plain(Ids.next(), "unknown", List.of(page)))
                .toList();
        north.walk().understood(understand, documents);
        List<Claim> claims = documents.stream()
                .map(document -> north.claims().render(document.id().toString()))
                .toList();
        assertThat(atOnce(MANY, n -> () -> done(north, claims.get(n))))
                .allSatisfy(o -> assertThat(o.failure()).isNull());
        assertThat(row("scan", scan)).containsEntry("state", "IN_REVIEW").containsEntry("documents_pending", 0);
        assertThat(history(scan))
                .filteredOn(line -> line.contains("> IN_REVIEW "))
                .hasSize(1);
    }

    @Test
    void aStuckDocumentLeavesItsScanToAPerson() {
        UUID scan = received();
        done(north, north.claims().read(pages(scan, 1).get(0).toString()));
        Announcement next = done(north, north.claims().understand(scan.toString()));
        north.claims().refuse(north.claims().render(next.render().get(0)), WHY);
        assertThat(row("scan", scan)).containsEntry("state", "STUCK").containsEntry("reason_detail", "1");
    }

    // ---- history

    @Test
    void eachChangeWritesOneLine() {
        UUID scan = received();
        UUID page = pages(scan, 1).get(0);
        done(north, north.claims().read(page.toString()));
        UUID document = UUID.fromString(
                done(south, south.claims().understand(scan.toString())).render().get(0));
        done(south, south.claims().render(document.toString()));
        assertThat(history(scan))
                .containsExactly(
                        "> RECEIVED 0",
                        "RECEIVED > SPLITTING 1",
                        "SPLITTING > READING 1",
                        "READING > READ 1",
                        "READ > UNDERSTANDING 2",
                        "UNDERSTANDING > RENDERING 2",
                        "RENDERING > IN_REVIEW 2");
        assertThat(history(page)).containsExactly("> WAITING 0", "WAITING > READING 1", "READING > READ 1");
        assertThat(history(document)).containsExactly("> CUT 0", "CUT > RENDERING 1", "RENDERING > IN_REVIEW 1");
        assertThat(strings("select distinct node from history where subject_id = ?", document))
                .containsExactly("south");
        assertThat(strings("select distinct actor from history")).containsExactly("system:test");
    }

    @Test
    void aLineSaysWhy() {
        Claim claim = claimed(north, Stage.READ);
        north.claims().postpone(claim, WHY);
        assertThat(strings(
                        "select reason_code || ' ' || reason_detail from history where subject_id = ? and to_state = 'WAITING' and from_state = 'READING'",
                        claim.id()))
                .containsExactly("STORE_UNAVAILABLE why");
    }

    @Test
    void aChangeAndItsLineStandOrFallTogether() {
        UUID page = reading(1).get(0);
        String before = everything();
        north.transaction().executeWithoutResult(status -> {
            north.claims().read(page.toString());
            status.setRollbackOnly();
        });
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aStepThatFailsHalfWayLeavesNothing() {
        UUID scan = received();
        List<UUID> pages = pages(scan, 2);
        pages.forEach(page -> done(north, north.claims().read(page.toString())));
        Claim understand = north.claims().understand(scan.toString());
        String before = everything();
        List<NewDocument> twice = Stream.generate(() -> NewDocument.plain(Ids.next(), "unknown", pages.subList(0, 1)))
                .limit(2)
                .toList();
        assertThatThrownBy(() -> north.walk().understood(understand, twice))
                .as("one page in two documents")
                .isNotNull();
        assertThat(everything()).isEqualTo(before);
        done(north, understand);
    }

    // ---- lives, leases, waiting

    @ParameterizedTest
    @EnumSource(Stage.class)
    void threeLivesThenAPersonLooks(Stage stage) {
        Claim claim = claimed(north, stage);
        for (int left = 2; left >= 1; left--) {
            assertThat(north.claims().loseLife(claim, WHY)).isEqualTo(Announcement.NOTHING);
            assertThat(row(table(stage), claim.id()))
                    .containsEntry("lives", left)
                    .containsEntry("state", stage.from().name());
            clock.pass(Duration.ofMinutes(1));
            claim = claim(north, stage, claim.id());
        }
        north.claims().loseLife(claim, WHY);
        assertThat(row(table(stage), claim.id()))
                .containsEntry("state", "STUCK")
                .containsEntry("reason_code", "STORE_UNAVAILABLE")
                .containsEntry("attempt", claim.attempt());
        assertThat(strings("select to_state from history where subject_id = ? and to_state = 'STUCK'", claim.id()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aLostLeaseCostsNoLifeButIsCounted(Stage stage) {
        Claim claim = claimed(north, stage);
        clock.pass(LEASES.work());
        assertThat(south.due().giveBackExpired(stage, 10))
                .as("on the last moment of the lease")
                .isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(south.due().giveBackExpired(stage, 10)).isEqualTo(1);
        assertThat(row(table(stage), claim.id()))
                .containsEntry("lives", 3)
                .containsEntry("interruptions", 1)
                .containsEntry("state", stage.from().name())
                .containsEntry("node", "");
        assertThat(claim(south, stage, claim.id()).attempt()).as("due at once").isEqualTo(claim.attempt() + 1);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void workThatIsInterruptedForEverGoesToAPerson(Stage stage) {
        Claim claim = claimed(north, stage);
        for (int n = 1; n < LEASES.maxInterruptions(); n++) {
            clock.pass(PAST_THE_LEASE);
            south.due().giveBackExpired(stage, 10);
            claim = claim(north, stage, claim.id());
        }
        clock.pass(PAST_THE_LEASE);
        south.due().giveBackExpired(stage, 10);
        assertThat(row(table(stage), claim.id()))
                .containsEntry("state", "STUCK")
                .containsEntry("lives", 3);
    }

    @Test
    void aPageThatIsInterruptedForEverStillMovesItsScanOn() {
        UUID scan = received();
        UUID page = pages(scan, 1).get(0);
        for (int n = 0; n < LEASES.maxInterruptions(); n++) {
            north.claims().read(page.toString());
            clock.pass(PAST_THE_LEASE);
            south.due().giveBackExpired(Stage.READ, 10);
        }
        assertThat(row("scan", scan)).containsEntry("state", "READ");
        clock.pass(SILENCE);
        assertThat(south.due().unheard(Stage.UNDERSTAND, SILENCE, 10).understand())
                .containsExactly(scan.toString());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aRestartedNodeTakesBackWhatItHeldAndNothingElse(Stage stage) {
        Claim norths = claimed(north, stage);
        Claim souths = claimed(south, stage);
        assertThat(north.due().giveBackOurs(stage)).isEqualTo(1);
        assertThat(row(table(stage), norths.id()))
                .containsEntry("state", stage.from().name())
                .containsEntry("lives", 3);
        assertThat(row(table(stage), souths.id()))
                .containsEntry("state", stage.during().name())
                .containsEntry("node", "south");
        done(south, souths);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void postponedWorkIsNotDueBeforeItsTime(Stage stage) {
        Claim claim = claimed(north, stage);
        north.claims().postpone(claim, WHY);
        assertThat(row(table(stage), claim.id()))
                .containsEntry("lives", 3)
                .containsEntry("interruptions", 0)
                .containsEntry("reason_code", "STORE_UNAVAILABLE");
        clock.pass(LEASES.backoff().minusMillis(1));
        assertThatThrownBy(() -> claim(south, stage, claim.id())).isInstanceOf(Conflict.class);
        assertThat(rung(south.due().unheard(stage, SILENCE, 10), stage)).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(rung(south.due().unheard(stage, SILENCE, 10), stage))
                .containsExactly(claim.id().toString());
        assertThat(claim(south, stage, claim.id()).attempt()).isEqualTo(claim.attempt() + 1);
    }

    // ---- ringing

    @Test
    void dueWorkIsRungOnceInASilenceAndMarked() {
        List<String> pages = reading(3).stream().map(UUID::toString).toList();
        clock.pass(SILENCE);
        assertThat(north.due().unheard(Stage.READ, SILENCE, 10).read()).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(one(
                        "select count(*) from page where rung_at = ?",
                        Integer.class,
                        clock.instant().atOffset(java.time.ZoneOffset.UTC)))
                .isEqualTo(3);
        assertThat(south.due().unheard(Stage.READ, SILENCE, 10).read()).isEmpty();
        clock.pass(SILENCE);
        assertThat(south.due().unheard(Stage.READ, SILENCE, 10).read()).containsExactlyInAnyOrderElementsOf(pages);
    }

    /** Else a full queue is rung over and over, and nodes are busy with saying that someone was first. */
    @Test
    void workThatIsAnnouncedAsItBecomesDueIsNotRungAsWell() {
        UUID scan = received();
        assertThat(north.due().unheard(Stage.SPLIT, SILENCE, 10).split()).isEmpty();
        UUID page = pages(scan, 1).get(0);
        assertThat(north.due().unheard(Stage.READ, SILENCE, 10).read()).isEmpty();
        done(north, north.claims().read(page.toString()));
        assertThat(north.due().unheard(Stage.UNDERSTAND, SILENCE, 10).understand())
                .isEmpty();
        done(north, north.claims().understand(scan.toString()));
        assertThat(north.due().unheard(Stage.RENDER, SILENCE, 10).render()).isEmpty();
        clock.pass(SILENCE);
        assertThat(north.due().unheard(Stage.RENDER, SILENCE, 10).render()).hasSize(1);
    }

    @Test
    void workThatWasGivenBackIsRungByTheNextSweep() {
        Claim claim = claimed(north, Stage.READ);
        clock.pass(PAST_THE_LEASE);
        south.due().giveBackExpired(Stage.READ, 10);
        assertThat(south.due().unheard(Stage.READ, Duration.ofHours(1), 10).read())
                .containsExactly(claim.id().toString());
    }

    @Test
    void workInSomeonesHandsIsNotRung() {
        List<UUID> pages = reading(2);
        north.claims().read(pages.get(0).toString());
        clock.pass(SILENCE);
        assertThat(south.due().unheard(Stage.READ, SILENCE, 10).read())
                .containsExactly(pages.get(1).toString());
    }

    @Test
    void theLongestWaitingIsRungFirstAndNoMoreThanAsked() {
        List<String> first = reading(2).stream().map(UUID::toString).toList();
        clock.pass(Duration.ofSeconds(1));
        reading(2);
        clock.pass(SILENCE);
        assertThat(north.due().unheard(Stage.READ, SILENCE, 2).read()).containsExactlyInAnyOrderElementsOf(first);
    }

    @RepeatedTest(3)
    void sweepersAtTheSameTimeNeverRingTheSameRow() throws Exception {
        UUID scan = received();
        int all = 200;
        pages(scan, all);
        clock.pass(SILENCE);
        List<String> rung = new ArrayList<>();
        for (int round = 0; round < 20 && rung.size() < all; round++) {
            for (Outcome<Announcement> o :
                    atOnce(8, n -> () -> (n % 2 == 0 ? north : south).due().unheard(Stage.READ, SILENCE, 30))) {
                rung.addAll(o.get().read());
            }
        }
        assertThat(rung)
                .as("rows rung by eight sweepers")
                .doesNotHaveDuplicates()
                .hasSize(all);
    }

    // ---- arrivals

    @RepeatedTest(10)
    void ofTwoNodesThatAskForAFileOneGetsIt() throws Exception {
        Arrival arrival = arrival("SCN_0001.pdf");
        List<Outcome<Arrival.Answer>> answers =
                atOnce(2, n -> () -> (n == 0 ? north : south).arrivals().claim(arrival));
        assertThat(answers).allSatisfy(o -> assertThat(o.failure()).isNull());
        assertThat(answers.stream().map(Outcome::get).map(Object::getClass).map(Class::getSimpleName))
                .containsExactlyInAnyOrder("Yours", "Busy");
    }

    @Test
    void aFileIsBusyWhileItsLeaseLastsAndFreeAfterwards() {
        Arrival arrival = arrival("SCN_0001.pdf");
        assertThat(north.arrivals().claim(arrival)).isInstanceOf(Arrival.Yours.class);
        clock.pass(LEASES.work().minusSeconds(1));
        assertThat(south.arrivals().claim(arrival)).isInstanceOf(Arrival.Busy.class);
        clock.pass(Duration.ofMinutes(1));
        assertThat(south.arrivals().claim(arrival)).isInstanceOf(Arrival.Yours.class);
    }

    @Test
    void aNodeThatDiedAndCameBackHasItsFileAtOnce() {
        Arrival arrival = arrival("SCN_0001.pdf");
        Arrival.Yours before = (Arrival.Yours) north.arrivals().claim(arrival);
        Arrival.Yours after = (Arrival.Yours) north.arrivals().claim(arrival);
        assertThat(after.attempt()).isGreaterThan(before.attempt());
    }

    @Test
    void aSettledFileIsBusyForOthersWhileItIsMoved() {
        Arrival arrival = arrival("SCN_0001.pdf");
        Arrival.Yours claim = (Arrival.Yours) north.arrivals().claim(arrival);
        NewScan scan = taken("a");
        north.arrivals().settle(arrival, claim, scan);
        assertThat(south.arrivals().claim(arrival)).isInstanceOf(Arrival.Busy.class);
        clock.pass(Duration.ofMinutes(10));
        assertThat(south.arrivals().claim(arrival)).isEqualTo(new Arrival.Settled(claim.id(), scan.id()));
        assertThat(north.arrivals().claim(arrival)).as("now it is the other's").isInstanceOf(Arrival.Busy.class);
    }

    @Test
    void aLateMoverDoesNotEndTheArrivalOfTheNextFileOfThatName() {
        Arrival arrival = arrival("SCN_0001.pdf");
        Arrival.Yours late = (Arrival.Yours) north.arrivals().claim(arrival);
        NewScan scan = taken("a");
        north.arrivals().settle(arrival, late, scan);
        clock.pass(Duration.ofMinutes(10));
        Arrival next = new Arrival(counter, arrival.path(), print(2), arrival.actor());
        Arrival.Yours now = (Arrival.Yours) south.arrivals().claim(next);
        north.arrivals().shelving(scan.id(), ".done/x");
        north.arrivals().over(late.id(), scan.id());
        north.arrivals().release(late);
        assertThat(south.arrivals().settle(next, now, taken("b")).split()).hasSize(1);
    }

    @Test
    void aReleasedFileLeavesNothing() {
        Arrival arrival = arrival("SCN_0001.pdf");
        north.arrivals().release((Arrival.Yours) north.arrivals().claim(arrival));
        assertThat(strings("select path from arrival")).isEmpty();
        assertThat(south.arrivals().claim(arrival)).isInstanceOf(Arrival.Yours.class);
    }

    @Test
    void aLargeFileIsHeldForAsLongAsASlowStoreTakes() {
        Arrival large = new Arrival(counter, "large.tif", print(2L << 30), "system:test");
        north.arrivals().claim(large);
        clock.pass(Duration.ofMinutes(30));
        assertThat(south.arrivals().claim(large)).isInstanceOf(Arrival.Busy.class);
        clock.pass(Duration.ofMinutes(10));
        assertThat(south.arrivals().claim(large)).isInstanceOf(Arrival.Yours.class);
    }

    @Test
    void whoLostTheFileMeanwhileEntersNothing() {
        Arrival arrival = arrival("SCN_0001.pdf");
        Arrival.Yours late = (Arrival.Yours) north.arrivals().claim(arrival);
        clock.pass(Duration.ofMinutes(10));
        Arrival.Yours now = (Arrival.Yours) south.arrivals().claim(arrival);
        String before = everything();
        assertThatThrownBy(() -> north.arrivals().settle(arrival, late, taken("a")))
                .isInstanceOf(Conflict.class);
        assertThat(everything()).isEqualTo(before);
        assertThat(strings("select id::text from scan")).isEmpty();
        assertThat(south.arrivals().settle(arrival, now, taken("a")).split()).hasSize(1);
    }

    @Test
    void aFileIsSettledOnce() {
        Arrival arrival = arrival("SCN_0001.pdf");
        Arrival.Yours claim = (Arrival.Yours) north.arrivals().claim(arrival);
        north.arrivals().settle(arrival, claim, taken("a"));
        assertThatThrownBy(() -> north.arrivals().settle(arrival, claim, taken("b")))
                .isInstanceOf(Conflict.class);
        assertThat(strings("select id::text from scan")).hasSize(1);
    }

    @Test
    void theSameBytesInTheSameCounterAreARepeatLinkedToTheFirst() {
        UUID first = settle("SCN_0001.pdf", taken("a"));
        NewScan again = taken("a");
        Arrival arrival = arrival("SCN_0001.pdf again");
        Announcement next = south.arrivals()
                .settle(arrival, (Arrival.Yours) south.arrivals().claim(arrival), again);
        assertThat(next).isEqualTo(Announcement.NOTHING);
        assertThat(row("scan", again.id()))
                .containsEntry("state", "REPEAT")
                .containsEntry("repeat_of", first)
                .containsEntry("object_key", "");
        assertThat(history(again.id())).containsExactly("> REPEAT 0");
        assertThat(north.arrivals().earlier(arrival, again.sha256())).contains(first);
    }

    @RepeatedTest(5)
    void theSameBytesSettledAtTheSameMomentHaveOneFirst() throws Exception {
        List<Outcome<Announcement>> outcomes = atOnce(MANY, n -> {
            RecordNode node = n % 2 == 0 ? north : south;
            Arrival arrival = arrival("copy-" + n);
            Arrival.Yours claim = (Arrival.Yours) node.arrivals().claim(arrival);
            return () -> node.arrivals().settle(arrival, claim, taken("same"));
        });
        assertThat(outcomes).allSatisfy(o -> assertThat(o.failure()).isNull());
        List<UUID> firsts = ids("select id from scan where repeat_of is null and state = 'RECEIVED'");
        assertThat(firsts).hasSize(1);
        assertThat(outcomes.stream().flatMap(o -> o.get().split().stream()))
                .as("what is announced for splitting")
                .containsExactly(firsts.get(0).toString());
        assertThat(ids("select repeat_of from scan where state = 'REPEAT'"))
                .hasSize(MANY - 1)
                .containsOnly(firsts.get(0));
    }

    @Test
    void theSameBytesInAnotherCounterAreAScanOfTheirOwn() {
        settle("SCN_0001.pdf", taken("a"));
        Counter other = north.counters().at(new Code("ub-01"), new Code("quay-2"));
        Arrival arrival = new Arrival(other, "SCN_0001.pdf", print(1), "system:test");
        NewScan scan = taken("a");
        Announcement next = north.arrivals()
                .settle(arrival, (Arrival.Yours) north.arrivals().claim(arrival), scan);
        assertThat(next.split()).containsExactly(scan.id().toString());
        assertThat(row("scan", scan.id())).containsEntry("state", "RECEIVED").containsEntry("repeat_of", null);
    }

    @Test
    void bytesThatWereRefusedAreTakenAnewWhenTheyComeAgain() {
        UUID refused = settle("SCN_0001.pdf", refused("a"));
        UUID again = settle("SCN_0002.pdf", taken("a"));
        assertThat(row("scan", refused)).containsEntry("state", "QUARANTINED");
        assertThat(row("scan", again)).containsEntry("state", "RECEIVED");
    }

    @Test
    void bytesThatWereRefusedWhenTheyWereSplitAreTakenAnewToo() {
        UUID refused = settle("SCN_0001.pdf", taken("a"));
        north.claims().refuse(north.claims().split(refused.toString()), Reason.of(ReasonCode.BROKEN_FILE, "x"));
        assertThat(row("scan", refused))
                .containsEntry("state", "QUARANTINED")
                .containsEntry("shelf_due", "QUARANTINE")
                .containsEntry("reason_code", "BROKEN_FILE");
        assertThat(row("scan", settle("SCN_0002.pdf", taken("a")))).containsEntry("state", "RECEIVED");
    }

    @Test
    void aRefusedFileIsEnteredWithTheReasonAndAnnouncedToNobody() {
        NewScan scan = refused("a");
        Arrival arrival = arrival("SCN_0001.pdf");
        Announcement next = north.arrivals()
                .settle(arrival, (Arrival.Yours) north.arrivals().claim(arrival), scan);
        assertThat(next).isEqualTo(Announcement.NOTHING);
        assertThat(row("scan", scan.id()))
                .containsEntry("state", "QUARANTINED")
                .containsEntry("reason_code", "EMPTY_FILE")
                .containsEntry("object_key", "");
        assertThat(strings("select reason_code from history where subject_id = ?", scan.id()))
                .containsExactly("EMPTY_FILE");
    }

    @Test
    void aSettledFileIsOnlyMovedOutOfTheWay() {
        Arrival arrival = arrival("SCN_0001.pdf");
        Arrival.Yours claim = (Arrival.Yours) north.arrivals().claim(arrival);
        NewScan scan = taken("a");
        north.arrivals().settle(arrival, claim, scan);
        assertThat(north.arrivals().claim(arrival)).isEqualTo(new Arrival.Settled(claim.id(), scan.id()));
        north.arrivals().shelving(scan.id(), ".done/2026-11-23/SCN_0001.pdf");
        north.arrivals().over(claim.id(), scan.id());
        assertThat(row("scan", scan.id())).containsEntry("shelf", ".done/2026-11-23/SCN_0001.pdf");
        assertThat(strings("select path from arrival")).isEmpty();
    }

    @Test
    void aSettledFileThatLooksDifferentIsANewOne() {
        Arrival arrival = arrival("SCN_0001.pdf");
        north.arrivals().settle(arrival, (Arrival.Yours) north.arrivals().claim(arrival), taken("a"));
        for (Arrival.Print other : List.of(
                new Arrival.Print(2, print(1).modifiedAt(), "file 1"),
                new Arrival.Print(1, print(1).modifiedAt().plusSeconds(1), "file 1"),
                new Arrival.Print(1, print(1).modifiedAt(), "file 2"))) {
            Arrival changed = new Arrival(counter, arrival.path(), other, arrival.actor());
            assertThat(north.arrivals().claim(changed)).as("%s", other).isInstanceOf(Arrival.Yours.class);
            north.arrivals().settle(changed, (Arrival.Yours) north.arrivals().claim(changed), taken(other.toString()));
            // back to how it looked at first, for the next
            assertThat(north.arrivals().claim(arrival)).isInstanceOf(Arrival.Yours.class);
            north.arrivals().settle(arrival, (Arrival.Yours) north.arrivals().claim(arrival), taken("a"));
        }
    }

    @Test
    void aSettledFileWhoseBytesAreOthersIsTakenAnew() {
        Arrival arrival = arrival("SCN_0001.pdf");
        north.arrivals().settle(arrival, (Arrival.Yours) north.arrivals().claim(arrival), taken("a"));
        assertThat(north.arrivals().claimAnew(arrival)).isInstanceOf(Arrival.Yours.class);
    }

    // ---- what every row carries

    @Test
    void eachScanIsWrittenIntoTheAudit() {
        UUID first = settle("1", taken("a"));
        UUID repeat = settle("2", taken("a"));
        UUID refused = settle("3", refused("b"));
        assertThat(strings("select action || ' ' || subject_id || ' ' || actor || ' ' || unit_id from audit_entry"))
                .containsExactlyInAnyOrder(
                        "SCAN_RECEIVED " + first + " system:test " + counter.unitId(),
                        "SCAN_REPEAT " + repeat + " system:test " + counter.unitId(),
                        "SCAN_QUARANTINED " + refused + " system:test " + counter.unitId());
    }

    @Test
    void everyRowSaysWhoseItIsAndWhoMadeIt() {
        List<String> ofTheWalk = List.of("arrival", "audit_entry", "document", "history", "page", "scan");
        for (String column : List.of("unit_id", "actor")) {
            assertThat(strings("""
                            select table_name from information_schema.columns
                            where table_schema = current_schema() and column_name = ? and is_nullable = 'NO'""", column))
                    .as("tables with a %s that is never null", column)
                    .containsAll(ofTheWalk);
        }
    }

    /** Who works where is looked at before anyone is known. */
    @Test
    void whatBelongsToAUnitShowsItselfOnlyInItsScope() {
        assertThat(strings("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
                        and a.attname = 'unit_id' and not a.attisdropped and not c.relrowsecurity""")).containsExactlyInAnyOrder("account_role");
    }

    @Test
    void pagesAndDocumentsBelongToTheUnitOfTheirScan() {
        UUID scan = received();
        done(north, north.claims().read(pages(scan, 1).get(0).toString()));
        renderAll(scan);
        assertThat(strings("""
                        select unit_id::text from scan union all select unit_id::text from page union all
                        select unit_id::text from document union all select unit_id::text from history"""))
                .hasSizeGreaterThan(10)
                .containsOnly(counter.unitId().toString());
    }

    // ---- a scan in any state

    private UUID received() {
        return settle(Ids.next().toString(), taken(Ids.next().toString()));
    }

    private UUID settle(String path, NewScan scan) {
        Arrival arrival = arrival(path);
        north.arrivals().settle(arrival, (Arrival.Yours) north.arrivals().claim(arrival), scan);
        return scan.id();
    }

    private Arrival arrival(String path) {
        return new Arrival(counter, path, print(1), "system:test");
    }

    private Arrival.Print print(long size) {
        return new Arrival.Print(size, Instant.parse("2026-11-20T00:00:00Z"), "file 1");
    }

    private static NewScan taken(String bytes) {
        UUID id = Ids.next();
        return new NewScan(id, "SCN_0001.pdf", "", hash(bytes), 1, "PDF", "ub-01/2026/11/" + id, Optional.empty());
    }

    private static NewScan refused(String bytes) {
        Optional<Reason> why = Optional.of(Reason.of(ReasonCode.EMPTY_FILE));
        return new NewScan(Ids.next(), "SCN_0001.pdf", "", hash(bytes), 1, "", "", why);
    }

    private static Sha256 hash(String bytes) {
        return Sha256.of(bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private List<UUID> reading(int pages) {
        return pages(received(), pages);
    }

    private List<UUID> pages(UUID scan, int pages) {
        Claim claim = north.claims().split(scan.toString());
        Announcement next = north.walk()
                .split(claim, IntStream.range(0, pages).mapToObj(n -> toRead()).toList());
        return next.read().stream().map(UUID::fromString).toList();
    }

    private static NewPage toRead() {
        return new NewPage.ToRead(Ids.next(), new NewPage.Image("key", "PNG", 10, 10, 300));
    }

    /** Work of this stage, in the hands of this node. */
    private Claim claimed(RecordNode node, Stage stage) {
        UUID scan = received();
        if (stage == Stage.SPLIT) {
            return claim(node, stage, scan);
        }
        UUID page = pages(scan, 1).get(0);
        if (stage == Stage.READ) {
            return claim(node, stage, page);
        }
        done(north, claim(north, Stage.READ, page));
        if (stage == Stage.UNDERSTAND) {
            return claim(node, stage, scan);
        }
        Announcement next = done(north, claim(north, Stage.UNDERSTAND, scan));
        UUID document = UUID.fromString(next.render().get(0));
        if (stage == Stage.EXTRACT || stage == Stage.PUBLISH) {
            sql.sql("update document set state = ? where id = ?")
                    .params(stage.from().name(), document) // as a person's change would
                    .update();
        }
        return claim(node, stage, document);
    }

    private static Claim claim(RecordNode node, Stage stage, UUID id) {
        Claims claims = node.claims();
        return switch (stage) {
            case SPLIT -> claims.split(id.toString());
            case READ -> claims.read(id.toString());
            case UNDERSTAND -> claims.understand(id.toString());
            case EXTRACT -> claims.extract(id.toString());
            case RENDER -> claims.render(id.toString());
            case PUBLISH -> claims.publish(id.toString());
        };
    }

    /** Ends the work as it should end. */
    private Announcement done(RecordNode node, Claim claim) {
        return switch (claim.stage()) {
            case SPLIT -> node.walk().split(claim, List.of(toRead()));
            case READ ->
                node.walk().read(claim, new PageResult(PageKind.DOCUMENT, PageText.Source.OCR, "key", 0.9f, 10));
            case UNDERSTAND -> node.walk().understood(claim, List.of(documentOf(claim.id())));
            case EXTRACT -> node.walk().extracted(claim, DocumentType.untold("unknown"), List.of(), List.of());
            case RENDER -> node.walk().rendered(claim, "key", hash("pdf"), 3);
            case PUBLISH -> node.walk().published(claim);
        };
    }

    private NewDocument documentOf(UUID scan) {
        return NewDocument.plain(
                Ids.next(), "unknown", ids("select id from page where scan_id = '" + scan + "' and state = 'READ'"));
    }

    private void renderAll(UUID scan) {
        Announcement next = done(north, north.claims().understand(scan.toString()));
        next.render().forEach(document -> done(north, north.claims().render(document)));
    }

    private static List<String> rung(Announcement announcement, Stage stage) {
        return switch (stage) {
            case SPLIT -> announcement.split();
            case READ -> announcement.read();
            case UNDERSTAND -> announcement.understand();
            case EXTRACT -> announcement.extract();
            case RENDER -> announcement.render();
            case PUBLISH -> announcement.publish();
        };
    }

    private static String table(Stage stage) {
        return stage.subject().name().toLowerCase(java.util.Locale.ROOT);
    }

    // ---- looking

    private Map<String, Object> row(String table, UUID id) {
        return sql.sql("select * from " + table + " where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private List<String> history(UUID subject) {
        return strings(
                "select trim(from_state || ' > ' || to_state || ' ' || attempt) from history where subject_id = ? order by id",
                subject);
    }

    /** All rows that a step may touch, as one text to compare. */
    private String everything() {
        return String.join("\n", strings("""
                        select 'scan ' || to_jsonb(t)::text from scan t union all select 'page ' || to_jsonb(t)::text from page t
                        union all select 'document ' || to_jsonb(t)::text from document t
                        union all select 'history ' || to_jsonb(t)::text from history t
                        union all select 'audit ' || to_jsonb(t)::text from audit_entry t
                        union all select 'arrival ' || to_jsonb(t)::text from arrival t order by 1"""));
    }

    private List<String> strings(String query, Object... values) {
        return sql.sql(query).params(List.of(values)).query(String.class).list();
    }

    private List<UUID> ids(String query) {
        return sql.sql(query).query(UUID.class).list();
    }

    private <T> T one(String query, Class<T> type, Object... values) {
        if (type == Instant.class) {
            return type.cast(sql.sql(query)
                    .params(List.of(values))
                    .query((row, n) ->
                            row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                    .single());
        }
        return sql.sql(query).params(List.of(values)).query(type).single();
    }

    // ---- many at once

    /** What a thread got: a value, or an exception. */
    private record Outcome<T>(T value, Throwable failure) {
        boolean fine() {
            return failure == null;
        }

        T get() {
            if (failure != null) {
                throw new AssertionError("a thread failed", failure);
            }
            return value;
        }
    }

    /** One of so many threads. */
    @FunctionalInterface
    private interface Threads<T> {
        Callable<T> number(int n);
    }

    /** Runs all of them from the same moment on, and waits for all. */
    private <T> List<Outcome<T>> atOnce(int times, Threads<T> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        List<Future<Outcome<T>>> running = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            Callable<T> task = tasks.number(n);
            running.add(threads.submit(() -> {
                start.await(60, TimeUnit.SECONDS);
                try {
                    return new Outcome<>(task.call(), null);
                } catch (Exception e) {
                    return new Outcome<>(null, e);
                }
            }));
        }
        List<Outcome<T>> outcomes = new ArrayList<>();
        for (Future<Outcome<T>> one : running) {
            outcomes.add(one.get(60, TimeUnit.SECONDS));
        }
        return outcomes;
    }
}
