package vn.sohoa.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.Eventually;
import vn.sohoa.common.Failure.Conflict;

/** Work that takes longer than its lease: a third node, {@code east}, has leases so short that a test sees them extended. */
abstract class HeartbeatContract extends LeaseContract {
    private static final Leases SHORT = new Leases(Duration.ofMillis(150), Duration.ofSeconds(15), 4);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private RecordNode east;
    private Heartbeat heartbeat;

    @BeforeAll
    void startEast() {
        east = RecordNode.start("east", database, clock, SHORT);
        heartbeat = east.context().getBean(Heartbeat.class);
    }

    @AfterAll
    void stopEast() {
        east.close();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void workThatTakesLongerThanItsLeaseKeepsIt(Stage stage) {
        Claim claim = claimed(east, stage);
        heartbeat.during(claim, held -> {
            for (int n = 0; n < 3; n++) {
                clock.pass(SHORT.work());
                awaitExtended(claim);
                assertThat(south.due().giveBackExpired(stage, 10)).isZero();
            }
            return done(east, claim);
        });
        assertThat(history(claim.id()))
                .filteredOn(line -> line.startsWith(stage.from() + " > " + stage.during()))
                .hasSize(1);
    }

    @Test
    void workThatSomeoneElseHasIsGivenUpWhereItGoesOnAndCommitsNothing() {
        Claim late = claimed(east, Stage.SPLIT);
        clock.pass(SHORT.work().plusMillis(1));
        assertThat(south.due().giveBackExpired(Stage.SPLIT, 10)).isEqualTo(1);
        Claim now = claim(south, Stage.SPLIT, late.id());
        Instant until = leasedUntil(now);

        heartbeat.during(late, held -> {
            Eventually.until("it is told so", LIMIT, () -> isLost(held), () -> "");
            assertThatThrownBy(() -> done(east, late)).isInstanceOf(Conflict.class);
            return "";
        });

        assertThat(leasedUntil(now)).as("the lease of the one who has it").isEqualTo(until);
        done(south, now);
    }

    @Test
    void workThatHangsIsHeldForThirtyLeasesAndOneThatGoesOnForEver() {
        Claim hanging = claimed(east, Stage.SPLIT);
        Claim going = claimed(east, Stage.SPLIT);
        heartbeat.during(
                hanging,
                hangs -> heartbeat.during(going, goes -> {
                    clock.pass(SHORT.work().multipliedBy(Heartbeat.LONGEST_STEP).minusSeconds(1));
                    awaitExtended(hanging);
                    clock.pass(Duration.ofSeconds(2));
                    goes.goesOn();
                    for (int beats = 0; beats < 3; beats++) {
                        clock.pass(SHORT.work());
                        awaitExtended(going);
                    }
                    assertThat(south.due().giveBackExpired(Stage.SPLIT, 10)).isEqualTo(1);
                    return done(east, going);
                }));
        assertThat(row("scan", hanging.id())).containsEntry("state", "RECEIVED").containsEntry("interruptions", 1);
        assertThatThrownBy(() -> done(east, hanging)).isInstanceOf(Conflict.class);
    }

    /** A sequence is not rolled back with the statement that asked it: it counts what failed. */
    @Test
    void recordsThatCannotExtendALeaseForAWhileCostNoWork() {
        Claim claim = claimed(east, Stage.SPLIT);
        sql.sql("create sequence refused").update();
        sql.sql("""
                create function refuse() returns trigger language plpgsql security definer as $$
                begin
                    perform nextval('refused');
                    raise exception using errcode = '53000', message = 'no room';
                end $$""").update();
        try {
            sql.sql("create trigger away before update on scan for each row execute function refuse()")
                    .update();
            heartbeat.during(claim, held -> {
                Eventually.until(
                        "it failed twice",
                        LIMIT,
                        () -> one("select last_value from refused", Long.class) >= 2,
                        () -> "");
                held.goesOn();
                sql.sql("drop trigger away on scan").update();
                clock.pass(SHORT.work());
                awaitExtended(claim);
                return done(east, claim);
            });
        } finally {
            sql.sql("drop function refuse() cascade").update();
            sql.sql("drop sequence refused").update();
        }
        assertThat(row("scan", claim.id())).containsEntry("state", "READING");
    }

    @Test
    void noLeaseIsExtendedAfterItsWorkAndNoneKeepsTheProcessAlive() {
        Claim claim = claimed(east, Stage.SPLIT);
        Claim other = claimed(east, Stage.SPLIT);
        heartbeat.during(claim, held -> "");
        Instant until = leasedUntil(claim);
        heartbeat.during(other, held -> {
            for (int beats = 0; beats < 3; beats++) {
                clock.pass(SHORT.work());
                awaitExtended(other);
            }
            return "";
        });
        assertThat(leasedUntil(claim)).isEqualTo(until);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("heartbeat"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    private static boolean isLost(HeldWork held) {
        try {
            held.goesOn();
            return false;
        } catch (Conflict e) {
            return true;
        }
    }

    private void awaitExtended(Claim claim) {
        Instant full = clock.instant().plus(SHORT.work());
        Eventually.until(
                "its lease is a whole one again",
                LIMIT,
                () -> leasedUntil(claim).equals(full),
                () -> row(table(claim.stage()), claim.id()).toString());
    }

    private Instant leasedUntil(Claim claim) {
        UUID id = claim.id();
        return one("select leased_until from " + table(claim.stage()) + " where id = ?", Instant.class, id);
    }
}
