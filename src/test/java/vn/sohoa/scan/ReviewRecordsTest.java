package vn.sohoa.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Scope;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.scan.FieldAnswers.Word;
import vn.sohoa.scan.FieldView.Standing;

/** What the records promise to a person at the review desk. */
@ExtendWith(QuietApplication.class)
class ReviewRecordsTest {
    private static final String NAME = "Nguyễn Thị Hường";

    private Papers papers;
    private Counter counter;
    private Desk desk;
    private FieldAnswers answers;
    private Recuts recuts;
    private Verdicts verdicts;
    private Scans scans;
    private Fields fields;
    private Claims claims;
    private QuietApplication.HandClock clock;
    private JdbcTemplate owner;
    private Person lan;
    private Person minh;

    @BeforeEach
    void begin(ConfigurableApplicationContext application) {
        papers = new Papers(application);
        counter = papers.counter();
        desk = application.getBean(Desk.class);
        answers = application.getBean(FieldAnswers.class);
        recuts = application.getBean(Recuts.class);
        verdicts = application.getBean(Verdicts.class);
        scans = application.getBean(Scans.class);
        fields = application.getBean(Fields.class);
        claims = application.getBean(Claims.class);
        clock = application.getBean(QuietApplication.HandClock.class);
        owner = new JdbcTemplate(application.getBean("owner", javax.sql.DataSource.class));
        lan = clerk("lan");
        minh = clerk("minh");
    }

    private Person clerk(String name) {
        return new Person(Ids.next(), name, name, Map.of(Role.CLERK, Set.of(counter.unitId())), false);
    }

    private DocumentView document(UUID id) {
        return scans.document(id).orElseThrow();
    }

    private Edit edit(UUID id, Person person) {
        return new Edit(id, document(id).version(), person);
    }

