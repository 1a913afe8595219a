package vn.sohoa.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Ids;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Sha256;

/**
 * What every S3 server must do for us. Implemented by one test class for each server; each test uses keys of its own,
 * so that one server may serve all runs.
 */
@Timeout(300)
public interface ObjectStoreContract {
    String BYTES = "application/octet-stream";

    /** How to reach the server under test. */
    StoreSettings settings();

    /** What makes it durable. */
    default Durability durability() {
        return Durability.ofServer();
    }

    /** Large enough for several parts, small enough for a busy machine; {@code -Dstore.large=100} for the full size. */
    static long largeSize() {
        return Integer.getInteger("store.large", 40) * 1_000_000L + 17;
    }

    private ObjectStore store() {
        return new ObjectStore(settings(), durability());
    }

    private static String newKey() {
        return "contract/2026/11/" + Ids.next();
    }

    @BeforeEach
    default void bucketsAreThere() {
        try (ObjectStore store = store()) {
            store.ensureBuckets();
            store.ensureBuckets();
        }
    }

    @Test
    default void whatGoesInComesOut(@TempDir Path folder) throws IOException {
        try (ObjectStore store = store()) {
            Path file = Files.writeString(folder.resolve("in"), "một tờ giấy");
            Sha256 hash = Sha256.of(file);
            String key = newKey();

            Stored stored =
                    store.putVerified(Bucket.ORIGINALS, key, file, hash, "application/pdf", Map.of("unit", "ub1"));

            assertThat(stored).isEqualTo(new Stored(Bucket.ORIGINALS, key, Files.size(file), hash));
            Path copy = folder.resolve("out");
            assertThat(store.fetch(Bucket.ORIGINALS, key, copy)).isEqualTo(hash);
            assertThat(copy).hasSameBinaryContentAs(file);
            try (InputStream in = store.open(Bucket.ORIGINALS, key)) {
                assertThat(in).hasSameContentAs(Files.newInputStream(file));
            }
            Stat stat = store.stat(Bucket.ORIGINALS, key).orElseThrow();
            assertThat(stat.size()).isEqualTo(Files.size(file));
            assertThat(stat.mediaType()).isEqualTo("application/pdf");
            assertThat(stat.metadata()).containsEntry("sha256", hash.hex()).containsEntry("unit", "ub1");
        }
    }

    @Test
    default void aStagedFileGetsItsNameWithItsHashBesideIt(@TempDir Path folder) throws IOException {
        try (ObjectStore store = store()) {
            Path file = folder.resolve("large");
            byte[] bytes = new byte[9_000_001]; // more than one part
            new Random(7).nextBytes(bytes);
            Files.write(file, bytes);
            String key = newKey();

            Staged staged = store.stage(Ids.next() + "", file);
            assertThat(staged.sha256()).isEqualTo(Sha256.of(bytes));
            assertThat(staged.size()).isEqualTo(bytes.length);
            assertThat(store.stat(Bucket.ORIGINALS, key)).isEmpty();

            Stored stored =
                    store.placeVerified(staged, Bucket.ORIGINALS, key, "application/pdf", Map.of("unit", "ub1"));
            assertThat(stored).isEqualTo(new Stored(Bucket.ORIGINALS, key, bytes.length, Sha256.of(bytes)));
            Stat stat = store.stat(Bucket.ORIGINALS, key).orElseThrow();
            assertThat(stat.mediaType()).isEqualTo("application/pdf");
            assertThat(stat.metadata())
                    .containsEntry("sha256", Sha256.of(bytes).hex())
                    .containsEntry("unit", "ub1");
            Path copy = folder.resolve("copy");
            assertThat(store.fetch(Bucket.ORIGINALS, key, copy)).isEqualTo(staged.sha256());

            store.discard(staged);
            store.discard(staged);
            assertThat(store.stat(Bucket.PAGES, staged.key())).isEmpty();
            assertThat(store.stat(Bucket.ORIGINALS, key)).isPresent();
        }
    }

    @Test
    default void whatWasStagedAndForgottenIsClearedAway(@TempDir Path folder) throws IOException {
        try (ObjectStore store = store()) {
            Path file = Files.writeString(folder.resolve("file"), "một tờ giấy");
            Staged forgotten = store.stage(Ids.next() + "", file);
            store.discardStaged(Instant.now().minus(Duration.ofDays(1)));
            assertThat(store.stat(Bucket.PAGES, forgotten.key())).isPresent();
            store.discardStaged(Instant.now().plus(Duration.ofDays(1)));
            assertThat(store.stat(Bucket.PAGES, forgotten.key())).isEmpty();
            fails(
                    ReasonCode.OBJECT_MISSING,
                    () -> store.placeVerified(forgotten, Bucket.ORIGINALS, newKey(), BYTES, Map.of()));
        }
    }

