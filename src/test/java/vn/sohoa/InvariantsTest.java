package vn.sohoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/INVARIANTS.md names a test for every promise; here the names are held against the tests. */
class InvariantsTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+)(?:#(\\w+))?`");
    private static final String ENFORCED = "Enforced by: ";

    @Test
    void everyPromiseNamesTestsThatExist() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int promises = 0;
        for (String line : Files.readAllLines(Path.of("docs", "INVARIANTS.md"))) {
            if (!line.strip().startsWith(ENFORCED)) {
                continue;
            }
            promises++;
            Matcher named = NAMED.matcher(line);
            boolean any = false;
            while (named.find()) {
                any = true;
                String source = tests.get(named.group(1));
                if (source == null || named.group(2) != null && !source.contains("void " + named.group(2) + "(")) {
                    missing.add(named.group());
                }
            }
            assertThat(any).as("a test is named in: %s", line).isTrue();
        }
        assertThat(missing).as("tests that are named but do not exist").isEmpty();
        assertThat(promises).isGreaterThan(10);
    }

    @Test
    void theTablesOfHostileInputNameTestsThatExist() throws IOException {
        Map<String, String> tests = tests();
        Matcher named = Pattern.compile("`(\\w+Test)#(\\w+)`").matcher(Files.readString(Path.of("docs", "HOSTILE.md")));
        int facts = 0;
        for (; named.find(); facts++) {
            assertThat(tests.getOrDefault(named.group(1), ""))
                    .as(named.group())
                    .contains("void " + named.group(2) + "(");
        }
        assertThat(facts).isGreaterThan(40);
    }

    /** Sources of the tests by the simple name of their class. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                tests.put(String.valueOf(file.getFileName()).replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}