    private FieldView field(UUID id, String code) {
        return fields.of(id).stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static ReasonCode why(Throwable thrown) {
        return ((Failure) thrown).reason().code();
    }

    @Test
    void twoPeopleGetDifferentDocumentsAndEachTheirOwnAgain() {
        UUID first = papers.birth(counter, NAME);
        UUID second = papers.birth(counter, NAME);
        assertThat(desk.next(lan)).contains(first);
        assertThat(desk.next(minh)).contains(second);
        assertThat(desk.next(lan)).contains(first);
        assertThat(desk.next(minh)).contains(second);
        assertThat(desk.next(clerk("hoa"))).isEmpty();
        assertThatThrownBy(() -> desk.take(first, minh))
                .satisfies(thrown -> assertThat(why(thrown)).isEqualTo(ReasonCode.REVIEW_TAKEN))
                .hasMessageContaining("lan");
        desk.leave(first, lan);
        assertThat(desk.next(clerk("hoa"))).contains(first);
    }

    @Test
    void aDeskWithoutASignOfLifeIsClearedAfterTenMinutes() {
        UUID document = papers.birth(counter, NAME);
        desk.take(document, lan);
        clock.forward(Duration.ofMinutes(9));
        desk.take(document, lan);
        clock.forward(Duration.ofMinutes(9));
        assertThatThrownBy(() -> desk.take(document, minh)).isInstanceOf(Conflict.class);
        clock.forward(Duration.ofMinutes(2));
        assertThat(desk.next(minh)).contains(document);
        assertThatThrownBy(() -> answers.say(edit(document, lan), "ho_ten", Word.ACCEPT, ""))
                .satisfies(thrown -> assertThat(why(thrown)).isEqualTo(ReasonCode.REVIEW_TAKEN));
    }

    @Test
    void pagesOfRegisterBooksAndOtherUnitsAreNotOnTheDesk() {
        Counter books = papers.counter(counter.unit().text(), Desk.BOOKS_COUNTER);
        papers.birth(books, NAME);
        papers.birth(papers.counter(), NAME);
        assertThat(desk.next(lan)).isEmpty();
        assertThat(desk.count(lan)).isZero();
        UUID document = papers.birth(counter, NAME);
        assertThat(desk.list(lan, 10)).extracting(Desk.Waiting::id).containsExactly(document);
        Scope elsewhere = Scope.of(Set.of(papers.counter().unitId()));
        assertThat(Scope.in(elsewhere, () -> scans.document(document))).isEmpty();
        assertThat(Scope.in(elsewhere, () -> fields.of(document))).isEmpty();
    }

    @Test
    void anOlderVersionChangesNothing() {
        UUID document = papers.birth(counter, NAME);
        Edit seen = edit(document, lan);
        answers.say(seen, "ho_ten", Word.CORRECT, "Trần Thị Mai");
        assertThatThrownBy(() -> answers.say(seen, "ho_ten", Word.CORRECT, "Trần Thị Hoa"))
                .satisfies(thrown -> assertThat(why(thrown)).isEqualTo(ReasonCode.REVIEW_STALE));
        assertThat(field(document, "ho_ten").value()).isEqualTo("Trần Thị Mai");
    }

    @Test
    void aWordWhoseAnswerWasLostIsHeardOnceWhenItIsSaidAgain() {
        UUID document = papers.birth(counter, NAME);
        Edit seen = edit(document, lan);
        answers.say(seen, "ho_ten", Word.CORRECT, "Trần Thị Mai");
        assertThat(answers.say(seen, "ho_ten", Word.CORRECT, "Trần Thị Mai")).isPresent();
        assertThat(document(document).version()).isEqualTo(seen.version() + 1);
        answers.say(edit(document, lan), "noi_sinh", Word.ABSENT, "");
        assertThatThrownBy(() -> answers.say(seen, "ho_ten", Word.CORRECT, "Trần Thị Mai"))
                .as("something else was said meanwhile")
                .satisfies(thrown -> assertThat(why(thrown)).isEqualTo(ReasonCode.REVIEW_STALE));
    }

    @Test
    void aPersonsValueIsNeverOverwrittenByAMachine() {
        UUID document = papers.birth(counter, NAME);
        UUID page = document(document).pages().get(0);
        answers.say(edit(document, lan), "ho_ten", Word.CORRECT, "Nguyễn Thị Hằng");
        answers.say(edit(document, lan), "ngay_sinh", Word.ACCEPT, "");
        answers.say(edit(document, lan), "noi_sinh", Word.ABSENT, "");
        recuts.type(edit(document, lan), "don_de_nghi");
        assertThat(document(document).state()).isEqualTo(State.RECUT);
        papers.extracted(
                document,
                DocumentType.told("giay_khai_sinh", 1, "a machine"),
                List.of(
                        new FieldValue(
                                "ho_ten",
                                "NGUYỄN THỊ HƯƠNG",
                                "",
                                1,
                                FieldValue.Source.QR,
                                Optional.of(page),
                                Optional.empty(),
                                false,
                                ""),
                        new FieldValue(
                                "ngay_sinh",
                                "01/01/2001",
                                "",
                                1,
                                FieldValue.Source.QR,
                                Optional.of(page),
                                Optional.empty(),
                                false,
                                "")));
        assertThat(document(document).state()).isEqualTo(State.IN_REVIEW);
        assertThat(document(document).type()).isEqualTo("don_de_nghi");
        assertThat(document(document).kind().by()).isEqualTo("lan");
        assertThat(field(document, "ho_ten").value()).isEqualTo("Nguyễn Thị Hằng");
        assertThat(field(document, "ngay_sinh").value()).isEqualTo("05/11/1992");
        assertThat(field(document, "noi_sinh").standing()).isEqualTo(Standing.ABSENT);
        assertThat(fields.of(document)).extracting(FieldView::code).doesNotContain("gioi_tinh");
        answers.say(edit(document, lan), "ho_ten", Word.UNDO, "");
        assertThat(field(document, "ho_ten").value()).isEqualTo("NGUYỄN THỊ HƯƠNG");
    }

    @Test
    void aTurnedPageIsReadAnewBeforeItsDocument() {
        UUID document = papers.birth(counter, NAME);
        UUID page = document(document).pages().get(0);
        recuts.turn(edit(document, lan), page, 1);
        assertThat(scans.page(page).orElseThrow().turn()).isEqualTo(90);
        assertThat(scans.page(page).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThatThrownBy(() -> claims.extract(document.toString())).isInstanceOf(Conflict.class);
        papers.read(page, "GIẤY KHAI SINH");
        papers.extracted(document, DocumentType.untold("giay_khai_sinh"), List.of());
        assertThat(document(document).state()).as("it gets its file anew").isEqualTo(State.CUT);
        papers.rendered(document);
        assertThat(document(document).state()).isEqualTo(State.IN_REVIEW);
        recuts.turn(edit(document, lan), page, -1);
        assertThat(scans.page(page).orElseThrow().turn()).isZero();
    }

    @Test
    void aDocumentIsSplitAndJoinedAndItsPagesAreInOneThatCounts() {
        UUID scan = papers.received(counter, "SCN_stack.pdf");
        List<UUID> pages = papers.split(scan, List.of("một", "hai", "ba"));
        pages.forEach(page -> papers.read(page, "chữ"));
        UUID whole = Ids.next();
        papers.render(
                scan,
                List.of(new NewDocument(
                        whole,
                        DocumentType.told("giay_khai_sinh", 1, ""),
                        "",
                        pages,
                        Papers.birthFields(pages.get(1), NAME))));
        answers.say(edit(whole, lan), "ho_ten", Word.CORRECT, "Lê Thị Na");
        assertThatThrownBy(() -> recuts.split(edit(whole, lan), pages.get(0))).isInstanceOf(BadInput.class);
        List<UUID> two = recuts.split(edit(whole, lan), pages.get(1));
        assertThat(document(whole).state()).isEqualTo(State.REPLACED);
        assertThat(document(two.get(0)).pages()).containsExactly(pages.get(0));
        assertThat(document(two.get(1)).pages()).containsExactly(pages.get(1), pages.get(2));
        assertThat(field(two.get(1), "ho_ten").value()).as("goes with its page").isEqualTo("Lê Thị Na");
        for (UUID part : two) {
            papers.extracted(part, DocumentType.untold("don_de_nghi"), List.of());
            papers.rendered(part);
        }
        assertThatThrownBy(() -> recuts.join(edit(two.get(0), lan), false)).isInstanceOf(BadInput.class);
        UUID joined = recuts.join(edit(two.get(0), lan), true);
        assertThat(document(joined).pages()).isEqualTo(pages);
        assertThat(field(joined, "ho_ten").value()).isEqualTo("Lê Thị Na");
        assertThat(owner.queryForObject(
                        "select count(*) from document_page where live and page_id = ?", Integer.class, pages.get(0)))
                .isEqualTo(1);
        assertThat(scans.scan(scan).orElseThrow().state()).isEqualTo(State.IN_REVIEW);
    }

    @Test
    void aDocumentIsConfirmedWhenEveryFieldIsAnswered() {
        UUID document = papers.birth(counter, NAME);
        assertThatThrownBy(() -> verdicts.confirm(edit(document, lan), Set.of("ho_ten", "que_quan")))
                .satisfies(thrown ->
                        assertThat(((Failure) thrown).reason()).isEqualTo(Reason.of(ReasonCode.FIELDS_OPEN, 3)));
        assertThat(document(document).state()).isEqualTo(State.IN_REVIEW);
        answers.say(edit(document, lan), "ho_ten", Word.ACCEPT, "");
        answers.say(edit(document, lan), "ngay_sinh", Word.ILLEGIBLE, "");
        answers.say(edit(document, lan), "que_quan", Word.CORRECT, " Hà Nội ");
        assertThat(field(document, "que_quan").value()).isEqualTo("Hà Nội");
        verdicts.confirm(edit(document, lan), Set.of("ho_ten", "que_quan"));
        assertThat(document(document).state()).isEqualTo(State.CONFIRMED);
        assertThat(scans.confirmation(document).orElseThrow().by()).isEqualTo("lan");
        assertThatThrownBy(() -> answers.say(edit(document, lan), "ho_ten", Word.UNDO, ""))
                .satisfies(thrown -> assertThat(why(thrown)).isEqualTo(ReasonCode.REVIEW_OVER));
    }

    @Test
    void aScanIsFiledWhenPersonsHaveEndedAllOfItsDocuments() {
        UUID scan = papers.received(counter, "SCN_two.pdf");
        List<UUID> pages = papers.split(scan, List.of("một", "hai"));
        pages.forEach(page -> papers.read(page, "chữ"));
        UUID one = Ids.next();
        UUID two = Ids.next();
        papers.render(
                scan,
                List.of(
                        new NewDocument(one, DocumentType.untold("unknown"), "", List.of(pages.get(0)), List.of()),
                        new NewDocument(two, DocumentType.untold("unknown"), "", List.of(pages.get(1)), List.of())));
        assertThatThrownBy(() -> verdicts.confirm(edit(one, lan), Set.of()))
                .satisfies(thrown -> assertThat(why(thrown)).isEqualTo(ReasonCode.TYPE_UNKNOWN));
        verdicts.discard(edit(one, lan), Reason.of(ReasonCode.DISCARD_TEST, "thử máy"));
        assertThat(scans.scan(scan).orElseThrow().state()).isEqualTo(State.IN_REVIEW);
        verdicts.sendBack(edit(two, lan), Reason.of(ReasonCode.RESCAN_BLURRED, ""));
        assertThat(document(two).reason().orElseThrow().code()).isEqualTo(ReasonCode.RESCAN_BLURRED);
        assertThat(scans.scan(scan).orElseThrow().state()).isEqualTo(State.FILED);
        assertThat(owner.queryForList(
                        "select actor from history where subject_id = ? and to_state = 'FILED'", String.class, scan))
                .containsExactly("lan");
    }
}
