package vn.sohoa.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.PageKind;

class SeparationTest {
    private static final List<TypeRule> RULES = List.of(
            new TypeRule("khai_sinh", Layout.SINGLE, List.of(), List.of()),
            new TypeRule("don", Layout.PAGES, List.of(), List.of()),
            new TypeRule("the", Layout.CARD, List.of(), List.of()));

    private final List<Side> sides = new ArrayList<>();

    @Test
    void aCoverSheetBeginsASegmentAndItsCodeHoldsForThatSegmentOnly() {
        titled("don");
        cover("H23-260101-0001");
        titled("don");
        plain();
        cover("H23-260101-0002");
        plain();
        assertThat(papers()).containsExactly("don [0] ", "don [2, 3] H23-260101-0001", "unknown [5] H23-260101-0002");
    }

    @Test
    void aNewTitleBeginsANewPaper() {
        titled("don");
        titled("don");
        titled("khai_sinh");
        assertThat(papers()).containsExactly("don [0] ", "don [1] ", "khai_sinh [2] ");
    }

    @Test
    void blankPagesBelongToNoPaperAndEndNone() {
        blank();
        titled("don");
        blank();
        plain();
        blank();
        assertThat(papers()).containsExactly("don [1, 3] ");
    }

    @Test
    void aPaperOfOnePageIsComplete() {
        titled("khai_sinh");
        plain();
        plain();
        assertThat(papers()).containsExactly("khai_sinh [0] ", "unknown [1, 2] ");
    }

    @Test
    void theTwoSidesOfACardBelongTogether() {
        titled("the");
        back();
        titled("the");
        card("030085000123", false);
        assertThat(papers()).containsExactly("the [0, 1] ", "the [2, 3] ");
    }

    @Test
    void cardsOfTwoPersonsAreTwoPapers() {
        card("030085000123", false);
        card("030085000999", false);
        card("030085000999", false);
        assertThat(papers()).containsExactly("the [0] ", "the [1, 2] ");
    }

    @Test
    void aCardHasNoThirdSide() {
        titled("the");
        back();
        back();
        assertThat(papers()).containsExactly("the [0, 1] ", "unknown [2] ");
    }

    @Test
    void aPageFullOfTextIsNoBackOfACard() {
        titled("the");
        plain();
        assertThat(papers()).containsExactly("the [0] ", "unknown [1] ");
    }

    @Test
    void whatCannotBeReadIsNotTakenForAContinuation() {
        titled("don");
        sides.add(new Side(1, PageKind.DOCUMENT, "", Verdict.unknown(""), "", false, 900, Standing.NONE));
        assertThat(papers()).containsExactly("don [0] ", "unknown [1] ");
    }

    @Test
    void aPageWithTheCountrysNameIsAnotherPaperThoughNobodyKnowsIt() {
        titled("don");
        standing(Verdict.unknown(""), new Standing(true, 0, 0, false, false));
        plain();
        assertThat(papers()).containsExactly("don [0] ", "unknown [1, 2] ");
    }

    @Test
    void aPrintedPageNumberCountsMoreThanATitle() {
        titled("don");
        standing(new Verdict("don", 0.9, "", true), new Standing(true, 2, 0, false, false));
        standing(new Verdict("khai_sinh", 0.9, "", true), new Standing(true, 3, 0, false, false));
        assertThat(papers()).containsExactly("don [0, 1] ", "khai_sinh [2] ");
    }

    @Test
    void aFormOfOnePageGoesOnWhereItSaysHowManyItHas() {
        titled("khai_sinh");
        standing(Verdict.unknown(""), new Standing(false, 2, 2, false, false));
        titled("khai_sinh");
        standing(Verdict.unknown(""), new Standing(false, 2, 0, false, false));
        assertThat(papers()).containsExactly("khai_sinh [0, 1] ", "khai_sinh [2] ", "unknown [3] ");
    }

    @Test
    void pageOneOfSeveralBeginsAPaper() {
        titled("don");
        standing(Verdict.unknown(""), new Standing(false, 1, 2, false, false));
        standing(Verdict.unknown(""), new Standing(false, 2, 2, false, false));
        assertThat(papers()).containsExactly("don [0] ", "unknown [1, 2] ");
    }

    @Test
    void aPageThatSaysNothingIsKeptAndToldToThePerson() {
        titled("don");
        plain();
        assertThat(Separation.of(sides, RULES)).singleElement().satisfies(paper -> {
            assertThat(paper.verdict().confidence()).isEqualTo(0.5);
            assertThat(paper.verdict().reason()).startsWith("Trang thứ 2 của giấy không có số trang");
        });
    }

    @Test
    void aSentenceOrANumberThatGoesOnIsNotDoubted() {
        standing(new Verdict("don", 0.9, "", true), new Standing(true, 0, 0, false, true));
        standing(Verdict.unknown(""), new Standing(false, 0, 0, true, false));
        standing(Verdict.unknown(""), new Standing(false, 3, 0, false, false));
        assertThat(Separation.of(sides, RULES))
                .singleElement()
                .extracting(Paper::verdict)
                .isEqualTo(new Verdict("don", 0.9, "", true));
    }

    @Test
    void missingPagesAreTold() {
        standing(new Verdict("don", 0.9, "", true), new Standing(true, 1, 3, false, true));
        standing(Verdict.unknown(""), new Standing(false, 2, 3, true, false));
        assertThat(Separation.of(sides, RULES))
                .singleElement()
                .satisfies(paper -> assertThat(paper.verdict().reason()).contains("in là có 3 trang, ở đây có 2"));
    }

    @Test
    void nothingButBlankPagesIsNoPaper() {
        blank();
        cover("H23-260101-0001");
        assertThat(papers()).isEmpty();
    }

    private void titled(String type) {
        add(PageKind.DOCUMENT, "", new Verdict(type, 0.9, "", true), "", 900);
    }

    private void standing(Verdict verdict, Standing standing) {
        sides.add(new Side(sides.size(), PageKind.DOCUMENT, "", verdict, "", true, 900, standing));
    }

    private void plain() {
        add(PageKind.DOCUMENT, "", Verdict.unknown(""), "", 900);
    }

    private void back() {
        add(PageKind.DOCUMENT, "", Verdict.unknown(""), "", 150);
    }

    private void card(String holder, boolean titled) {
        add(PageKind.DOCUMENT, "", new Verdict("the", 0.9, "", titled), holder, 150);
    }

    private void blank() {
        add(PageKind.BLANK, "", Verdict.unknown(""), "", 0);
    }

    private void cover(String dossier) {
        add(PageKind.SEPARATOR, dossier, Verdict.unknown(""), "", 100);
    }

    private void add(PageKind kind, String dossier, Verdict verdict, String holder, int letters) {
        sides.add(new Side(sides.size(), kind, dossier, verdict, holder, true, letters, Standing.NONE));
    }

    private List<String> papers() {
        return Separation.of(sides, RULES).stream()
                .map(paper -> paper.verdict().type() + " " + paper.pages() + " " + paper.dossier())
                .toList();
    }
}
