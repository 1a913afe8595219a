package vn.sohoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import vn.sohoa.common.Sha256;
import vn.sohoa.intake.Papers;

/** {@code digitize} as people start it: a process of its own, over real files. */
class DigitizeTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples").toAbsolutePath();
    private static final Map<String, String> UTF_8 = Map.of("LC_ALL", "C.UTF-8");

    private Path folder;
    private Path in;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "digitize-")
                .toAbsolutePath();
        in = Files.createDirectories(folder.resolve("hồ sơ"));
    }

    /** A run that was killed leaves its database running; it is ours to end. */
    @AfterEach
    void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.endsWith("postmaster.pid")).forEach(DigitizeTest::end);
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private static void end(Path pidFile) {
        try {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(Path in, Path out, String... more) {
        return Stream.concat(
                        Stream.of("--in", in.toString(), "--out", out.toString(), "--workers", "2"),
                        Arrays.stream(more))
                .toList();
    }

    private static void copy(String sample, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(SAMPLES.resolve(sample), to);
    }

    /** Every file below the folder with its bytes and its time. */
    private static Map<String, String> pictureOf(Path root, Path except) throws IOException {
        Map<String, String> picture = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.filter(f -> !f.startsWith(except))::iterator) {
                String what = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? Sha256.of(file) + " " + Files.getLastModifiedTime(file)
                        : "no file";
                picture.put(root.relativize(file).toUri().toString(), what);
            }
        }
        return picture;
    }

    @Test
    void oneRunOverAllKindsOfFilesTellsOfEachAndTouchesNone() throws IOException {
        Path out = in.resolve("kết quả");
        copy("d04_xac_nhan_tinh_trang_hon_nhan.jpg", in.resolve("a/SCN_0001.jpg"));
        byte[] blank = Papers.jpeg();
        Papers.drop(in.resolve("b/SCN_0001.jpg"), blank);
        copy("d04_xac_nhan_tinh_trang_hon_nhan.jpg", in.resolve("b/lần hai.jpg"));
        byte[] half = Papers.pdf();
        Papers.drop(in.resolve("nửa.pdf"), Arrays.copyOf(half, half.length / 2));
        Papers.drop(in.resolve("thư.docx"), "PK\3\4 a word file, longer than its head".getBytes());
        Papers.drop(in.resolve("dòng\n😀.png"), Papers.png());
        Papers.drop(in.resolve("d".repeat(250) + ".jpg"), Papers.jpeg());
        Papers.drop(Path.of(URI.create(in.toUri() + "gi%E1y.jpg")), Papers.jpeg());
        Papers.drop(Path.of(URI.create(in.toUri() + "gi%E2y.jpg")), Papers.jpeg());
        Papers.drop(in.resolve("rời đi.jpg"), Papers.jpeg());
        Papers.drop(in.resolve(".ẩn.jpg"), Papers.jpeg());
        Files.createSymbolicLink(in.resolve("liên kết.jpg"), SAMPLES.resolve("e02_g4.tif"));
        Map<String, String> before = pictureOf(in, out);

        Map<String, String> environment = new HashMap<>(UTF_8);
        environment.put("SOHOA_DB_URL", "jdbc:postgresql://127.0.0.1:1/production");
        environment.put("SOHOA_DB_USER", "service");
        environment.put("SOHOA_S3_URL", "http://127.0.0.1:1");
        environment.put("SOHOA_S3_ACCESS_KEY", "k");
        environment.put("SOHOA_S3_SECRET_KEY", "s");
        environment.put("SOHOA_BROKER_URL", "tcp://127.0.0.1:1");
        environment.put("SOHOA_INBOX", folder.resolve("the service's inbox").toString());
        environment.put("SOHOA_PORT", "8080");
        Command.Said said;
        long start = System.nanoTime();
        try (Command command = Command.start(folder, environment, arguments(in, out))) {
            command.await("the log", () -> Files.exists(out.resolve(".sohoa/digitize.log")));
            Files.delete(in.resolve("rời đi.jpg"));
            before.keySet()
                    .removeIf(name -> name.endsWith(in.relativize(in.resolve("rời đi.jpg"))
                            .toUri()
                            .toString()
                            .replaceAll(".*/", "")));
            said = command.end();
        }
        System.out.printf("digitize over 10 small files: %.1f s%n", (System.nanoTime() - start) / 1e9);

        assertThat(said.code()).as(said.err()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("nửa.pdf: QUARANTINED")
                .contains("thư.docx: QUARANTINED UNKNOWN_FORMAT")
                .contains("liên kết.jpg: QUARANTINED NOT_A_FILE")
                .contains("rời đi.jpg: tệp đã rời thư mục")
                .doesNotContain("Exception")
                .doesNotContain("WARN");
        assertThat(before).isEqualTo(pictureOf(in, out));
        assertThat(folder.resolve("the service's inbox")).doesNotExist();

        Map<String, JsonNode> lines = new HashMap<>();
        for (JsonNode line : Command.lines(out)) {
            assertThat(lines.put(line.path("source").asString(), line))
                    .as("a second line")
                    .isNull();
        }
        assertThat(lines.keySet())
                .containsExactlyInAnyOrder(
                        "a/SCN_0001.jpg",
                        "b/SCN_0001.jpg",
                        "b/lần hai.jpg",
                        "nửa.pdf",
                        "thư.docx",
                        "dòng\n😀.png",
                        "d".repeat(250) + ".jpg",
                        "gi%E1y.jpg",
                        "gi%E2y.jpg",
                        "liên kết.jpg");
        fieldsAreThoseOfTheContract(lines.get("a/SCN_0001.jpg"));
        repeatTellsOfTheFirst(lines.get("b/lần hai.jpg"), lines.get("a/SCN_0001.jpg"));
        assertThat(lines.get("b/SCN_0001.jpg").path("sha256").asString())
                .isEqualTo(Sha256.of(blank).hex());
        JsonNode reason = lines.get("nửa.pdf").path("reason");
        assertThat(reason.path("code").asString()).isEqualTo("INCOMPLETE_FILE");
        assertThat(reason.path("vi").asString()).startsWith("Tệp chưa trọn vẹn");
        assertThat(reason.path("en").asString()).startsWith("The file stayed incomplete");
        outputsAreBesideTheirSources(out, lines.get("a/SCN_0001.jpg"));

        Command.Said again = Command.run(folder, UTF_8, arguments(in, out));
        assertThat(again.code()).as("without --resume").isEqualTo(1);
        assertThat(again.err()).contains("Thêm --resume");
    }

    private static Set<String> keys(JsonNode node) {
        return new HashSet<>(node.propertyNames());
    }

    private static void fieldsAreThoseOfTheContract(JsonNode line) {
        assertThat(keys(line)).isEqualTo(Set.of("source", "sha256", "state", "reason", "pages", "documents"));
        assertThat(line.path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(line.path("reason").isNull()).isTrue();
        JsonNode page = line.path("pages").path(0);
        assertThat(keys(page))
                .isEqualTo(Set.of(
                        "index",
                        "kind",
                        "rotation",
                        "rotationSure",
                        "skew",
                        "dpi",
                        "confidence",
                        "text",
                        "barcodes",
                        "quality"));
        JsonNode quality = page.path("quality");
        assertThat(keys(quality)).isEqualTo(Set.of("edge", "paper", "contrast", "shade", "cut", "weakWords", "flaws"));
        assertThat(quality.path("edge").asDouble()).isBetween(0.05, 0.45);
        assertThat(quality.path("paper").asDouble()).isBetween(0.8, 1.0);
        assertThat(quality.path("flaws").isEmpty()).isTrue();
        assertThat(page.path("index").asInt(-1)).isZero();
        assertThat(page.path("kind").asString()).isEqualTo("document");
        assertThat(page.path("dpi").asInt()).isBetween(100, 600);
        assertThat(page.path("confidence").asDouble()).isBetween(0.3, 1.0);
        assertThat(page.path("text").asString()).contains("XÁC NHẬN");
        JsonNode document = line.path("documents").path(0);
        assertThat(keys(document))
                .isEqualTo(Set.of(
                        "type",
                        "typeConfidence",
                        "typeReason",
                        "pages",
                        "dossierCode",
                        "file",
                        "pdfa",
                        "rendition",
                        "fields"));
        assertThat(document.path("pages").path(0).asInt(-1)).isZero();
        assertThat(document.path("file").asString()).isEqualTo("a/SCN_0001.jpg.0.pdf");
    }

    private static void repeatTellsOfTheFirst(JsonNode repeat, JsonNode first) {
        assertThat(repeat.path("state").asString()).isEqualTo("REPEAT");
        assertThat(repeat.path("repeatOf").asString()).isEqualTo("a/SCN_0001.jpg");
        assertThat(repeat.path("sha256")).isEqualTo(first.path("sha256"));
        assertThat(repeat.path("pages")).isEqualTo(first.path("pages"));
        assertThat(repeat.path("documents")).isEqualTo(first.path("documents"));
    }

    private static void outputsAreBesideTheirSources(Path out, JsonNode line) throws IOException {
        assertThat(out.resolve("a/SCN_0001.jpg.0.pdf")).isNotEmptyFile();
        assertThat(Files.readAllBytes(out.resolve("a/SCN_0001.jpg.0.pdf"))).startsWith("%PDF-".getBytes());
        assertThat(out.resolve("a/SCN_0001.jpg.0.txt"))
                .content()
                .contains(line.path("pages")
                        .path(0)
                        .path("text")
                        .asString()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertThat(out.resolve("a/SCN_0001.jpg.0.alto.xml")).content().contains("<alto");
        assertThat(out.resolve("b/lần hai.jpg.0.pdf")).doesNotExist();
        try (Stream<Path> all = Files.walk(out)) {
            assertThat(all.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void interruptedAndKilledItGoesOnWithoutRedoingPagesOrLines() throws IOException {
        Path out = folder.resolve("out");
        Command.lendSoftware(out);
        for (String sample : List.of(
                "d04_xac_nhan_tinh_trang_hon_nhan",
                "d08_don_de_nghi",
                "d12_xac_nhan_cu_tru",
                "d10_gcn_quyen_su_dung_dat",
                "d14_gcn_dang_ky_ho_kinh_doanh")) {
            copy(sample + ".jpg", in.resolve(sample + ".jpg"));
        }
        copy("e02_g4.tif", in.resolve("e02_g4.tif"));
        List<String> arguments = arguments(in, out, "--no-pdf", "--resume");

        try (Command command = Command.start(folder, UTF_8, arguments)) {
            command.await("the claim of the folder", () -> Files.exists(out.resolve(".sohoa/node")));
            try (Command second = Command.start(folder, UTF_8, arguments)) {
                command.await("the first line", () -> !Command.lines(out).isEmpty());
                command.interrupt();
                Command.Said interrupted = command.end();
                assertThat(interrupted.code()).as(interrupted.err()).isEqualTo(130);
                assertThat(interrupted.err())
                        .contains("chạy lại với --resume")
                        .contains("run again with --resume")
                        .doesNotContain("Exception");
                Command.Said refused = second.end();
                assertThat(refused.code()).as("another run over the same state").isEqualTo(1);
                assertThat(refused.err())
                        .contains("is in use by another sohoa process")
                        .doesNotContain("Exception");
            }
        }
        assertThat(out.resolve(".sohoa/postgres/postmaster.pid"))
                .as("the database was stopped")
                .doesNotExist();

        Files.writeString(out.resolve("results.jsonl"), "{\"source\":\"d08", StandardOpenOption.APPEND);
        Map<String, String> pages = pictureOf(out.resolve(".sohoa/objects/sohoa-pages"), out.resolve("nothing"));
        List<JsonNode> written = Command.lines(out);
        Papers.drop(in.resolve("z late.jpg"), Papers.jpeg());
        try (Command command = Command.start(folder, UTF_8, arguments)) {
            command.await("a page more", () -> words(out) > words(pages));
            command.kill();
        }
        Map<String, String> more = pictureOf(out.resolve(".sohoa/objects/sohoa-pages"), out.resolve("nothing"));
        assertThat(more).as("no stored page was written again").containsAllEntriesOf(pages);

        Path other = folder.resolve("beside");
        Command.lendSoftware(other);
        Path tiny = Papers.drop(folder.resolve("tiny/a.jpg"), Papers.jpeg()).getParent();
        try (Command last = Command.start(folder, UTF_8, arguments);
                Command beside = Command.start(folder, UTF_8, arguments(tiny, other, "--resume", "--unit", "H23.11"))) {
            Command.Said said = beside.end();
            assertThat(said.code()).as(said.err()).isZero();
            assertThat(Command.lines(other)).hasSize(1);
            Command.Said end = last.end();
            assertThat(end.code()).as(end.err()).isZero();
            assertThat(end.out()).isEmpty();
        }
        assertThat(pictureOf(out.resolve(".sohoa/objects/sohoa-pages"), out.resolve("nothing")))
                .as("no stored page was written again")
                .containsAllEntriesOf(pages);
        List<JsonNode> lines = Command.lines(out);
        assertThat(lines.subList(0, written.size())).isEqualTo(written);
        assertThat(lines.stream().map(line -> line.path("source").asString()))
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.path("state").asString()).isEqualTo("IN_REVIEW"));
        try (Stream<Path> all = Files.walk(out)) {
            assertThat(all.map(Path::toString).filter(name -> !name.contains(".sohoa") && name.endsWith(".pdf")))
                    .as("--no-pdf")
                    .isEmpty();
        }
    }

    private static long words(Map<String, String> pages) {
        return pages.keySet().stream()
                .filter(name -> name.contains("words.json"))
                .count();
    }

    private static long words(Path out) {
        try {
            return words(pictureOf(out.resolve(".sohoa/objects/sohoa-pages"), out.resolve("nothing")));
        } catch (IOException | UncheckedIOException e) {
            return 0; // it is being written
        }
    }

    @Test
    void anEngineThatDoesNotStartIsToldWithThePlaceOfTheLog() throws IOException {
        Path out = folder.resolve("out");
        Papers.drop(in.resolve("a.jpg"), Papers.jpeg());
        Command.lendSoftware(out);
        Files.write(out.resolve(".sohoa/postgres"), new byte[] {1}); // a file where the database's folder should be
        Command.Said said = Command.run(folder, UTF_8, arguments(in, out, "--resume"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(out.resolve(".sohoa/digitize.log").toString());
        assertThat(out.resolve(".sohoa/digitize.log")).content().contains("Exception");
        assertThat(said.err()).doesNotContain("\tat ").doesNotContain("BeanCreationException");
        assertThat(said.err().lines().count()).isLessThan(8);
    }
}
