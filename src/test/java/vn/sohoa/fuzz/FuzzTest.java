package vn.sohoa.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A slice of the fuzzer ({@code infra/fuzz.sh} runs all of it), and everything that it ever found. */
@Timeout(300)
class FuzzTest {
    private static final int SLICE = 100;

    private static final Logger LIBRARY = (Logger) LoggerFactory.getLogger("org.apache.pdfbox");

    @TempDir
    Path folder;

    /** PDFBox has something to say about every broken file. */
    @BeforeAll
    static void hush() {
        LIBRARY.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LIBRARY.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource
    void brokenFilesAreOpenedRefusedOrIncompleteAndNothingElse(FuzzSeeds.Opener opener) {
        FuzzCase cases = new FuzzCase(folder);
        List<byte[]> seeds = opener.seeds();
        for (int n = 0; n < SLICE; n++) {
            FuzzCase.Outcome outcome = cases.run(Fuzz.file(opener, seeds, n));
            assertThat(outcome.end())
                    .as("%s case %d: %s", opener, n, outcome.detail())
                    .isNotEqualTo(FuzzCase.End.FIND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFilesItStartsFromAreFine(FuzzSeeds.Opener opener) {
        FuzzCase cases = new FuzzCase(folder);
        for (byte[] seed : opener.seeds()) {
            assertThat(cases.run(seed).end()).isEqualTo(FuzzCase.End.FINE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameNumberIsTheSameFile(FuzzSeeds.Opener opener) {
        if (opener != FuzzSeeds.Opener.PDF) { // PDFs carry the time of their making
            assertThat(Fuzz.file(opener, opener.seeds(), 7)).isEqualTo(Fuzz.file(opener, opener.seeds(), 7));
        }
    }

    @Test
    void whatOnceDidHarmDoesNoMore() throws IOException {
        FuzzCase cases = new FuzzCase(folder);
        for (Path find : FuzzSeeds.finds()) {
            assertThat(cases.run(Files.readAllBytes(find)).end())
                    .as("%s", find.getFileName())
                    .isNotEqualTo(FuzzCase.End.FIND);
        }
    }
}
