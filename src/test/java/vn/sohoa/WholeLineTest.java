package vn.sohoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.review.Review;
import vn.sohoa.scan.Desk;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.FieldAnswers;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.Recuts;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;

/** A dropped sample through every stage, with a person in between: to the shared data set, where it is found. */
@ExtendWith(RunningApplication.class)
class WholeLineTest {
    private static final Duration LONG = Duration.ofSeconds(150);

    private Scans scans;
    private JdbcTemplate owner;

    @Test
    void aDroppedPaperIsReviewedTurnedCorrectedAndFound(ConfigurableApplicationContext application) throws Exception {
        scans = application.getBean(Scans.class);
        owner = new JdbcTemplate(application.getBean("owner", javax.sql.DataSource.class));
        Papers papers = new Papers(application);
        Counter counter = papers.counter("ubnd-ca-duong-day", "quay-1");
        Path inbox =
                Path.of(application.getEnvironment().getProperty("sohoa.data"), "inbox", "ubnd-ca-duong-day", "quay-1");
        Files.createDirectories(inbox);
        Files.copy(Path.of("src/test/resources/samples/d00_giay_khai_sinh.jpg"), inbox.resolve("SCN_0001.jpg"));
        Person lan = new Person(Ids.next(), "lan", "Lan", Map.of(Role.CLERK, Set.of(counter.unitId())), false);
        Desk desk = application.getBean(Desk.class);
        until("it waits for a person", () -> desk.next(lan).isPresent());
        UUID id = desk.next(lan).orElseThrow();
        Review review = application.getBean(Review.class);
        review.say(edit(id, lan), "ho_ten", FieldAnswers.Word.CORRECT, "Nguyễn Thử Đường Dây");

        Recuts recuts = application.getBean(Recuts.class);
        UUID page = document(id).pages().get(0);
        recuts.turn(edit(id, lan), page, 2);
        until("it comes back, read upside down", () -> document(id).state() == State.IN_REVIEW);
        recuts.turn(edit(id, lan), page, 2);
        until("it comes back again", () -> document(id).state() == State.IN_REVIEW);
        if (!document(id).type().equals("giay_khai_sinh")) {
            review.type(edit(id, lan), "giay_khai_sinh");
            until("it is read as what it is", () -> document(id).state() == State.IN_REVIEW);
        }
        for (var line : review.sheet(document(id), lan).lines()) {
            boolean open = line.known()
                    .map(view -> view.standing() == FieldView.Standing.PENDING)
                    .orElse(line.required());
            if (open) {
                String found = line.known().map(view -> view.found().value()).orElse("");
                review.say(
                        edit(id, lan),
                        line.code(),
                        found.isEmpty() ? FieldAnswers.Word.ABSENT : FieldAnswers.Word.ACCEPT,
                        "");
            }
        }
        assertThat(application.getBean(Fields.class).of(id))
                .filteredOn(field -> field.code().equals("ho_ten"))
                .singleElement()
                .satisfies(field -> assertThat(field.value()).isEqualTo("Nguyễn Thử Đường Dây"));
        review.confirm(edit(id, lan));
        until("it is filed", () -> document(id).state() == State.FILED);
        vn.sohoa.dataset.Papers dataset = application.getBean(vn.sohoa.dataset.Papers.class);
        assertThat(dataset.find("thử đường dây", 5, 0)).singleElement().satisfies(paper -> {
            assertThat(paper.document()).isEqualTo(id);
            assertThat(paper.code()).contains("giay_khai_sinh");
        });
        assertThat(dataset.find("giay khai sinh", 5, 0)).isNotEmpty();
        assertThat(scans.scan(document(id).scanId()).orElseThrow().state()).isEqualTo(State.FILED);
    }

    private DocumentView document(UUID id) {
        return scans.document(id).orElseThrow();
    }

    private Edit edit(UUID id, Person person) {
        return new Edit(id, document(id).version(), person);
    }

    private void until(String fact, Callable<Boolean> holds) {
        Eventually.until(fact, LONG, holds, () -> owner.queryForList(
                        "select subject || ' ' || from_state || ' ' || to_state || ' ' || coalesce(reason_code, '') || ' '"
                                + " || coalesce(reason_detail, '') from history order by at desc limit 20",
                        String.class)
                .toString());
    }
}
