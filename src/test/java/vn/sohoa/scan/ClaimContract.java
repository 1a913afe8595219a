package vn.sohoa.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** Work is in the hands of one worker, ends once, rings the next once, and leaves one line. */
abstract class ClaimContract extends RecordGround {
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
}
