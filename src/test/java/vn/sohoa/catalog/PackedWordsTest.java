package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sohoa.classification.Lesson;
import vn.sohoa.classification.PaperWords;

/** The model of words that comes with the package, the papers beside it and its card belong together. */
class PackedWordsTest {
    private final Lesson lesson = PackedWords.open().lesson();

    @Test
    void namesOnlyTypesOfThePackedCatalog() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/catalog/types"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                            .collect(Collectors.toSet()))
                    .containsAll(lesson.model().types());
        }
    }

    @Test
    void itsCardTellsOfThePapersBesideIt() {
        assertThat(lesson.types().stream().collect(Collectors.toMap(Lesson.Recall::type, Lesson.Recall::papers)))
                .isEqualTo(PackedWords.examples().entrySet().stream()
                        .collect(Collectors.toMap(java.util.Map.Entry::getKey, type -> type.getValue()
                                .size())));
        assertThat(lesson.model().types())
                .isEqualTo(lesson.types().stream().map(Lesson.Recall::type).collect(Collectors.toSet()));
        assertThat(lesson.types()).as("named wrongly when not yet known").allSatisfy(type -> assertThat(type.wrong())
                .isZero());
    }

    @Test
    void itsExamplesHoldNoNumbers() {
        List<PaperWords> all =
                PackedWords.examples().values().stream().flatMap(List::stream).toList();
        assertThat(all).isNotEmpty().allSatisfy(words -> assertThat(words.single())
                .noneMatch(word -> word.chars().anyMatch(Character::isDigit)));
    }
}