    @Test
    default void anEmptyObjectIsAnObject(@TempDir Path folder) throws IOException {
        try (ObjectStore store = store()) {
            Path file = Files.createFile(folder.resolve("empty"));
            String key = newKey();
            store.putVerified(Bucket.ORIGINALS, key, file, Sha256.of(file), BYTES, Map.of());
            assertThat(store.bytes(Bucket.ORIGINALS, key, 10)).isEmpty();
            assertThat(store.stat(Bucket.ORIGINALS, key))
                    .get()
                    .extracting(Stat::size)
                    .isEqualTo(0L);
            store.put(Bucket.PAGES, key, new byte[0], BYTES, Map.of());
            assertThat(store.bytes(Bucket.PAGES, key, 10)).isEmpty();
        }
    }

    @Test
    default void theSameKeyAgainReplaces() {
        try (ObjectStore store = store()) {
            String key = newKey();
            store.put(Bucket.PAGES, key, "first".getBytes(StandardCharsets.UTF_8), "text/plain", Map.of());
            store.put(Bucket.PAGES, key, "again".getBytes(StandardCharsets.UTF_8), "text/plain", Map.of());
            assertThat(store.bytes(Bucket.PAGES, key, 10)).asString().isEqualTo("again");
        }
    }

    @Test
    default void aMissingObjectIsSaidToBeMissing(@TempDir Path folder) {
        try (ObjectStore store = store()) {
            String key = newKey();
            assertThat(store.stat(Bucket.PAGES, key)).isEmpty();
            Path target = folder.resolve("out");
            fails(ReasonCode.OBJECT_MISSING, () -> store.fetch(Bucket.PAGES, key, target));
            assertThat(target).doesNotExist();
            fails(ReasonCode.OBJECT_MISSING, () -> store.bytes(Bucket.PAGES, key, 1));
            fails(ReasonCode.OBJECT_MISSING, () -> store.open(Bucket.PAGES, key));
            store.remove(Bucket.PAGES, key);
        }
    }

    @Test
    default void aRemovedObjectIsGone() {
        try (ObjectStore store = store()) {
            String key = newKey();
            store.put(Bucket.DOCUMENTS, key, new byte[3], BYTES, Map.of());
            store.remove(Bucket.DOCUMENTS, key);
            assertThat(store.stat(Bucket.DOCUMENTS, key)).isEmpty();
        }
    }

    @Test
    default void aLargeFileGoesUpInPartsAndComesBackWhole(@TempDir Path folder) throws IOException {
        try (ObjectStore store = store()) {
            Path file = random(folder.resolve("large"), largeSize());
            Sha256 hash = Sha256.of(file);
            String key = newKey();
            store.putVerified(Bucket.ORIGINALS, key, file, hash, BYTES, Map.of());
            Stat stat = store.stat(Bucket.ORIGINALS, key).orElseThrow();
            assertThat(stat.size()).isEqualTo(largeSize());
            assertThat(stat.metadata()).containsEntry("sha256", hash.hex());
            assertThat(store.fetch(Bucket.ORIGINALS, key, folder.resolve("back")))
                    .isEqualTo(hash);
            assertThat(keys(store, Bucket.ORIGINALS, key)).containsExactly(key);
        }
    }

    @Test
    default void aFileThatIsNotWhatItShouldBeReplacesNothing(@TempDir Path folder) throws IOException {
        try (ObjectStore store = store()) {
            String key = newKey();
            Path good = Files.writeString(folder.resolve("good"), "good");
            store.putVerified(Bucket.ORIGINALS, key, good, Sha256.of(good), BYTES, Map.of());
            Path changed = Files.writeString(folder.resolve("changed"), "changed");

            fails(
                    ReasonCode.STORE_MISMATCH,
                    () -> store.putVerified(Bucket.ORIGINALS, key, changed, Sha256.of(good), BYTES, Map.of()));

            assertThat(store.bytes(Bucket.ORIGINALS, key, 10)).asString().isEqualTo("good");
            String other = newKey();
            fails(
                    ReasonCode.STORE_MISMATCH,
                    () -> store.putVerified(Bucket.ORIGINALS, other, changed, Sha256.of(good), BYTES, Map.of()));
            assertThat(store.stat(Bucket.ORIGINALS, other)).isEmpty();
        }
    }

