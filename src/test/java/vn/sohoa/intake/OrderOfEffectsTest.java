package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.scan.Arrivals;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.Durability;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.StoreSettings;

/** Store, verify, commit, announce, move: whatever stops it in between, the next look finishes it, once. */
@ExtendWith(RunningApplication.class)
class OrderOfEffectsTest {
    @TempDir
    Path inbox;

    private Desk desk;
    private Path counter;
    private ObjectStore store;

    @BeforeEach
    void open(ConfigurableApplicationContext application, ObjectStore objects) {
        desk = new Desk(application, inbox);
        counter = desk.counter();
        store = objects;
    }

    /** The process is gone: nothing catches this. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Records that stop the process right before or right after one step, the real step included. */
    private static UnaryOperator<Arrivals> killing(String step, boolean before) {
        return intercepted(call -> {
            boolean here = call.getMethod().getName().equals(step);
            if (here && before) {
                throw new Killed();
            }
            Object result = call.proceed();
            if (here) {
                throw new Killed();
            }
            return result;
        });
    }

    private static UnaryOperator<Arrivals> intercepted(MethodInterceptor advice) {
        return real -> {
            ProxyFactory factory = new ProxyFactory(real);
            factory.setProxyTargetClass(true);
            factory.addAdvice(advice);
            return (Arrivals) factory.getProxy();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "claim, true",
        "claim, false",
        "earlier, true",
        "earlier, false",
        "settle, true",
        "settle, false",
        "shelving, true",
        "shelving, false",
        "over, true",
        "over, false"
    })
    void killedBetweenAnyTwoStepsTheNextLookFinishesItWithoutASecondScan(String step, boolean before) {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("ho so/SCN_0001.jpg"), whole);
        desk.withRecords(killing(step, before));
        assertThatThrownBy(desk::lookTwice).isInstanceOf(Killed.class);
        boolean committed = !step.equals("claim") && !step.equals("earlier") && !(step.equals("settle") && before);
        assertThat(desk.scans()).as("rows after the kill").hasSize(committed ? 1 : 0);
        if (!step.equals("over")) {
            assertThat(Desk.waiting(counter)).as("the file is still there").containsExactly("ho so/SCN_0001.jpg");
        }

