package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.LoosePapers;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.Scope;
import vn.sohoa.organization.Counter;

@ExtendWith(QuietApplication.class)
class DossiersTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String BIRTH = "1.001193";

    private Dossiers dossiers;
    private LoosePapers papers;
    private Counter counter;
    private UUID unit;
    private JdbcClient database;

    @BeforeEach
    void open(ConfigurableApplicationContext application) {
        dossiers = application.getBean(Dossiers.class);
        papers = new LoosePapers(application);
        counter = new Papers(application).counter();
        unit = counter.unitId();
        database = JdbcClient.create(application.getBean("owner", DataSource.class));
    }

    @Test
    void oldAndNewFormAreOneDossier() {
        int number = 1000 + NUMBER.incrementAndGet();
        DossierCode old = code("000.00.18.H23-260215-" + number);
        DossierCode now = code("H23.18-260215-" + number);
        assertThat(dossiers.take(unit, DossierLine.of(old), "system:list")).isEqualTo(Taken.NEW);
        assertThat(dossiers.take(unit, DossierLine.of(now), "system:list")).isEqualTo(Taken.UNCHANGED);
        DossierView seen = dossiers.find(unit, now).orElseThrow();
        assertThat(seen.code()).isEqualTo(old.text());
        assertThat(seen.canonical()).isEqualTo(now.text());
        assertThatExceptionOfType(Failure.Conflict.class)
                .isThrownBy(() -> dossiers.open(unit, DossierLine.of(now), "lan"))
                .extracting(Failure::reason)
                .extracting(Reason::vi)
                .asString()
                .contains("đã có");
    }

    @Test
    void aLineTakenAgainChangesNothingAndANewValueDoes() {
        DossierCode code = any();
        DossierLine line = line(code, "Nguyễn Thị Mẫu", "030085000123");
        assertThat(dossiers.take(unit, line, "system:list")).isEqualTo(Taken.NEW);
        assertThat(dossiers.take(unit, line, "system:list")).isEqualTo(Taken.UNCHANGED);
        assertThat(dossiers.find(unit, code).orElseThrow().version()).isZero();
        assertThat(dossiers.take(unit, line(code, "Nguyễn Thị Mậu", ""), "system:list"))
                .isEqualTo(Taken.CHANGED);
        DossierView seen = dossiers.find(unit, code).orElseThrow();
        assertThat(seen.holderName()).isEqualTo("Nguyễn Thị Mậu");
        assertThat(seen.holderNumber()).as("an empty value tells nothing").isEqualTo("030085000123");
        assertThat(seen.version()).isEqualTo(1);
        assertThat(audit(seen.id())).containsExactly("system:list DOSSIER_OPENED", "system:list DOSSIER_CHANGED");
    }

    @Test
    void whatAPersonToldNoListChanges() {
        DossierCode code = any();
        dossiers.open(unit, new DossierLine(code, BIRTH, "Trần Văn Thử", "", Optional.empty()), "lan");
        DossierLine list = new DossierLine(
                code, "2.000815", "Tran Van Thu", "031 085 000 124", Optional.of(LocalDate.of(2026, 2, 15)));
        assertThat(dossiers.take(unit, list, "system:list")).isEqualTo(Taken.CHANGED);
        DossierView seen = dossiers.find(unit, code).orElseThrow();
        assertThat(seen.procedure()).isEqualTo(BIRTH);
        assertThat(seen.holderName()).isEqualTo("Trần Văn Thử");
        assertThat(seen.holderNumber()).isEqualTo("031085000124");
        assertThat(seen.received()).contains(LocalDate.of(2026, 2, 15));
        assertThat(seen.source()).isEqualTo(DossierView.Source.HAND);
    }

    @Test
    void theLocalFormOfAProcedureIsTheNationalOne() {
        DossierCode code = any();
        dossiers.take(unit, new DossierLine(code, BIRTH + ".000.00.00.H23", "", "", Optional.empty()), "system:list");
        assertThat(dossiers.find(unit, code).orElseThrow().procedure()).isEqualTo(BIRTH);
    }

    @Test
    void anUnknownProcedureIsRefusedWithWordsOnAForm() {
        DossierLine line = new DossierLine(any(), "9.999999", "", "", Optional.empty());
        assertThatExceptionOfType(Failure.BadInput.class)
                .isThrownBy(() -> dossiers.open(unit, line, "lan"))
                .satisfies(refused -> assertThat(refused.reason().vi()).contains("9.999999"));
        assertThat(dossiers.find(unit, line.code())).isEmpty();
    }

    @Test
    void dossiersAreFoundByCodeNameNumberAndState() {
        DossierCode code = any();
        dossiers.take(unit, line(code, "Đặng Thị Ước", "030085000777"), "system:list");
        dossiers.take(unit, line(any(), "Lê Văn Khác", "030085000888"), "system:list");
        assertThat(search(code.canonical().substring(4), "", "")).containsExactly(code.canonical());
        assertThat(search("", "dang thi uoc", "")).containsExactly(code.canonical());
        assertThat(search("", "thị ước", "")).containsExactly(code.canonical());
        assertThat(search("", "", "0300 8500 0777")).containsExactly(code.canonical());
        assertThat(search("%", "", "")).isEmpty();
        assertThat(search("", "", "")).hasSize(2);
    }

    @Test
    void theListGoesOnAfterTheLastOne() {
        List<DossierCode> codes = List.of(any(), any(), any());
        codes.forEach(code -> dossiers.take(unit, DossierLine.of(code), "system:list"));
        try (var bound = Scope.bind(Scope.of(Set.of(unit)))) {
            bound.keep();
            List<DossierView> first = dossiers.list(DossierSearch.ALL, Optional.empty(), 2);
            List<DossierView> rest =
                    dossiers.list(DossierSearch.ALL, Optional.of(first.get(1).id()), 2);
            assertThat(first)
                    .extracting(DossierView::canonical)
                    .containsExactly(codes.get(2).canonical(), codes.get(1).canonical());
            assertThat(rest)
                    .extracting(DossierView::canonical)
                    .containsExactly(codes.get(0).canonical());
        }
    }

    @Test
    void anotherUnitFindsNothing(ConfigurableApplicationContext application) {
        DossierCode code = any();
        dossiers.take(unit, line(code, "Phạm Thị Kín", "030085000999"), "system:list");
        UUID dossier = dossiers.find(unit, code).orElseThrow().id();
        UUID document = papers.paper(counter, "", "giay_khai_sinh", "");
        dossiers.choose(document, dossier, "", "lan");
        UUID other = new Papers(application).counter().unitId();
        try (var bound = Scope.bind(Scope.of(Set.of(other)))) {
            bound.keep();
            assertThat(dossiers.view(dossier)).isEmpty();
            assertThat(dossiers.find(unit, code)).isEmpty();
            assertThat(dossiers.list(DossierSearch.ALL, Optional.empty(), 10)).isEmpty();
            assertThat(dossiers.attachments(dossier)).isEmpty();
            assertThat(dossiers.attachedTo(document)).isEmpty();
            assertThatExceptionOfType(Failure.BadInput.class).isThrownBy(() -> dossiers.checklist(dossier));
            assertThatExceptionOfType(Failure.BadInput.class)
                    .isThrownBy(() -> dossiers.choose(document, dossier, "", "mai"));
        }
    }

    @Test
    void aPaperIsNotPutOnTheDossierOfAnotherUnit(ConfigurableApplicationContext application) {
        UUID document = papers.paper(counter, "", "giay_khai_sinh", "");
        UUID other = new Papers(application).counter().unitId();
        UUID dossier = dossiers.open(other, DossierLine.of(any()), "mai").id();
        assertThatExceptionOfType(Failure.BadInput.class)
                .isThrownBy(() -> dossiers.choose(document, dossier, "", "mai"))
                .satisfies(refused -> assertThat(refused.reason().vi()).contains("Không thấy hồ sơ"));
        assertThat(dossiers.attachedTo(document)).isEmpty();
    }

    @Test
    void theChecklistTellsWhatIsThereMissingOptionalAndNotToBeAsked() {
        UUID dossier = birth(any());
        UUID notice = papers.paper(counter, "", "giay_chung_sinh", "");
        UUID strange = papers.paper(counter, "", "don_de_nghi", "");
        dossiers.attach(notice, dossier, Attachment.How.COVER, "system:filing");
        dossiers.attach(strange, dossier, Attachment.How.COVER, "system:filing");
        Checklist checklist = dossiers.checklist(dossier);
        assertThat(checklist.lines())
                .extracting(line -> line.component().code() + " " + line.standing())
                .containsExactly(
                        "to_khai MISSING",
                        "giay_chung_sinh THERE",
                        "giay_uy_quyen OPTIONAL",
                        "giay_to_tuy_than MUST_NOT_ASK",
                        "giay_chung_nhan_ket_hon MUST_NOT_ASK");
        assertThat(checklist.lines().get(1).documents())
                .extracting(Attachment::document)
                .containsExactly(notice);
        assertThat(checklist.lines().get(3).component().mustNotAsk())
                .hasValueSatisfying(basis -> assertThat(basis).contains("Luật Căn cước"));
        assertThat(checklist.others()).extracting(Attachment::document).containsExactly(strange);
        assertThat(checklist.isComplete()).isFalse();
    }

    @Test
    void aDiscardedPaperIsMissingAgain() {
        UUID dossier = birth(any());
        UUID notice = papers.paper(counter, "", "giay_chung_sinh", "");
        dossiers.attach(notice, dossier, Attachment.How.COVER, "system:filing");
        database.sql("update document set state = 'DISCARDED' where id = ?")
                .param(notice)
                .update();
        assertThat(dossiers.checklist(dossier).lines().get(1).standing()).isEqualTo(Checklist.Standing.MISSING);
    }

    @Test
    void aProcedureToldLaterPutsThePapersInTheirPlaces() {
        DossierCode code = any();
        UUID dossier = dossiers.named(unit, code, "system:filing").id();
        UUID notice = papers.paper(counter, "", "giay_chung_sinh", "");
        dossiers.attach(notice, dossier, Attachment.How.FOLDER, "system:filing");
        assertThat(dossiers.checklist(dossier).others()).hasSize(1);
        dossiers.take(unit, new DossierLine(code, BIRTH, "", "", Optional.empty()), "system:list");
        assertThat(dossiers.attachedTo(notice).orElseThrow().component()).isEqualTo("giay_chung_sinh");
    }

    @Test
    void aPaperOfAnotherTypeFindsItsPlaceAnewUnlessAPersonChoseIt() {
        UUID dossier = birth(any());
        UUID paper = papers.paper(counter, "", "giay_chung_sinh", "");
        dossiers.attach(paper, dossier, Attachment.How.COVER, "system:filing");
        database.sql("update document set type = 'giay_uy_quyen' where id = ?")
                .param(paper)
                .update();
        dossiers.retyped(paper);
        assertThat(dossiers.attachedTo(paper).orElseThrow().component()).isEqualTo("giay_uy_quyen");
        dossiers.choose(paper, dossier, "to_khai", "lan");
        dossiers.retyped(paper);
        assertThat(dossiers.attachedTo(paper).orElseThrow().component()).isEqualTo("to_khai");
    }

    @Test
    void aPersonsChoiceStaysAndWhatTheyTookAwayStaysAway() {
        UUID first = birth(any());
        UUID second = birth(any());
        UUID document = papers.paper(counter, "", "giay_chung_sinh", "");
        dossiers.attach(document, first, Attachment.How.NUMBER, "system:filing");
        dossiers.choose(document, second, "giay_uy_quyen", "lan");
        dossiers.attach(document, first, Attachment.How.FOLDER, "system:filing");
        Attachment now = dossiers.attachedTo(document).orElseThrow();
        assertThat(now.dossier()).isEqualTo(second);
        assertThat(now.component()).isEqualTo("giay_uy_quyen");
        assertThat(now.how()).isEqualTo(Attachment.How.PERSON);
        assertThat(now.actor()).isEqualTo("lan");
        dossiers.detach(document, "mai");
        dossiers.attach(document, first, Attachment.How.FOLDER, "system:filing");
        assertThat(dossiers.attachedTo(document)).isEmpty();
        assertThat(audit(document))
                .containsSubsequence(
                        "system:filing DOCUMENT_ATTACHED", "lan DOCUMENT_ATTACHED", "mai DOCUMENT_DETACHED");
    }

    @Test
    void aComponentThatTheProcedureDoesNotHaveIsRefused() {
        UUID dossier = birth(any());
        UUID document = papers.paper(counter, "", "giay_chung_sinh", "");
        assertThatExceptionOfType(Failure.BadInput.class)
                .isThrownBy(() -> dossiers.choose(document, dossier, "ban_chinh", "lan"));
    }

    @Test
    void anEmptyComponentIsTakenBeforeAFullOneAndANamedOneBeforeAny() {
        UUID copies = dossiers.open(unit, new DossierLine(any(), "2.000815", "", "", Optional.empty()), "lan")
                .id();
        UUID card = papers.paper(counter, "", "can_cuoc_cong_dan", "");
        UUID original = papers.paper(counter, "", "giay_khai_sinh", "");
        dossiers.attach(card, copies, Attachment.How.COVER, "system:filing");
        dossiers.attach(original, copies, Attachment.How.COVER, "system:filing");
        assertThat(dossiers.attachedTo(card).orElseThrow().component()).isEqualTo("giay_to_tuy_than");
        assertThat(dossiers.attachedTo(original).orElseThrow().component()).isEqualTo("ban_chinh");
    }

    private UUID birth(DossierCode code) {
        return dossiers.open(unit, new DossierLine(code, BIRTH, "", "", Optional.empty()), "lan")
                .id();
    }

    private List<String> search(String code, String name, String number) {
        try (var bound = Scope.bind(Scope.of(Set.of(unit)))) {
            bound.keep();
            return dossiers
                    .list(
                            new DossierSearch(code, name, number, Optional.of(DossierView.State.OPEN)),
                            Optional.empty(),
                            10)
                    .stream()
                    .map(DossierView::canonical)
                    .toList();
        }
    }

    private List<String> audit(UUID subject) {
        return database.sql("select actor || ' ' || action from audit_entry where subject_id = ? order by id")
                .param(subject)
                .query(String.class)
                .list();
    }

    private static DossierLine line(DossierCode code, String name, String number) {
        return new DossierLine(code, BIRTH, name, number, Optional.empty());
    }

    private static DossierCode any() {
        return code("H23.18-260930-" + (2000 + NUMBER.incrementAndGet()));
    }

    private static DossierCode code(String text) {
        return DossierCode.parse(text).orElseThrow();
    }
}
