package vn.sohoa.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.LoosePapers;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.DossierCode;
import vn.sohoa.dossier.Attachment;
import vn.sohoa.dossier.Candidate;
import vn.sohoa.dossier.DossierLine;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.organization.Counter;
import vn.sohoa.scan.Claim;

@ExtendWith(QuietApplication.class)
class AttachTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String BIRTH = "1.001193";

    private Dossiers dossiers;
    private Attach attach;
    private LoosePapers papers;
    private Counter counter;
    private UUID unit;

    @BeforeEach
    void open(ConfigurableApplicationContext application) {
        dossiers = application.getBean(Dossiers.class);
        attach = application.getBean(Attach.class);
        papers = new LoosePapers(application);
        counter = new Papers(application).counter();
        unit = counter.unitId();
    }

    @Test
    void theFolderNamesTheDossierAndOpensItWhenItIsNew() {
        DossierCode code = code();
        UUID document = run(papers.paper(counter, code.text(), "giay_chung_sinh", ""));
        DossierView opened = dossiers.find(unit, code).orElseThrow();
        assertThat(opened.source()).isEqualTo(DossierView.Source.SCAN);
        assertThat(now(document).dossier()).isEqualTo(opened.id());
        assertThat(now(document).how()).isEqualTo(Attachment.How.FOLDER);
    }

    @Test
    void theFolderInTheOldFormFindsTheDossierOfTheNewOne() {
        int number = 4000 + NUMBER.incrementAndGet();
        UUID dossier = birth(DossierCode.parse("H23.18-260215-" + number).orElseThrow(), "", "");
        UUID document = run(papers.paper(counter, "000.00.18.H23-260215-" + number, "giay_chung_sinh", ""));
        assertThat(now(document).dossier()).isEqualTo(dossier);
        assertThat(now(document).component()).isEqualTo("giay_chung_sinh");
    }

    @Test
    void aFolderThatIsNoNumberOfTheLawOpensNothing() {
        UUID document = run(papers.paper(counter, "2026-09-30", "giay_chung_sinh", ""));
        assertThat(dossiers.attachedTo(document)).isEmpty();
        assertThat(dossiers.find(unit, DossierCode.parse("2026-09-30").orElseThrow()))
                .isEmpty();
    }

    @Test
    void theFolderIsBelievedBeforeTheCoverSheetAndThatBeforeTheNumber() {
        DossierCode folder = code();
        DossierCode cover = code();
        UUID numbered = birth(code(), "", "030085000321");
        String[] fields = {"so_dinh_danh", "030085000321"};
        UUID first = run(papers.paper(counter, folder.text(), "can_cuoc_cong_dan", cover.canonical(), fields));
        UUID second = run(papers.paper(counter, "", "can_cuoc_cong_dan", cover.canonical(), fields));
        UUID third = run(papers.paper(counter, "", "can_cuoc_cong_dan", "", fields));
        assertThat(now(first).dossier())
                .isEqualTo(dossiers.find(unit, folder).orElseThrow().id());
        assertThat(now(second).dossier())
                .isEqualTo(dossiers.find(unit, cover).orElseThrow().id());
        assertThat(now(second).how()).isEqualTo(Attachment.How.COVER);
        assertThat(now(third).dossier()).isEqualTo(numbered);
        assertThat(now(third).how()).isEqualTo(Attachment.How.NUMBER);
        assertThat(now(third).component()).isEqualTo("giay_to_tuy_than");
    }

    @Test
    void aNumberOfTwoDossiersIsForAPerson() {
        UUID one = birth(code(), "", "030085000555");
        UUID two = birth(code(), "", "030085000555");
        UUID document = run(papers.paper(counter, "", "can_cuoc_cong_dan", "", "so_dinh_danh", "030085000555"));
        assertThat(dossiers.attachedTo(document)).isEmpty();
        assertThat(dossiers.candidates(document))
                .extracting(candidate -> candidate.dossier().id())
                .containsExactly(two, one);
        assertThat(dossiers.candidates(document)).allSatisfy(candidate -> {
            assertThat(candidate.why()).isEqualTo(Candidate.Why.NUMBER);
            assertThat(candidate.component()).isEqualTo("giay_to_tuy_than");
        });
        dossiers.choose(document, one, "giay_to_tuy_than", "lan");
        assertThat(dossiers.candidates(document)).isEmpty();
    }

    @Test
    void aDossierThatDoesNotExpectSuchAPaperIsOnlyACandidate() {
        UUID dossier = birth(code(), "", "030085000666");
        UUID document = run(papers.paper(counter, "", "don_de_nghi", "", "so_dinh_danh", "030085000666"));
        assertThat(dossiers.attachedTo(document)).isEmpty();
        assertThat(dossiers.candidates(document))
                .extracting(candidate -> candidate.dossier().id())
                .containsExactly(dossier);
    }

    @Test
    void aNameIsNeverMoreThanACandidate() {
        UUID dossier = birth(code(), "Đặng Thị Ước", "");
        UUID document = run(papers.paper(counter, "", "can_cuoc_cong_dan", "", "ho_ten", "DANG THI UOC"));
        assertThat(dossiers.attachedTo(document)).isEmpty();
        assertThat(dossiers.candidates(document)).singleElement().satisfies(candidate -> {
            assertThat(candidate.dossier().id()).isEqualTo(dossier);
            assertThat(candidate.why()).isEqualTo(Candidate.Why.NAME);
        });
    }

    @Test
    void aNumberInAnotherUnitCountsForNothing(ConfigurableApplicationContext application) {
        UUID other = new Papers(application).counter().unitId();
        dossiers.open(other, new DossierLine(code(), BIRTH, "", "030085000444", Optional.empty()), "mai");
        UUID document = run(papers.paper(counter, "", "can_cuoc_cong_dan", "", "so_dinh_danh", "030085000444"));
        assertThat(dossiers.attachedTo(document)).isEmpty();
        assertThat(dossiers.candidates(document)).isEmpty();
    }

    @Test
    void theSameClaimTwiceChangesNothing() {
        DossierCode code = code();
        UUID document = papers.paper(counter, code.text(), "giay_chung_sinh", "");
        Claim claim = papers.claim(document);
        assertThat(attach.document(claim)).isEqualTo(claim);
        Attachment first = now(document);
        attach.document(claim);
        assertThat(now(document)).isEqualTo(first);
        assertThat(dossiers.attachments(first.dossier())).hasSize(1);
    }

    @Test
    void aPersonsChoiceIsNotOverwritten() {
        UUID chosen = birth(code(), "", "");
        UUID document = papers.paper(counter, code().text(), "giay_chung_sinh", "");
        Claim claim = papers.claim(document);
        dossiers.choose(document, chosen, "", "lan");
        attach.document(claim);
        assertThat(now(document).dossier()).isEqualTo(chosen);
        assertThat(now(document).how()).isEqualTo(Attachment.How.PERSON);
    }

    @Test
    void pagesOfABookAreLeftAlone() {
        birth(code(), "", "030085000999");
        UUID page = run(papers.paper(
                counter,
                "so-ho-tich/KS-2019-01",
                "trang_so_ho_tich",
                code().canonical(),
                "so_dinh_danh",
                "030085000999"));
        assertThat(dossiers.attachedTo(page)).isEmpty();
        assertThat(dossiers.candidates(page)).isEmpty();
    }

    private UUID run(UUID document) {
        attach.document(papers.claim(document));
        return document;
    }

    private Attachment now(UUID document) {
        return dossiers.attachedTo(document).orElseThrow();
    }

    private UUID birth(DossierCode code, String name, String number) {
        return dossiers.open(unit, new DossierLine(code, BIRTH, name, number, Optional.empty()), "lan")
                .id();
    }

    private static DossierCode code() {
        return DossierCode.parse("H23.18-260930-" + (5000 + NUMBER.incrementAndGet()))
                .orElseThrow();
    }
}
