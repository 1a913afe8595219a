package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.Stored;

/** Hashing and storing with the embedded store, durable as in service. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx768m", "-XX:+UseSerialGC"})
public class StoreBench {
    private Path data;
    private DataFolder folder;
    private OwnObjectStore server;
    private ObjectStore store;

    @Setup(Level.Trial)
    public void start() throws IOException {
        data = Files.createTempDirectory("sohoa-jmh-");
        folder = DataFolder.claim(data);
        server = OwnObjectStore.start(folder);
        store = new ObjectStore(server.settings(), server.durability());
        store.ensureBuckets();
    }

    @TearDown(Level.Trial)
    public void stop() throws IOException {
        store.close();
        server.close();
        folder.close();
        FileSystemUtils.deleteRecursively(data);
    }

    @Benchmark
    public Sha256 hash(Paper paper) throws IOException {
        return Sha256.of(paper.jpeg);
    }

    @Benchmark
    public Stored hashAndStoreAnOriginal(Paper paper) throws IOException {
        Sha256 hash = Sha256.of(paper.jpeg);
        return store.putVerified(Bucket.ORIGINALS, "jmh/2026/11/" + Ids.next(), paper.jpeg, hash, "image/jpeg", Map.of());
    }

    @Benchmark
    public Stored storeWords(Pages pages) {
        return store.put(Bucket.PAGES, "jmh/2026/11/" + Ids.next() + "/words.json", pages.json, "application/json", Map.of());
    }
}
