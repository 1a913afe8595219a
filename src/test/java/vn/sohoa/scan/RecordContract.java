package vn.sohoa.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import vn.sohoa.common.Code;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Counter;

/**
 * What the records promise on every PostgreSQL: of claims, leases and long work, and here of arriving files and of what every row carries.
 */
public abstract class RecordContract extends HeartbeatContract {
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
}
