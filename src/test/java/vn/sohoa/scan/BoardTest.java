package vn.sohoa.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Counter;

@ExtendWith(QuietApplication.class)
class BoardTest {
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Papers papers;
    private Board board;
    private JdbcClient database;
    private Counter counter;

    @BeforeEach
    void begin(ConfigurableApplicationContext application) {
        papers = new Papers(application);
        board = application.getBean(Board.class);
        database = JdbcClient.create(application.getBean("owner", DataSource.class));
        counter = papers.counter();
    }

    @Test
    void theDayBeginsWhereTheOfficeIs() {
        UUID before = papers.received(counter, "before.pdf");
        UUID after = papers.received(counter, "after.pdf");
        came(before, "2030-05-01T16:59:59.999999Z");
        came(after, "2030-05-01T17:00:00Z");
        Day first = new Day(LocalDate.of(2030, 5, 1), OFFICE);
        Day second = Day.of(Instant.parse("2030-05-01T17:00:00Z"), OFFICE);
        assertThat(second.date()).isEqualTo(LocalDate.of(2030, 5, 2));
        assertThat(board.scans(filter(Set.of(), Optional.of(first)), Optional.empty(), 10))
                .extracting(ScanLine::id)
                .containsExactly(before);
        assertThat(board.arrivals(Optional.of(counter.unitId()), second))
                .singleElement()
                .satisfies(day -> assertThat(day.counts()).isEqualTo(Map.of(State.RECEIVED, 1L)));
    }

    @Test
    void pagesOfAListMissNothingAndRepeatNothing() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(0, papers.received(counter, "a.pdf"));
        }
        List<UUID> seen = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        for (int page = 0; page < 3; page++) {
            List<ScanLine> lines = board.scans(filter(Set.of(State.RECEIVED), Optional.empty()), after, 3);
            lines.forEach(line -> seen.add(line.id()));
            after = Optional.of(lines.get(lines.size() - 1).id());
        }
        assertThat(seen).isEqualTo(ids);
        assertThat(board.scans(filter(Set.of(), Optional.empty()), after, 3)).isEmpty();
    }

    @Test
    void troublesTellTheReasonsOfTheirParts() {
        UUID scan = papers.received(counter, "a.pdf");
        List<UUID> pages = papers.split(scan, List.of("1", "2", "3", "4"));
        papers.refusePage(pages.get(1), Reason.of(ReasonCode.NO_TEXT));
        papers.refusePage(pages.get(2), Reason.of(ReasonCode.NO_TEXT));
        papers.refusePage(pages.get(3), Reason.of(ReasonCode.PAGE_TIMEOUT, "60 s"));
        papers.read(pages.get(0), "1");
        papers.render(scan, List.of(pages.get(0)), new byte[] {1});
        UUID refused = papers.quarantined(counter, "b.pdf", Reason.of(ReasonCode.EMPTY_FILE));
        papers.reviewed(counter, "c.pdf", "fine");

        List<Trouble> troubles = board.troubles(Optional.of(counter.unitId()), Optional.empty(), 10);
        assertThat(troubles).extracting(trouble -> trouble.scan().id()).containsExactly(refused, scan);
        assertThat(troubles.get(0).parts()).isEmpty();
        assertThat(troubles.get(0).scan().reason()).contains(Reason.of(ReasonCode.EMPTY_FILE));
        assertThat(troubles.get(1).parts())
                .containsExactly(
                        new Trouble.Parts(Subject.PAGE, Optional.of(Reason.of(ReasonCode.NO_TEXT)), 2, 1),
                        new Trouble.Parts(Subject.PAGE, Optional.of(Reason.of(ReasonCode.PAGE_TIMEOUT, "60 s")), 1, 3));
        assertThat(board.stuckParts(scan)).isEqualTo(troubles.get(1).parts());
    }

    @Test
    void theHistoryGoesOnWithoutAGap() {
        UUID scan = papers.reviewed(counter, "a.pdf", "1", "2", "3");
        List<HistoryLine> all = board.history(scan, Optional.empty(), 1000);
        List<HistoryLine> parts = new ArrayList<>();
        Optional<UUID> before = Optional.empty();
        for (List<HistoryLine> part = board.history(scan, before, 4);
                !part.isEmpty();
                part = board.history(scan, before, 4)) {
            parts.addAll(part);
            before = Optional.of(part.get(part.size() - 1).id());
        }
        assertThat(parts).isEqualTo(all);
        assertThat(all).hasSizeGreaterThan(15);
        assertThat(all.get(0).to()).isEqualTo(State.IN_REVIEW);
        assertThat(all.get(all.size() - 1).from()).isEmpty();
    }

    private ScanFilter filter(Set<State> states, Optional<Day> day) {
        return new ScanFilter(Optional.empty(), Optional.of(counter.id()), states, day);
    }

    private void came(UUID scan, String at) {
        database.sql("update scan set created_at = ? where id = ?")
                .params(java.sql.Timestamp.from(Instant.parse(at)), scan)
                .update();
    }
}
