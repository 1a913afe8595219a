package vn.sohoa.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.PageKind;

/** What holds for every stack of pages, shown on some thousands of random ones. */
class SeparationPropertiesTest {
    private static final int STACKS = 3_000;
    private static final int MOST_PAGES = 25;
    private static final List<String> TYPES = List.of("khai_sinh", "don", "the", Verdict.UNKNOWN);
    private static final List<TypeRule> RULES = List.of(
            new TypeRule("khai_sinh", Layout.SINGLE, List.of(), List.of()),
            new TypeRule("don", Layout.PAGES, List.of(), List.of()),
            new TypeRule("the", Layout.CARD, List.of(), List.of()));

    @Test
    void everyPageOfPrintIsInOnePaperAndInItsOrder() {
        stacks().forEach(stack -> assertThat(
                        Separation.of(stack, RULES).stream().flatMap(paper -> paper.pages().stream()))
                .containsExactlyElementsOf(stack.stream()
                        .filter(side -> side.kind() == PageKind.DOCUMENT)
                        .map(Side::page)
                        .toList()));
    }

    @Test
    void noPaperReachesOverACoverSheetAndItsCodeIsThatOfTheSheetBefore() {
        stacks().forEach(stack -> {
            for (Paper paper : Separation.of(stack, RULES)) {
                int first = paper.pages().get(0);
                int last = paper.pages().get(paper.pages().size() - 1);
                assertThat(stack.subList(first, last + 1)).noneMatch(side -> side.kind() == PageKind.SEPARATOR);
                assertThat(paper.dossier()).isEqualTo(codeBefore(stack, first));
            }
        });
    }

    private static String codeBefore(List<Side> stack, int page) {
        return stack.subList(0, page).stream()
                .filter(side -> side.kind() == PageKind.SEPARATOR)
                .reduce((first, second) -> second)
                .map(Side::dossier)
                .orElse("");
    }

    @Test
    void stacksWithASheetBetweenThemAreCutAsEachAlone() {
        List<List<Side>> all = stacks().toList();
        for (int i = 0; i + 1 < all.size(); i += 2) {
            List<Side> first = all.get(i);
            List<Side> second = new ArrayList<>(List.of(cover(0, "H23-260101-7777")));
            all.get(i + 1).forEach(side -> second.add(at(side, side.page() + 1)));
            List<Side> together = new ArrayList<>(first);
            second.forEach(side -> together.add(at(side, side.page() + first.size())));
            List<Paper> apart = new ArrayList<>(Separation.of(first, RULES));
            Separation.of(second, RULES)
                    .forEach(paper -> apart.add(new Paper(
                            paper.verdict(),
                            paper.pages().stream()
                                    .map(page -> page + first.size())
                                    .toList(),
                            paper.dossier())));
            assertThat(Separation.of(together, RULES)).isEqualTo(apart);
        }
    }

    @Test
    void blankPagesChangeNothing() {
        stacks().forEach(stack -> {
            List<Side> printed =
                    stack.stream().filter(side -> side.kind() != PageKind.BLANK).toList();
            assertThat(Separation.of(printed, RULES)).isEqualTo(Separation.of(stack, RULES));
        });
    }

    @Test
    void aTitleBeginsAPaperUnlessTheNextPageOfItsTypeIsPrintedOnIt() {
        stacks().forEach(stack -> {
            List<Integer> firsts = Separation.of(stack, RULES).stream()
                    .map(paper -> paper.pages().get(0))
                    .toList();
            assertThat(firsts)
                    .containsAll(stack.stream()
                            .filter(side -> side.kind() == PageKind.DOCUMENT
                                    && side.verdict().titled()
                                    && side.standing().number() < 2)
                            .map(Side::page)
                            .toList());
        });
    }

    @Test
    void theCountrysNameBeginsAPaperUnlessTheNextPageIsPrintedOnIt() {
        stacks().forEach(stack -> {
            for (Paper paper : Separation.of(stack, RULES)) {
                if (!paper.verdict().type().equals("the")) {
                    assertThat(paper.pages().stream().skip(1).map(stack::get))
                            .noneMatch(side ->
                                    side.standing().opens() && side.standing().number() < 2);
                }
            }
        });
    }

    @Test
    void whatGoesOnWithoutASignOfItIsToldWithItsPage() {
        stacks().forEach(stack -> {
            for (Paper paper : Separation.of(stack, RULES)) {
                boolean silent = paper.pages().stream()
                        .skip(1)
                        .map(stack::get)
                        .anyMatch(side -> side.standing().equals(Standing.NONE)
                                && !side.verdict().isKnown());
                boolean pages = !paper.verdict().type().equals("the");
                assertThat(paper.verdict().confidence() <= 0.5
                                && paper.verdict().reason().contains("không có số trang"))
                        .as("%s", paper)
                        .satisfies(told -> assertThat(told || !silent || !pages).isTrue());
            }
        });
    }

    @Test
    void fiveHundredPapersInOneScanAreFiveHundredPapers() {
        List<Side> stack = IntStream.range(0, 500)
                .mapToObj(page -> page(page, PageKind.DOCUMENT, "don", true, ""))
                .toList();
        assertThat(Separation.of(stack, RULES)).hasSize(500);
    }

    private static Stream<List<Side>> stacks() {
        return IntStream.range(0, STACKS).mapToObj(seed -> stack(new Random(seed)));
    }

    private static List<Side> stack(Random random) {
        return IntStream.range(0, random.nextInt(MOST_PAGES))
                .mapToObj(page -> side(page, random))
                .toList();
    }

    private static Side side(int page, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> page(page, PageKind.BLANK, Verdict.UNKNOWN, false, "");
            case 1 -> cover(page, "H23-260101-000" + random.nextInt(4));
            case 2, 3 -> page(page, PageKind.DOCUMENT, Verdict.UNKNOWN, false, "", standing(random));
            default -> {
                String type = TYPES.get(random.nextInt(TYPES.size()));
                boolean titled = !type.equals(Verdict.UNKNOWN) && random.nextBoolean();
                String holder = type.equals("the") && random.nextBoolean() ? "03008500012" + random.nextInt(3) : "";
                yield page(page, PageKind.DOCUMENT, type, titled, holder, standing(random));
            }
        };
    }

    private static Standing standing(Random random) {
        return random.nextBoolean()
                ? Standing.NONE
                : new Standing(
                        random.nextInt(3) == 0, random.nextInt(4), 0, random.nextBoolean(), random.nextBoolean());
    }

    private static Side cover(int page, String code) {
        return new Side(page, PageKind.SEPARATOR, code, Verdict.unknown(""), "", true, 40, Standing.NONE);
    }

    private static Side page(int page, PageKind kind, String type, boolean titled, String holder) {
        return page(page, kind, type, titled, holder, Standing.NONE);
    }

    private static Side page(int page, PageKind kind, String type, boolean titled, String holder, Standing standing) {
        return new Side(
                page,
                kind,
                "",
                new Verdict(type, 0.9, "", titled),
                holder,
                page % 7 != 3,
                200 + page % 5 * 100,
                standing);
    }

    private static Side at(Side side, int page) {
        return new Side(
                page,
                side.kind(),
                side.dossier(),
                side.verdict(),
                side.holder(),
                side.readable(),
                side.letters(),
                side.standing());
    }
}
