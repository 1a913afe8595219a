package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.RunningApplication;
import vn.sohoa.scan.FixityRecords;

/** What becomes of taken files afterwards. */
@ExtendWith(RunningApplication.class)
class AftercareTest {
    private static final Duration KEPT = Desk.SETTINGS.keepDone().plusHours(1);

    @TempDir
    Path inbox;

    private Desk desk;
    private Path counter;
    private FixityRecords fixity;

    @BeforeEach
    void open(ConfigurableApplicationContext application, FixityRecords records) {
        desk = new Desk(application, inbox);
        counter = desk.counter();
        fixity = records;
    }

    private Path taken(String name, byte[] bytes) {
        Papers.drop(counter.resolve(name), bytes);
        desk.lookTwice();
        return counter.resolve(String.valueOf(desk.scan(bytes).get("shelf")));
    }

    private UUID id(byte[] bytes) {
        return (UUID) desk.scan(bytes).get("id");
    }

    @Test
    void doneIsEmptiedOnlyAfterItsTimeAndOnlyWhenALaterReadingFoundTheObjectWhole() {
        byte[] unread = Papers.jpeg();
        byte[] broken = Papers.jpeg();
        byte[] whole = Papers.jpeg();
        Path one = taken("unread.jpg", unread);
        Path two = taken("broken.jpg", broken);
        Path three = taken("whole.jpg", whole);
        desk.db
                .sql("update scan set fixity_at = null, fixity_whole = null where id = :id")
                .param("id", id(unread))
                .update();
        fixity.checked(id(broken), false);
        fixity.checked(id(whole), true);
        desk.aftercareIn(Desk.SETTINGS.keepDone().minusHours(1)).tidy();
        assertThat(three).as("not yet").exists();
        desk.aftercareIn(KEPT).tidy();
        assertThat(three).doesNotExist();
        assertThat(desk.scan(whole)).containsEntry("shelf", null);
        assertThat(two).as("its object is broken: this may be the last copy").exists();
        assertThat(one).as("nobody has read its object again").exists();
    }

    @Test
    void aShelvedFileThatHoldsOtherBytesGoesBackToItsFolderAndIsTaken() throws IOException {
        byte[] bytes = Papers.jpeg();
        byte[] other = Papers.jpeg();
        Path shelved = taken("H23-0042/a.jpg", bytes);
        Files.write(shelved, other);
        fixity.checked(id(bytes), true);
        desk.aftercareIn(KEPT).tidy();
        assertThat(counter.resolve("H23-0042/a.jpg")).hasBinaryContent(other);
        desk.lookTwice();
        assertThat(desk.scan(other)).containsEntry("folder", "H23-0042");
        assertThat(desk.scan(bytes)).containsEntry("shelf", null);
    }

    @Test
    void aLateRefusalMovesTheFileToQuarantineWithItsReasonOnce() throws IOException {
        byte[] bytes = Papers.jpeg();
        Path shelved = taken("H23-0042/a.jpg", bytes);
        refuse(bytes);
        desk.aftercareIn(Duration.ZERO).tidy();
        assertThat(shelved).doesNotExist();
        assertThat(counter.resolve(".quarantine/a.jpg")).hasBinaryContent(bytes);
        assertThat(Files.readAllLines(counter.resolve(".quarantine/a.jpg.reason.txt")))
                .satisfies(lines -> {
                    assertThat(lines.get(0)).startsWith("Tệp bị hỏng");
                    assertThat(lines.get(1)).startsWith("The file is damaged");
                });
        desk.aftercareIn(Duration.ZERO).tidy();
        assertThat(Desk.below(counter.resolve(".quarantine"))).containsExactly("a.jpg", "a.jpg.reason.txt");
        assertThat(desk.scan(bytes)).containsEntry("shelf", ".quarantine/a.jpg").containsEntry("shelf_due", null);
        fixity.checked(id(bytes), true);
        desk.aftercareIn(KEPT).tidy();
        assertThat(counter.resolve(".quarantine/a.jpg"))
                .as("quarantine is never emptied")
                .exists();
    }

    @Test
    void aStopRightAfterALateRefusalsMoveLosesNobodysFile() throws IOException {
        byte[] bytes = Papers.jpeg();
        Path shelved = taken("a.jpg", bytes);
        String before = String.valueOf(desk.scan(bytes).get("shelf"));
        refuse(bytes);
        desk.aftercareIn(Duration.ZERO).tidy();
        assertThat(shelved).doesNotExist();
        desk.db
                .sql("update scan set shelf = :before, shelf_due = '.quarantine/a.jpg' where id = :id")
                .param("before", before)
                .param("id", id(bytes))
                .update(); // as far as the records had come
        desk.aftercareIn(Duration.ZERO).tidy();
        assertThat(desk.scan(bytes)).containsEntry("shelf", ".quarantine/a.jpg").containsEntry("shelf_due", null);
        assertThat(Desk.below(counter)).containsExactly(".quarantine/a.jpg", ".quarantine/a.jpg.reason.txt");
    }

