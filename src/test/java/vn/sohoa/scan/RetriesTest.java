package vn.sohoa.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;

/** What did not work out has a way back: a person has it tried again. */
@ExtendWith(QuietApplication.class)
class RetriesTest {
    private static final Reason WHY = Reason.of(ReasonCode.INTERNAL, "test");

    private Papers papers;
    private Counter counter;
    private Retries retries;
    private Recuts recuts;
    private Verdicts verdicts;
    private Desk desk;
    private Scans scans;
    private Claims claims;
    private JdbcTemplate owner;
    private Person lan;
    private Person minh;

    @BeforeEach
    void begin(ConfigurableApplicationContext application) {
        papers = new Papers(application);
        counter = papers.counter();
        retries = application.getBean(Retries.class);
        recuts = application.getBean(Recuts.class);
        verdicts = application.getBean(Verdicts.class);
        desk = application.getBean(Desk.class);
        scans = application.getBean(Scans.class);
        claims = application.getBean(Claims.class);
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

    private State scan(UUID id) {
        return scans.scan(id).orElseThrow().state();
    }

    private Edit edit(UUID id) {
        return new Edit(id, document(id).version(), lan);
    }

    private UUID cut(UUID scan, UUID... pages) {
        UUID id = Ids.next();
        understood(scan, new NewDocument(id, DocumentType.untold("don_de_nghi"), "", List.of(pages), List.of()));
        return id;
    }

    private void understood(UUID scan, NewDocument... documents) {
        papers.understood(scan, List.of(documents));
    }

    private void loseAllLives(UUID document, java.util.function.Function<String, Claim> claim) {
        claims.refuse(claim.apply(document.toString()), WHY);
        assertThat(document(document).state()).isEqualTo(State.STUCK);
    }

    @Test
    void aDocumentThatGotStuckAfterAChangeGoesBackToItsExtraction() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        UUID scan = document(document).scanId();
        recuts.type(edit(document), "don_de_nghi");
        owner.update("update document set lives = 1 where id = ?", document);
        claims.loseLife(claims.extract(document.toString()), WHY);
        assertThat(document(document).state()).isEqualTo(State.STUCK);
        assertThat(retries.list(lan, 10)).extracting(Retries.Stuck::id).containsExactly(document);
        assertThat(retries.list(lan, 10).get(0).reason()).contains(WHY);

        assertThat(retries.document(document, lan)).isEqualTo(scan);
        assertThat(document(document).state()).isEqualTo(State.RECUT);
        assertThat(owner.queryForObject("select lives from document where id = ?", Integer.class, document))
                .isEqualTo(3);
        assertThat(owner.queryForList(
                        "select actor from history where subject_id = ? and from_state = 'STUCK' and to_state = 'RECUT'",
                        String.class,
                        document))
                .containsExactly("lan");
        assertThat(owner.queryForList(
                        "select actor from audit_entry where subject_id = ? and action = 'DOCUMENT_TRIED_AGAIN'",
                        String.class,
                        document))
                .containsExactly("lan");
        assertThat(retries.list(lan, 10)).isEmpty();
        papers.extracted(document, DocumentType.untold("don_de_nghi"), List.of());
        assertThat(document(document).state()).isEqualTo(State.IN_REVIEW);
        assertThat(scan(scan)).isEqualTo(State.IN_REVIEW);
        assertThatThrownBy(() -> retries.document(document, lan)).isInstanceOf(Conflict.class);
    }

    @Test
    void aScanWhoseDocumentWasStuckAtTheEndComesToReviewWhenTheDocumentHasItsFile() {
        UUID scan = papers.received(counter, "SCN_1.pdf");
        List<UUID> pages = papers.split(scan, List.of("một", "hai"));
        pages.forEach(page -> papers.read(page, "chữ"));
        UUID one = Ids.next();
        UUID two = Ids.next();
        understood(
                scan,
                new NewDocument(one, DocumentType.untold("don_de_nghi"), "", List.of(pages.get(0)), List.of()),
                new NewDocument(two, DocumentType.untold("don_de_nghi"), "", List.of(pages.get(1)), List.of()));
        loseAllLives(one, claims::render);
        assertThatThrownBy(() -> retries.document(one, lan))
                .as("its scan has counted it and is still on its way")
                .isInstanceOf(Conflict.class);
        loseAllLives(two, claims::render);
        assertThat(scan(scan)).isEqualTo(State.STUCK);
        retries.document(one, lan);
        assertThat(document(one).state()).isEqualTo(State.CUT);
        papers.rendered(one);
        assertThat(scan(scan)).as("the other one is still stuck").isEqualTo(State.STUCK);
        retries.document(two, lan);
        papers.rendered(two);
        assertThat(scan(scan)).isEqualTo(State.IN_REVIEW);
    }