        desk.withRecords(UnaryOperator.identity()).lookTwice();
        Map<String, Object> scan = desk.scan(whole);
        assertThat(Desk.waiting(counter)).isEmpty();
        assertThat(counter.resolve(String.valueOf(scan.get("shelf"))))
                .as("the records know where the file lies")
                .hasBinaryContent(whole);
        assertThat(scan.get("shelf")).isEqualTo(".done/" + LocalDate.now() + "/ho so/SCN_0001.jpg");
        assertThat(Desk.below(counter)).as("and nothing else lies there").hasSize(1);
        assertThat(store.stat(Bucket.ORIGINALS, String.valueOf(scan.get("object_key"))))
                .isPresent();
        if (!step.equals("over")) {
            assertThat(desk.arrivals()).isZero();
        }
    }

    @Test
    void aPlaceKeptByAProcessThatWasKilledBeforeTheMoveIsUsed() throws IOException {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        desk.withRecords(killing("shelving", false));
        assertThatThrownBy(desk::lookTwice).isInstanceOf(Killed.class);
        String place = String.valueOf(desk.scan(whole).get("shelf"));
        Files.createFile(counter.resolve(place)); // a real kill would have left it there
        desk.withRecords(UnaryOperator.identity()).lookTwice();
        assertThat(Desk.below(counter)).containsExactly(place);
        assertThat(counter.resolve(place)).hasBinaryContent(whole);
    }

    @Test
    void whenTheClaimWasLostNothingIsEnteredAndTheObjectIsDiscarded() {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        Set<String> before = objects();
        desk.withRecords(intercepted(call -> {
            if (call.getMethod().getName().equals("settle")) {
                desk.db
                        .sql(
                                "update arrival set attempt = attempt + 1 where unit_id = (select id from unit where code = :u)")
                        .param("u", desk.unit)
                        .update();
            }
            return call.proceed();
        }));
        desk.lookTwice();
        assertThat(desk.failures).singleElement().isInstanceOf(Failure.Conflict.class);
        assertThat(desk.scans()).isEmpty();
        assertThat(Desk.waiting(counter)).containsExactly("a.jpg");
        assertThat(objects()).isEqualTo(before);
    }

    private Set<String> objects() {
        try (var all = store.list(Bucket.ORIGINALS, desk.unit + "/")) {
            return all.map(Object::toString).collect(java.util.stream.Collectors.toSet());
        }
    }

    @Test
    void aFileThatTookTheNameBetweenCommitAndMoveIsTakenToo() throws IOException {
        byte[] first = Papers.jpeg();
        byte[] second = Papers.jpeg();
        Path file = Papers.drop(counter.resolve("SCN_0001.jpg"), first);
        desk.withRecords(intercepted(call -> {
            Object result = call.proceed();
            if (call.getMethod().getName().equals("settle") && desk.scans().size() == 1) {
                Files.delete(file);
                Papers.drop(file, second);
            }
            return result;
        }));
        desk.lookTwice();
        assertThat(file).as("the new one is still there").hasBinaryContent(second);
        desk.later(60).lookTwice();
        assertThat(Desk.waiting(counter)).isEmpty();
        desk.scan(first);
        assertThat(counter.resolve(String.valueOf(desk.scan(second).get("shelf"))))
                .hasBinaryContent(second);
    }

    @Test
    void aFileThatChangesWhileItIsTakenIsNotEntered() throws IOException {
        byte[] whole = Papers.jpeg();
        Path file = Papers.drop(counter.resolve("a.jpg"), whole);
        byte[] more = Papers.jpeg();
        desk.withRecords(intercepted(call -> {
            if (call.getMethod().getName().equals("earlier")) {
                Papers.drop(file, more);
            }
            return call.proceed();
        }));
        desk.lookTwice();
        assertThat(desk.scans()).isEmpty();
        assertThat(objects()).isEmpty();
        desk.withRecords(UnaryOperator.identity()).lookTwice();
        desk.scan(more);
    }

    @Test
    void aFileThatBecomesALinkWhileItIsTakenIsNeverStored() {
        Path file = Papers.drop(counter.resolve("a.jpg"), Papers.jpeg());
        Path secret = Papers.drop(inbox.resolve("secret.jpg"), Papers.jpeg());
        desk.withRecords(intercepted(call -> {
            if (call.getMethod().getName().equals("earlier") && !Files.isSymbolicLink(file)) {
                Files.delete(file);
                Files.createSymbolicLink(file, secret);
            }
            return call.proceed();
        }));
        desk.lookTwice();
        assertThat(desk.failures).singleElement().isInstanceOf(Failure.Unavailable.class);
        assertThat(desk.scans()).isEmpty();
        assertThat(objects()).isEmpty();
    }

    @Test
    void theSameBytesAgainAreLinkedAndMovedAway() {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        desk.lookTwice();
        Papers.drop(counter.resolve("b.jpg"), whole);
        Papers.drop(desk.counter("quay-2").resolve("c.jpg"), whole);
        desk.lookTwice();
        List<Map<String, Object>> scans = desk.scans();
        assertThat(scans).hasSize(3);
        assertThat(scans.stream().filter(s -> s.get("state").equals("REPEAT")).toList())
                .singleElement()
                .satisfies(repeat -> assertThat(repeat)
                        .containsEntry("repeat_of", scans.get(0).get("id"))
                        .containsEntry("object_key", "")
                        .containsEntry("name", "b.jpg"));
        assertThat(objects()).as("another counter keeps its own").hasSize(2);
        assertThat(Desk.waiting(counter)).isEmpty();
        assertThat(Desk.below(counter)).hasSize(2);
    }

    @Test
    void whatLiesInDoneAlreadyIsKept() throws IOException {
        String day = ".done/" + LocalDate.now();
        Papers.drop(counter.resolve(day).resolve("a.jpg"), "put there by hand".getBytes());
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        desk.lookTwice();
        assertThat(counter.resolve(day).resolve("a.jpg")).hasContent("put there by hand");
        assertThat(counter.resolve(String.valueOf(desk.scan(whole).get("shelf"))))
                .hasBinaryContent(whole);
    }

    @Test
    void aFolderThatCannotBeWrittenIsReadOnceAndClearedWhenItCan() throws IOException {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        Files.createFile(counter.resolve(".done")); // no folder can be made here, not even by root
        desk.lookTwice();
        Map<String, Object> scan = desk.scan(whole);
        for (int i = 0; i < 10; i++) {
            desk.later(30).look();
        }
        assertThat(desk.scan(whole)).as("the same one row").isEqualTo(scan);
        assertThat(objects()).hasSize(1);
        assertThat(Desk.waiting(counter)).contains("a.jpg");
        Files.delete(counter.resolve(".done"));
        desk.later(90).look();
        assertThat(Desk.waiting(counter)).isEmpty();
        assertThat(counter.resolve(String.valueOf(desk.scan(whole).get("shelf"))))
                .hasBinaryContent(whole);
        assertThat(desk.arrivals()).isZero();
    }

    @Test
    void whileTheStoreIsAwayTheFileStaysAndIsTakenLater() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        try (ObjectStore away = new ObjectStore(
                new StoreSettings(URI.create("http://127.0.0.1:" + nobody), "a", "b", "us-east-1"),
                Durability.ofServer())) {
            desk.withStore(away).lookTwice();
            assertThat(desk.failures)
                    .singleElement()
                    .satisfies(f -> assertThat(f.reason().code()).isEqualTo(ReasonCode.STORE_UNAVAILABLE));
            assertThat(desk.scans()).isEmpty();
            assertThat(Desk.waiting(counter)).containsExactly("a.jpg");
            assertThat(desk.later(1).look()).as("it rests for a while").isZero();
        }
        desk.withStore(store).lookTwice();
        desk.scan(whole);
        assertThat(Desk.waiting(counter)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"claim", "earlier", "settle", "shelving", "over"})
    void theDatabaseThatIsLostAtACommitHasDoneItOrNot(String step) {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        boolean[] lost = {true};
        desk.withRecords(intercepted(call -> {
            Object result = call.proceed();
            if (lost[0] && call.getMethod().getName().equals(step)) {
                throw new Failure.Unavailable(Reason.of(ReasonCode.DATABASE_UNAVAILABLE, "no answer to the commit"));
            }
            return result;
        }));
        desk.lookTwice();
        assertThat(desk.failures).singleElement().isInstanceOf(Failure.Unavailable.class);
        boolean whileTaking = !step.equals("shelving") && !step.equals("over");
        assertThat(desk.pause.reason().isPresent()).isEqualTo(whileTaking);
        lost[0] = false;
        desk.later(200).look();
        desk.later(200).look();
        Map<String, Object> scan = desk.scan(whole);
        assertThat(Desk.below(counter)).containsExactly(String.valueOf(scan.get("shelf")));
        assertThat(objects()).as("one object, and no more").hasSize(1);
        assertThat(desk.pause.reason()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"claim", "earlier", "settle", "shelving", "over"})
    void whileTheDatabaseIsAwayTheFileStaysAndIsTakenLater(String step) {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        boolean[] away = {true};
        desk.withRecords(intercepted(call -> {
            if (away[0] && call.getMethod().getName().equals(step)) {
                throw new DataAccessResourceFailureException("away");
            }
            return call.proceed();
        }));
        assertThatThrownBy(desk::lookTwice).isInstanceOf(DataAccessResourceFailureException.class);
        away[0] = false;
        desk.later(10).look();
        desk.later(10).look();
        Map<String, Object> scan = desk.scan(whole);
        assertThat(Desk.below(counter)).containsExactly(String.valueOf(scan.get("shelf")));
    }

    @Test
    void belowTheFloorIntakePausesSaysSoAndGoesOnByItself() {
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        desk.free.set(1 << 20);
        desk.lookTwice();
        assertThat(desk.scans()).isEmpty();
        assertThat(desk.space.paused())
                .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo(ReasonCode.DISK_FULL));
        assertThat(desk.failures).singleElement().isInstanceOf(Failure.Unavailable.class);
        desk.free.set((1 << 20) + 3L * whole.length);
        assertThat(desk.space.paused()).isEmpty();
        desk.later(10).look();
        desk.scan(whole);
    }

    @Test
    void aFileThatCannotBeReadKeepsNobodyWaiting() {
        Papers.drop(counter.resolve("a.jpg"), Papers.jpeg());
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("b.jpg"), whole);
        boolean[] broken = {true};
        desk.withRecords(intercepted(call -> {
            if (broken[0] && call.getMethod().getName().equals("claim")) {
                broken[0] = false;
                throw new java.io.UncheckedIOException(new FileSystemException("secret name"));
            }
            return call.proceed();
        }));
        desk.lookTwice();
        assertThat(desk.scans()).hasSize(1);
        assertThat(desk.failures).singleElement().satisfies(f -> assertThat(f.getMessage())
                .doesNotContain("secret name"));
        desk.later(10).look();
        assertThat(desk.scans()).hasSize(2);
    }
}