    @Test
    void aStopBetweenTheReasonAndTheMoveLeavesNoReasonWithoutAFile() throws IOException {
        byte[] bytes = "<html>không phải bản quét".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Papers.drop(counter.resolve("a.jpg"), bytes);
        desk.look();
        desk.later(5);
        desk.intake.take(desk.folders.look().next());
        Path kept = Files.createDirectories(counter.resolve(".quarantine")).resolve("a.jpg");
        Files.writeString(kept, "sohoa: place kept for scan " + id(bytes));
        Files.writeString(kept.resolveSibling("a.jpg.reason.txt"), "Không nhận ra định dạng tệp");
        desk.db
                .sql("update scan set shelf = '.quarantine/a.jpg' where id = :id")
                .param("id", id(bytes))
                .update(); // and then the process stops
        desk.start().lookTwice();
        assertThat(Desk.below(counter)).containsExactly(".quarantine/a.jpg", ".quarantine/a.jpg.reason.txt");
        assertThat(kept).hasBinaryContent(bytes);
    }

    @Test
    void aRefusalThatWasKnownBeforeTheMoveIsNotMovedTwice() throws IOException {
        byte[] bytes = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), bytes);
        desk.look();
        desk.later(5);
        Object candidate = desk.folders.look().next();
        desk.intake.take(candidate); // and then the process stops
        refuse(bytes);
        desk.start().lookTwice();
        assertThat(desk.scan(bytes)).containsEntry("shelf", ".quarantine/a.jpg");
        desk.aftercareIn(Duration.ZERO).tidy();
        assertThat(Desk.below(counter)).containsExactly(".quarantine/a.jpg", ".quarantine/a.jpg.reason.txt");
    }

    private void refuse(byte[] bytes) {
        int rows = desk.db
                .sql("update scan set state = 'QUARANTINED', shelf_due = 'QUARANTINE', reason_code = 'BROKEN_FILE',"
                        + " reason_detail = 'x' where id = :id")
                .param("id", id(bytes))
                .update();
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void aShareThatIsNotMountedIsNotTakenForAnEmptiedOne() throws IOException {
        byte[] bytes = Papers.jpeg();
        Path shelved = taken("a.jpg", bytes);
        fixity.checked(id(bytes), true);
        Path unit = inbox.resolve(desk.unit);
        Files.move(unit, inbox.resolveSibling(desk.unit));
        desk.aftercareIn(KEPT).tidy();
        assertThat(desk.scan(bytes).get("shelf")).isNotNull();
        Files.move(inbox.resolveSibling(desk.unit), unit);
        assertThat(shelved).exists();
        desk.aftercareIn(KEPT).tidy();
        assertThat(shelved).doesNotExist();
    }

    @Test
    void emptiedDossierFoldersAreRemovedAfterADayAndFullOnesNever() throws IOException {
        Path emptied = Files.createDirectories(counter.resolve("H23-0001"));
        Path fresh = Files.createDirectories(counter.resolve("H23-0002"));
        Path full = Papers.drop(counter.resolve("H23-0003/a.bin"), new byte[1]).getParent();
        Path nested = Files.createDirectories(counter.resolve("H23-0004/phu luc"));
        Path oldDay = Files.createDirectories(counter.resolve(".done/2020-01-01/H23-0001"));
        for (Path old : new Path[] {emptied, full, nested, nested.getParent(), counter, oldDay, oldDay.getParent()}) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        desk.aftercareIn(Duration.ZERO).tidy();
        assertThat(emptied).doesNotExist();
        assertThat(nested).doesNotExist();
        assertThat(fresh).exists();
        assertThat(full).exists();
        assertThat(counter).as("the counter itself stays").exists();
        assertThat(oldDay).doesNotExist();
        desk.aftercareIn(Duration.ofHours(25)).tidy();
        assertThat(fresh).doesNotExist();
        assertThat(full).exists();
    }

    @Test
    void aRepeatIsEmptiedWhenTheFirstOnesObjectIsWhole() {
        byte[] bytes = Papers.jpeg();
        taken("a.jpg", bytes);
        UUID first = id(bytes);
        Papers.drop(counter.resolve("b.jpg"), bytes);
        desk.lookTwice();
        fixity.checked(first, true);
        Map<String, Object> repeat = desk.scans().get(1);
        assertThat(repeat).containsEntry("state", "REPEAT");
        Path shelved = counter.resolve(String.valueOf(repeat.get("shelf")));
        assertThat(shelved).exists();
        desk.db
                .sql("update scan set fixity_at = now() + interval '1 second' where id = :id")
                .param("id", first)
                .update();
        desk.aftercareIn(KEPT).tidy();
        assertThat(shelved).doesNotExist();
    }

    @Test
    void filesOfAFolderThatIsGoneKeepNoOtherCounterFromBeingEmptied() throws IOException {
        byte[] gone = Papers.jpeg();
        byte[] whole = Papers.jpeg();
        taken("gone.jpg", gone);
        Path other = otherCountersFile("whole.jpg", whole);
        fixity.checked(id(gone), true);
        fixity.checked(id(whole), true);
        fill(gone, whole);
        Path away = inbox.resolve("away");
        Files.move(counter, away);
        Aftercare aftercare = desk.aftercareIn(KEPT);
        aftercare.tidy();
        assertThat(other).as("its turn has not come").exists();
        aftercare.tidy();
        assertThat(other).doesNotExist();
        assertThat(desk.scan(whole)).containsEntry("shelf", null);
        Files.move(away, counter);
        aftercare.tidy();
        aftercare.tidy();
        assertThat(shelved()).as("they come again when their folder is back").isZero();
    }

    @Test
    void refusedFilesOfAFolderThatIsGoneKeepNoOtherCounterFromItsQuarantine() throws IOException {
        byte[] gone = Papers.jpeg();
        byte[] late = Papers.jpeg();
        taken("gone.jpg", gone);
        Path other = otherCountersFile("late.jpg", late);
        refuse(gone);
        refuse(late);
        fill(gone, late);
        Path away = inbox.resolve("away");
        Files.move(counter, away);
        Aftercare aftercare = desk.aftercareIn(Duration.ZERO);
        aftercare.tidy();
        aftercare.tidy();
        assertThat(other).doesNotExist();
        assertThat(desk.scan(late)).containsEntry("shelf", ".quarantine/late.jpg");
        Files.move(away, counter);
        aftercare.tidy();
        aftercare.tidy();
        assertThat(counter.resolve(".quarantine/gone.jpg")).hasBinaryContent(gone);
    }

    @Test
    void openArrivalsOfAFolderThatIsGoneKeepNoOtherFromBeingEnded() throws IOException {
        byte[] gone = Papers.jpeg();
        byte[] moved = Papers.jpeg();
        taken("gone.jpg", gone);
        otherCountersFile("moved.jpg", moved);
        fill(gone, moved);
        desk.db.sql("""
                        insert into arrival (id, unit_id, counter_id, path, size, modified_at, file_key, state, attempt,
                            node, leased_until, scan_id, actor, created_at)
                        select gen_random_uuid(), s.unit_id, s.counter_id, 'open-' || s.id, s.bytes, now(), '', 'SETTLED',
                            1, '', now() - interval '1 hour', s.id, s.actor, now()
                        from scan s join unit u on u.id = s.unit_id where u.code = :unit""").param("unit", desk.unit).update();
        Files.move(counter, inbox.resolve("away"));
        Aftercare aftercare = desk.aftercareIn(Duration.ZERO);
        long all = desk.arrivals();
        aftercare.tidy();
        assertThat(desk.arrivals()).as("its turn has not come").isEqualTo(all);
        aftercare.tidy();
        assertThat(desk.arrivals()).isEqualTo(all - 1);
    }

    private Path otherCountersFile(String name, byte[] bytes) {
        Path other = desk.counter("quay-2");
        Papers.drop(other.resolve(name), bytes);
        desk.lookTwice();
        return other.resolve(String.valueOf(desk.scan(bytes).get("shelf")));
    }

    /** So many scans like the first that they are a part by themselves, all of them before the second. */
    private void fill(byte[] first, byte[] second) {
        desk.db
                .sql("update scan set created_at = '2001-01-01' where id = :id")
                .param("id", id(first))
                .update();
        desk.db
                .sql("update scan set created_at = '2001-02-01' where id = :id")
                .param("id", id(second))
                .update();
        desk.db.sql("""
                        insert into scan (id, unit_id, counter_id, actor, name, folder, sha256, bytes, format, object_key,
                            shelf, shelf_due, fixity_at, fixity_whole, state, due_at, created_at, updated_at, reason_code,
                            reason_detail)
                        select gen_random_uuid(), unit_id, counter_id, actor, name, folder,
                            encode(sha256(n::text::bytea), 'hex'), bytes, format, '', '.done/2001-01-01/' || n || '.jpg',
                            shelf_due, fixity_at, fixity_whole, state, due_at, created_at + n * interval '1 second',
                            updated_at, reason_code, reason_detail
                        from scan, generate_series(1, 199) n where id = :id""").param("id", id(first)).update();
    }

    private long shelved() {
        return desk.scans().stream().filter(row -> row.get("shelf") != null).count();
    }

    @AfterEach
    void leavesNothingInTheWayOfOthers() {
        desk.db.sql("""
                        delete from arrival where path like 'open-%';
                        delete from scan where object_key = '' and created_at < '2001-02-01'""").update();
        desk.db
                .sql("update scan set shelf = null, shelf_due = null where created_at < '2001-03-01'")
                .update();
    }
}