    @Test
    default void bytesThatChangeOnTheWayAreRemovedAgain(@TempDir Path folder) throws Exception {
        Path file = random(folder.resolve("file"), 100_000);
        String key = newKey();
        try (Meddler meddler = Meddler.changingDownloads(settings().endpoint());
                ObjectStore through = new ObjectStore(meddler.settings(settings()), durability());
                ObjectStore store = store()) {
            fails(
                    ReasonCode.STORE_MISMATCH,
                    () -> through.putVerified(Bucket.ORIGINALS, key, file, Sha256.of(file), BYTES, Map.of()));
            assertThat(store.stat(Bucket.ORIGINALS, key)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 20_000_000})
    default void anInterruptedUploadLeavesNothingVisible(long size, @TempDir Path folder) throws Exception {
        Path file = random(folder.resolve("file"), size);
        String key = newKey();
        try (Meddler meddler = Meddler.cuttingUploadsAfter(settings().endpoint(), size / 2);
                ObjectStore through = new ObjectStore(meddler.settings(settings()), durability());
                ObjectStore store = store()) {
            fails(
                    ReasonCode.STORE_UNAVAILABLE,
                    () -> through.putVerified(Bucket.ORIGINALS, key, file, Sha256.of(file), BYTES, Map.of()));
            assertThat(store.stat(Bucket.ORIGINALS, key)).isEmpty();
            assertThat(keys(store, Bucket.ORIGINALS, key)).isEmpty();
            store.putVerified(Bucket.ORIGINALS, key, file, Sha256.of(file), BYTES, Map.of());
        }
    }

    /** Not a missing object: that would cost the file a life. */
    @Test
    default void anUploadThatTheStoreForgotHalfWayIsUnavailable(@TempDir Path folder) throws Exception {
        Path file = random(folder.resolve("file"), 20_000_000);
        String key = newKey();
        try (Meddler meddler = Meddler.interruptingUploadsAfter(
                        settings().endpoint(), 10_000_000, () -> Unfinished.forget(settings(), Bucket.ORIGINALS, key));
                ObjectStore through = new ObjectStore(meddler.settings(settings()), durability());
                ObjectStore store = store()) {
            fails(
                    ReasonCode.STORE_UNAVAILABLE,
                    () -> through.putVerified(Bucket.ORIGINALS, key, file, Sha256.of(file), BYTES, Map.of()));
            assertThat(store.stat(Bucket.ORIGINALS, key)).isEmpty();
        }
    }

    @Test
    default void anInterruptedDownloadLeavesNoFile(@TempDir Path folder) throws Exception {
        String key = newKey();
        try (ObjectStore store = store();
                Meddler meddler = Meddler.cuttingDownloadsAfter(settings().endpoint(), 50_000);
                ObjectStore through = new ObjectStore(meddler.settings(settings()), durability())) {
            store.put(Bucket.PAGES, key, random(folder.resolve("file"), 500_000), BYTES, Map.of());
            Path target = folder.resolve("out");
            fails(ReasonCode.STORE_UNAVAILABLE, () -> through.fetch(Bucket.PAGES, key, target));
            assertThat(target).doesNotExist();
        }
    }

    @Test
    default void wrongCredentialsAreRefusedWithAReason() {
        StoreSettings right = settings();
        List<StoreSettings> wrong = List.of(
                new StoreSettings(right.endpoint(), right.accessKey(), "wrong-secret-key", right.region()),
                new StoreSettings(right.endpoint(), "wrongaccesskey", right.secretKey(), right.region()));
        for (StoreSettings settings : wrong) {
            try (ObjectStore store = new ObjectStore(settings, durability())) {
                fails(ReasonCode.STORE_REFUSES, () -> store.stat(Bucket.PAGES, "x"));
                fails(ReasonCode.STORE_REFUSES, () -> store.put(Bucket.PAGES, "x", new byte[1], BYTES, Map.of()));
                fails(ReasonCode.STORE_REFUSES, store::ensureBuckets);
            }
        }
    }

    @Test
    default void aServerThatIsAwayIsUnavailable() {
        StoreSettings right = settings();
        StoreSettings away =
                new StoreSettings(URI.create("http://127.0.0.1:1"), right.accessKey(), right.secretKey(), "us-east-1");
        try (ObjectStore store = new ObjectStore(away, durability())) {
            fails(ReasonCode.STORE_UNAVAILABLE, () -> store.stat(Bucket.PAGES, "x"));
        }
    }

    @Test
    default void aListingShowsWhatIsUnderThePrefixInOrder() {
        try (ObjectStore store = store()) {
            String prefix = "contract/list/" + Ids.next() + "/";
            List<String> keys =
                    Stream.of("a", "b/1", "b/2", "c").map(prefix::concat).toList();
            keys.forEach(key -> store.put(Bucket.PAGES, key, new byte[7], BYTES, Map.of()));
            assertThat(keys(store, Bucket.PAGES, prefix)).isEqualTo(keys);
            assertThat(keys(store, Bucket.PAGES, prefix + "b/")).isEqualTo(keys.subList(1, 3));
            assertThat(keys(store, Bucket.PAGES, prefix + "none")).isEmpty();
            try (Stream<Listed> listed = store.list(Bucket.PAGES, prefix)) {
                assertThat(listed.findFirst()).get().extracting(Listed::size).isEqualTo(7L);
            }
        }
    }

    @Test
    default void aListingGoesOnPastAPage() {
        try (ObjectStore store = store()) {
            String prefix = "contract/many/" + Ids.next() + "/";
            inParallel(1_050, n -> store.put(Bucket.PAGES, prefix + n, new byte[1], BYTES, Map.of()));
            assertThat(keys(store, Bucket.PAGES, prefix)).hasSize(1_050).doesNotHaveDuplicates();
        }
    }

    /** Without TCP_NODELAY every put waits 40 ms for the other side; on a busy machine only some are that slow. */
    @Test
    default void smallObjectsDoNotWaitForTheNetwork() {
        try (ObjectStore store = new ObjectStore(settings(), Durability.ofServer())) {
            String key = newKey();
            byte[] small = new byte[20_000]; // a thumbnail: more than goes out with the head
            long[] took = new long[100];
            for (int n = 0; n < took.length; n++) {
                long begin = System.nanoTime();
                store.put(Bucket.PAGES, key + "/" + n, small, BYTES, Map.of());
                took[n] = System.nanoTime() - begin;
            }
            Arrays.sort(took);
            assertThat(Duration.ofNanos(took[took.length / 10])).isLessThan(Duration.ofMillis(30));
        }
    }

    @Test
    default void manyThreadsDoNotDisturbEachOther() {
        try (ObjectStore store = store()) {
            inParallel(200, n -> {
                String key = newKey();
                byte[] bytes = ("thread " + n).getBytes(StandardCharsets.UTF_8);
                store.put(Bucket.PAGES, key, bytes, BYTES, Map.of());
                assertThat(store.bytes(Bucket.PAGES, key, 100)).isEqualTo(bytes);
            });
        }
    }

    @Test
    default void moreThanAskedForIsNotRead() {
        try (ObjectStore store = store()) {
            String key = newKey();
            store.put(Bucket.PAGES, key, new byte[11], BYTES, Map.of());
            assertThat(store.bytes(Bucket.PAGES, key, 11)).hasSize(11);
            assertThatIllegalStateException().isThrownBy(() -> store.bytes(Bucket.PAGES, key, 10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "a/./b", "a b", "ä", ".mpus-x", ".versions/x"})
    default void aKeyThatIsNotOursIsOurBug(String key) {
        try (ObjectStore store = store()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.put(Bucket.PAGES, key, new byte[1], BYTES, Map.of()));
            assertThatIllegalArgumentException().isThrownBy(() -> store.stat(Bucket.PAGES, key));
        }
    }

    private static void fails(ReasonCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Failure.Unavailable.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.reason().code()).isEqualTo(code));
    }

    private static List<String> keys(ObjectStore store, Bucket bucket, String prefix) {
        try (Stream<Listed> listed = store.list(bucket, prefix)) {
            return listed.map(Listed::key).toList();
        }
    }

    private static void inParallel(int times, IntConsumer task) {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < times; n++) {
                int number = n;
                running.add(threads.submit(() -> task.accept(number)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Bytes that do not compress and differ everywhere. */
    private static Path random(Path file, long size) throws IOException {
        Random random = new Random(size);
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= buffer.length) {
                random.nextBytes(buffer);
                out.write(buffer, 0, (int) Math.min(buffer.length, left));
            }
        }
        return file;
    }
}
