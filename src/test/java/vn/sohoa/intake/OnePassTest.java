package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;
import vn.sohoa.scan.Arrivals;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.Listed;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.Staged;

/** A large file is read once: it is stored while it is hashed, and the store copies it to its name. */
@ExtendWith(RunningApplication.class)
class OnePassTest {
    @TempDir
    Path inbox;

    private Desk desk;
    private Path counter;
    private ObjectStore store;

    @BeforeEach
    void open(ConfigurableApplicationContext application, ObjectStore objects) {
        desk = new Desk(application, inbox).inOnePassFrom(1);
        counter = desk.counter();
        store = objects;
    }

    /** Does something when the hash is known and it is asked whether the bytes came before. */
    private void whenTheHashIsKnown(Runnable happens) {
        MethodInterceptor advice = call -> {
            if (call.getMethod().getName().equals("earlier")) {
                happens.run();
            }
            return call.proceed();
        };
        desk.withRecords(real -> {
            ProxyFactory factory = new ProxyFactory(real);
            factory.setProxyTargetClass(true);
            factory.addAdvice(advice);
            return (Arrivals) factory.getProxy();
        });
    }

    private List<String> staged() {
        try (Stream<Listed> listed = store.list(Bucket.PAGES, "arriving/")) {
            return listed.map(Listed::key).toList();
        }
    }

    private List<String> originals() {
        try (Stream<Listed> listed = store.list(Bucket.ORIGINALS, desk.unit + "/")) {
            return listed.map(Listed::key).toList();
        }
    }

    @Test
    void whenItsHashIsKnownAllOfItIsInTheStore() {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        AtomicInteger asked = new AtomicInteger();
        whenTheHashIsKnown(() -> {
            asked.incrementAndGet();
            assertThat(staged()).singleElement().satisfies(key -> assertThat(
                            Sha256.of(store.bytes(Bucket.PAGES, key, whole.length)))
                    .isEqualTo(Sha256.of(whole)));
            assertThat(originals()).isEmpty();
        });
        desk.lookTwice();
        assertThat(asked).hasValue(1);
        Map<String, Object> scan = desk.scan(whole);
        assertThat(staged()).isEmpty();
        assertThat(store.stat(Bucket.ORIGINALS, String.valueOf(scan.get("object_key")))
                        .orElseThrow()
                        .metadata())
                .containsEntry("sha256", Sha256.of(whole).hex());
        assertThat(Desk.waiting(counter)).isEmpty();
    }

    /** Also of the bytes after the hash is known: they are read from the store and no more from the folder. */
    @Test
    void itIsReadOnceAndASmallOneTwice() throws IOException {
        byte[] whole = padded(Papers.jpeg());
        Path file = Papers.drop(counter.resolve("a.jpg"), whole);
        assertThat(wholeReadings(file, desk)).isEqualTo(1);
        desk.scan(whole);

        desk.inOnePassFrom(whole.length + 1);
        byte[] other = padded(Papers.jpeg());
        Path small = Papers.drop(counter.resolve("b.jpg"), other);
        assertThat(wholeReadings(small, desk)).as("so readings are seen").isEqualTo(2);
    }

    /** With so much behind the picture that looks at its head and its end do not matter. */
    private static byte[] padded(byte[] picture) {
        return Arrays.copyOf(picture, 1 << 20);
    }

    /** How often all of a file is read while it is taken, as the JVM itself counts the bytes that are read. */
    private static long wholeReadings(Path file, Desk desk) throws IOException {
        long size = Files.size(file);
        Path events = Files.createTempFile("reads", ".jfr");
        try (Recording reads = new Recording()) {
            reads.enable("jdk.FileRead").withThreshold(Duration.ZERO);
            reads.start();
            desk.lookTwice();
            reads.stop();
            reads.dump(events);
            return RecordingFile.readAllEvents(events).stream()
                            .filter(read -> file.toString().equals(read.getString("path")))
                            .mapToLong(read -> read.getLong("bytesRead"))
                            .sum()
                    / size;
        } finally {
            Files.delete(events);
        }
    }

    @Test
    void aRepeatLeavesNothingBehind() {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        desk.lookTwice();
        Papers.drop(counter.resolve("b.jpg"), whole);
        desk.lookTwice();
        assertThat(desk.scans()).extracting(scan -> scan.get("state")).containsExactlyInAnyOrder("RECEIVED", "REPEAT");
        assertThat(originals()).hasSize(1);
        assertThat(staged()).isEmpty();
    }

    @Test
    void aFileThatChangesMeanwhileLeavesNoObject() {
        byte[] more = Papers.jpeg();
        Path file = Papers.drop(counter.resolve("a.jpg"), Papers.jpeg());
        whenTheHashIsKnown(() -> Papers.drop(file, more));
        desk.lookTwice();
        assertThat(desk.scans()).isEmpty();
        assertThat(originals()).isEmpty();
        assertThat(staged()).isEmpty();
        desk.withRecords(UnaryOperator.identity()).lookTwice();
        desk.scan(more);
    }

    @Test
    void stoppedBeforeItHasItsNameItIsTakenAnew() {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        whenTheHashIsKnown(() -> {
            throw new AssertionError("stopped");
        });
        assertThatThrownBy(desk::lookTwice).isInstanceOf(AssertionError.class);
        assertThat(desk.scans()).isEmpty();
        assertThat(originals()).isEmpty();
        desk.withRecords(UnaryOperator.identity()).lookTwice();
        desk.scan(whole);
        assertThat(originals()).hasSize(1);
    }

    @Test
    void whatADeadProcessHadStagedIsClearedAwayAfterADay() throws IOException {
        Path file = Files.write(inbox.resolve("left"), Papers.jpeg());
        Staged left = store.stage(Ids.next() + "", file);
        desk.aftercareIn(Duration.ofHours(2)).tidy();
        assertThat(store.stat(Bucket.PAGES, left.key())).isPresent();
        desk.aftercareIn(Duration.ofHours(26)).tidy();
        assertThat(store.stat(Bucket.PAGES, left.key())).isEmpty();
    }
}
