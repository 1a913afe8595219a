package vn.sohoa.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.common.Failure.Conflict;

/** Nothing that was dropped is lost: lives, leases, waiting, and what is rung again. */
abstract class LeaseContract extends ClaimContract {
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
}
