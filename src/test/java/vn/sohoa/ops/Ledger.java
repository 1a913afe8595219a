package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import vn.sohoa.common.Sha256;

/** Every whole file that was dropped: where, which bytes, how often. */
final class Ledger {
    private final Path inbox;
    /** {@code unit/counter} and hash to how often those bytes were dropped there. */
    private final Map<String, Map<String, Integer>> drops = new ConcurrentSkipListMap<>();

    private final Set<String> emptied = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> lives = new ConcurrentHashMap<>();

    Ledger(Path inbox) {
        this.inbox = inbox;
    }

    Path inbox() {
        return inbox;
    }

    /** Moves a file that was written elsewhere into its place, as a scanner that knows what it does. */
    void drop(Path file, String counter, String place) throws IOException {
        Path target = inbox.resolve(counter).resolve(place);
        Files.createDirectories(target.getParent());
        String hash = Sha256.of(file).hex();
        synchronized (this) {
            drops.computeIfAbsent(counter, c -> new TreeMap<>()).merge(hash, 1, Integer::sum);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** {@code .done} of this counter was emptied after its time. */
    void emptied(String counter) {
        emptied.add(counter);
    }

    boolean wasEmptied(String counter) {
        return emptied.contains(counter);
    }

    /** A page, scan or document of this unit may lose a life: its recognizer is killed, or it meets a bug. */
    void costs(String unit, int more) {
        lives.merge(unit, more, Integer::sum);
    }

    int livesOf(String unit) {
        return lives.getOrDefault(unit, 0);
    }

    synchronized Map<String, Map<String, Integer>> drops() {
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        drops.forEach((counter, bytes) -> copy.put(counter, Map.copyOf(bytes)));
        return copy;
    }

    /** How many files were dropped in a unit, or in all of them where it is empty. */
    int files(String unit) {
        return drops().entrySet().stream()
                .filter(drop -> unit.isEmpty() || drop.getKey().startsWith(unit + "/"))
                .flatMap(drop -> drop.getValue().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }
}
