package vn.sohoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code digitize} says before it starts anything. */
class DigitizeArgumentsTest {
    @TempDir
    Path folder;

    private Path in;

    @BeforeEach
    void scans() throws IOException {
        in = Files.createDirectories(folder.resolve("scans"));
        Files.write(in.resolve("a.jpg"), new byte[] {1});
        Files.createDirectories(folder.resolve("begun/.sohoa"));
        Files.createDirectories(folder.resolve("written"));
        Files.write(folder.resolve("written/results.jsonl"), new byte[0]);
        Files.write(folder.resolve("file"), new byte[0]);
    }

    private Command.Said run(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> resolved = new ArrayList<>();
        for (String argument : arguments) {
            resolved.add(
                    argument.startsWith("@")
                            ? folder.resolve(argument.substring(1)).toString()
                            : argument);
        }
        int code = Digitize.run(resolved, new PrintStream(err, true, StandardCharsets.UTF_8), settings -> {
            throw new AssertionError("nothing should be started with " + settings);
        });
        return new Command.Said(code, "", err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | Thiếu --in hoặc --out      | --in or --out is missing",
                "--in @scans                                     | Thiếu --in hoặc --out      | --in or --out is missing",
                "--in                                            | Thiếu giá trị sau --in     | --in needs a value",
                "--in --out @out                                 | Thiếu giá trị sau --in     | --in needs a value",
                "--in @scans --out @out --bogus                  | Không hiểu tham số --bogus | --bogus is not known",
                "--in @nowhere --out @out                        | Không đọc được thư mục     | cannot be read. Check --in",
                "--in @file --out @out                           | Không đọc được thư mục     | cannot be read. Check --in",
                "--in @scans --out @file                         | Không ghi được vào         | cannot be written. Check --out",
                "--in @scans --out @file/below                   | Không ghi được vào         | cannot be written. Check --out",
                "--in @scans --out @scans                        | --out không được trùng     | must not be or hold",
                "--in @scans --out @                             | --out không được trùng     | must not be or hold",
                "--in @scans --out @out --workers none           | --workers phải là số       | takes a number from 1 to 64",
                "--in @scans --out @out --workers 0              | --workers phải là số       | takes a number from 1 to 64",
                "--in @scans --out @out --workers 65             | --workers phải là số       | takes a number from 1 to 64",
                "--in @scans --out @out --unit Xã                | Mã đơn vị không hợp lệ     | Not a unit code",
                "--in @scans --out @begun                        | Thêm --resume              | Add --resume",
                "--in @scans --out @written                      | Thêm --resume              | Add --resume",
            })
    void everyWrongUsageIsToldInBothLanguagesWithCodeOne(String line, String vi, String en) {
        Command.Said said = run(line.isEmpty() ? new String[0] : line.split(" +"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(vi).contains(en).doesNotContain("Exception");
    }

    @Test
    void helpIsNoFailure() {
        assertThat(run("--help").code()).isZero();
        assertThat(run("--help").err()).contains("--resume");
    }

    @Test
    void anEmptyFolderIsDoneAtOnce() throws IOException {
        Files.delete(in.resolve("a.jpg"));
        Files.write(in.resolve(".hidden"), new byte[1]);
        Command.Said said = run("--in", "@scans", "--out", "@out");
        assertThat(said).isEqualTo(new Command.Said(0, "", "Xong: 0 tệp. / Done: 0 files.\n"));
        assertThat(folder.resolve("out/results.jsonl")).isEmptyFile();
    }

    @Test
    void whenAllLinesAreThereNothingIsStartedAgain() throws IOException {
        Files.writeString(
                folder.resolve("written/results.jsonl"),
                "{\"source\":\"a.jpg\",\"state\":\"STUCK\",\"reason\":{\"code\":\"NO_TEXT\",\"vi\":\"v\",\"en\":\"e\"}}\n");
        Command.Said said = run("--in", "@scans", "--out", "@written", "--resume");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("a.jpg: STUCK NO_TEXT: v / e");
    }

    @Test
    void aDamagedLineInTheMiddleIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("written/results.jsonl"), "{\"source\":\"x\n{\"source\":\"b\"}\n");
        Command.Said said = run("--in", "@scans", "--out", "@written", "--resume");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("dòng hỏng").contains("damaged line");
        assertThat(folder.resolve("written/results.jsonl")).hasContent("{\"source\":\"x\n{\"source\":\"b\"}\n");
    }

    @Test
    void halfALastLineIsRemovedAndAllWholeOnesStay() throws IOException {
        Path results = folder.resolve("written/results.jsonl");
        Files.writeString(results, "{\"source\":\"Giấy.jpg\",\"state\":\"FILED\"}\n{\"source\":\"b" + "x".repeat(99));
        try (ResultsFile file = ResultsFile.open(folder.resolve("written"))) {
            assertThat(file.has("Giấy.jpg")).isTrue();
            assertThat(file.has("b")).isFalse();
            file.append("{\"source\":\"b\",\"state\":\"FILED\"}");
        }
        assertThat(results)
                .content()
                .isEqualTo("{\"source\":\"Giấy.jpg\",\"state\":\"FILED\"}\n{\"source\":\"b\",\"state\":\"FILED\"}\n");
    }

    @Test
    void withoutATerminalALineIsToldEachTime() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Progress progress =
                new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), 8, 2, Duration.ZERO)) {
            progress.show(2);
            progress.show(4);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .isEqualTo("2/8 tệp / files");
        err.reset();
        try (Progress progress =
                new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), 8, 2, Duration.ofSeconds(10))) {
            progress.show(3);
        }
        assertThat(err.size()).as("not before its time").isZero();
    }

    @Test
    void outputsOfTheLongestNamesStillFitAndKeepApart() {
        String one = "thư mục/" + "ư".repeat(120) + "1.pdf";
        String two = "thư mục/" + "ư".repeat(120) + "2.pdf";
        assertThat(OutputName.of("a/b.pdf", 1)).isEqualTo("a/b.pdf.1");
        assertThat(OutputName.of(one, 0))
                .startsWith("thư mục/ưưư")
                .endsWith(".0")
                .isNotEqualTo(OutputName.of(two, 0));
        assertThat((OutputName.of(one, 0).substring(8) + ".alto.xml.part").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void aLocaleThatCannotWriteTheNamesIsToldWhatToSet() throws IOException {
        Path scans = Files.createDirectories(folder.resolve("hồ sơ"));
        Files.write(scans.resolve("a.jpg"), new byte[1]);
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Files.write(plain.resolve("Giấy khai sinh.jpg"), new byte[1]);
        for (Path place : List.of(scans, plain)) {
            Command.Said said = Command.run(
                    folder,
                    Map.of("LC_ALL", "C"),
                    List.of(
                            "--in",
                            place.toString(),
                            "--out",
                            folder.resolve("out-c").toString()));
            assertThat(said.code()).as(said.err()).isEqualTo(1);
            assertThat(said.err())
                    .contains("LC_ALL=C.UTF-8 rồi chạy lại")
                    .containsIgnoringCase("set LC_ALL=C.UTF-8 and run again");
            assertThat(said.out()).isEmpty();
        }
    }
}