    @Test
    void aPageThatWasStuckIsReadAndItsDocumentWithIt() {
        UUID scan = papers.received(counter, "SCN_2.pdf");
        List<UUID> pages = papers.split(scan, List.of("một", "hai"));
        papers.read(pages.get(0), "chữ");
        papers.refusePage(pages.get(1), WHY);
        assertThatThrownBy(() -> retries.page(pages.get(1), lan)).isInstanceOf(Conflict.class);
        UUID document = cut(scan, pages.get(0), pages.get(1));
        papers.rendered(document);
        assertThat(scan(scan)).isEqualTo(State.STUCK);
        desk.take(document, minh);
        assertThatThrownBy(() -> retries.page(pages.get(1), lan))
                .as("it is on another desk")
                .hasMessageContaining("minh");
        desk.leave(document, minh);

        assertThat(retries.page(pages.get(1), lan)).isEqualTo(scan);
        assertThat(document(document).state()).isEqualTo(State.RECUT);
        assertThatThrownBy(() -> claims.extract(document.toString()))
                .as("the page comes first")
                .isInstanceOf(Conflict.class);
        papers.read(pages.get(1), "chữ");
        papers.extracted(document, DocumentType.untold("don_de_nghi"), List.of());
        assertThat(scan(scan)).isEqualTo(State.STUCK);
        papers.rendered(document);
        assertThat(document(document).state()).isEqualTo(State.IN_REVIEW);
        assertThat(scan(scan)).isEqualTo(State.IN_REVIEW);
    }

    @Test
    void aScanIsFiledWhenPersonsWereDoneBeforeItsLastPageWasRead() {
        UUID scan = papers.received(counter, "SCN_3.pdf");
        List<UUID> pages = papers.split(scan, List.of("một", "hai"));
        papers.read(pages.get(0), "chữ");
        papers.refusePage(pages.get(1), WHY);
        UUID document = cut(scan, pages.get(0), pages.get(1));
        papers.rendered(document);
        verdicts.discard(edit(document), Reason.of(ReasonCode.DISCARD_TEST, ""));
        assertThat(scan(scan)).isEqualTo(State.STUCK);
        retries.page(pages.get(1), lan);
        assertThat(document(document).state()).as("a person's word stays").isEqualTo(State.DISCARDED);
        papers.read(pages.get(1), "chữ");
        assertThat(scan(scan)).isEqualTo(State.FILED);
    }

    @Test
    void aPublicationThatGotStuckGoesOn() {
        UUID document = papers.birth(counter, "Nguyễn Thị Hường");
        owner.update("update document set state = 'CONFIRMED' where id = ?", document);
        loseAllLives(document, claims::publish);
        retries.document(document, lan);
        assertThat(document(document).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void aScanThatGotStuckBeforeItHadPapersGoesBackToItsStage() {
        UUID scan = papers.received(counter, "SCN_4.pdf");
        owner.update("update scan set lives = 1 where id = ?", scan);
        claims.loseLife(claims.split(scan.toString()), WHY);
        assertThat(retries.list(lan, 10)).extracting(Retries.Stuck::id).containsExactly(scan);
        assertThat(retries.isWhole(scans.scan(scan).orElseThrow())).isTrue();
        retries.scan(scan, lan);
        assertThat(scan(scan)).isEqualTo(State.RECEIVED);
        assertThat(retries.list(lan, 10)).isEmpty();

        UUID page = papers.split(scan, List.of("một")).get(0);
        papers.read(page, "chữ");
        owner.update("update scan set lives = 1 where id = ?", scan);
        claims.loseLife(claims.understand(scan.toString()), WHY);
        assertThat(scan(scan)).isEqualTo(State.STUCK);
        retries.scan(scan, lan);
        assertThat(scan(scan)).isEqualTo(State.READ);
        UUID document = cut(scan, page);
        papers.rendered(document);
        assertThat(scan(scan)).isEqualTo(State.IN_REVIEW);
        assertThatThrownBy(() -> retries.scan(scan, lan)).isInstanceOf(Conflict.class);
    }
}
