package vn.sohoa.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;
import vn.sohoa.scan.Board;
import vn.sohoa.scan.Day;
import vn.sohoa.scan.ScanFilter;
import vn.sohoa.scan.ScanLine;

/** The list of scans, newest first, a page at a time. */
@Controller
class ListController {
    private static final int LINES = 50;
    private static final int COUNTERS = 500;

    private final Board board;
    private final Counters counters;
    private final Words.Wording wording;
    private final ZoneId zone;

    ListController(Board board, Counters counters, Words.Wording wording, ZoneId zone) {
        this.board = board;
        this.counters = counters;
        this.wording = wording;
        this.zone = zone;
    }

    /** What was asked for, as it stands in the address. */
    record Asked(
            @Nullable UUID unit,
            @Nullable UUID counter,
            @Nullable Standing standing,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @Nullable UUID after) {
        ScanFilter filter(ZoneId zone) {
            return new ScanFilter(
                    Optional.ofNullable(unit),
                    Optional.ofNullable(counter),
                    standing == null ? Set.of() : standing.states(),
                    Optional.ofNullable(day).map(date -> new Day(date, zone)));
        }

        String next(UUID last) {
            return UriComponentsBuilder.fromPath("/scans")
                    .queryParamIfPresent("unit", Optional.ofNullable(unit))
                    .queryParamIfPresent("counter", Optional.ofNullable(counter))
                    .queryParamIfPresent("standing", Optional.ofNullable(standing))
                    .queryParamIfPresent("day", Optional.ofNullable(day))
                    .queryParam("after", last)
                    .toUriString();
        }
    }

    @GetMapping("/scans")
    String list(Asked asked, Model model, Locale locale) {
        Words words = wording.in(locale);
        List<ScanLine> lines = board.scans(asked.filter(zone), Optional.ofNullable(asked.after()), LINES + 1);
        List<ScanLine> shown = lines.subList(0, Math.min(LINES, lines.size()));
        model.addAttribute("asked", asked);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("counters", choices());
        model.addAttribute(
                "rows", shown.stream().map(scan -> ScanRows.of(scan, words)).toList());
        model.addAttribute(
                "next", lines.size() > LINES ? asked.next(shown.get(LINES - 1).id()) : "");
        return "scans";
    }

    /** A counter to choose. */
    record Choice(UUID id, UUID unitId, String unit, String name) {
        static Choice of(Counter counter) {
            return new Choice(
                    counter.id(), counter.unitId(), counter.unit().text(), counter.unit() + " / " + counter.code());
        }
    }

    private List<Choice> choices() {
        return counters.all(COUNTERS).stream().map(Choice::of).toList();
    }
}
