package vn.sohoa.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.sohoa.intake.FreeSpace;
import vn.sohoa.intake.Inbox;
import vn.sohoa.intake.Pause;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;
import vn.sohoa.scan.Beat;
import vn.sohoa.scan.Board;
import vn.sohoa.scan.Day;
import vn.sohoa.scan.Patience;
import vn.sohoa.scan.Pulse;
import vn.sohoa.scan.ScanFilter;
import vn.sohoa.scan.ScanLine;
import vn.sohoa.scan.Trouble;

/** The status page, and the part of it that comes again every few seconds. */
@Controller
class StatusController {
    private static final int TROUBLES = 20;
    private static final int NEWEST = 15;

    private final Board board;
    private final Pulse pulse;
    private final Patience patience;
    private final ObjectProvider<FreeSpace> space;
    private final ObjectProvider<Pause> pause;
    private final ObjectProvider<Inbox> inbox;
    private final Words.Wording wording;
    private final ZoneId zone;

    StatusController(
            Board board,
            Pulse pulse,
            Patience patience,
            ObjectProvider<FreeSpace> space,
            ObjectProvider<Pause> pause,
            ObjectProvider<Inbox> inbox,
            Words.Wording wording,
            ZoneId zone) {
        this.board = board;
        this.pulse = pulse;
        this.patience = patience;
        this.space = space;
        this.pause = pause;
        this.inbox = inbox;
        this.wording = wording;
        this.zone = zone;
    }

    @GetMapping("/")
    String page(Model model, Locale locale, @AuthenticationPrincipal Person person) {
        return show("status", model, locale, person);
    }

    @GetMapping("/status")
    String again(Model model, Locale locale, @AuthenticationPrincipal Person person) {
        return show("status :: live", model, locale, person);
    }

    private String show(String view, Model model, Locale locale, Person person) {
        model.addAttribute("standings", Standing.values());
        model.addAttribute("status", status(wording.in(locale), person));
        return view;
    }

    private StatusPage status(Words words, Person person) {
        Day day = Day.of(words.now(), zone);
        List<StatusPage.Counted> today = board.arrivals(Optional.empty(), day).stream()
                .map(StatusPage.Counted::of)
                .toList();
        List<Trouble> troubles = board.troubles(Optional.empty(), Optional.empty(), TROUBLES + 1);
        List<Beat> beats = pulse.stages();
        String verdict = StatusPage.verdict(beats, patience, words);
        return new StatusPage(
                words.date(day.date()),
                words.time(words.now()),
                verdict,
                words.text("verdict." + verdict),
                Stream.concat(
                                space.stream().flatMap(one -> one.paused().stream()),
                                pause.stream().flatMap(one -> one.reason().stream()))
                        .findFirst()
                        .map(words::reason)
                        .orElse(""),
                inbox.stream()
                        .filter(one -> person.has(Role.UNIT_ADMIN, Units.ROOT)) // it may be anybody's, and named so
                        .findFirst()
                        .map(one -> StatusPage.MisplacedRows.of(one.misplaced(), words))
                        .orElse(StatusPage.MisplacedRows.NONE),
                today,
                StatusPage.sums(today),
                today.stream().mapToLong(StatusPage.Counted::total).sum(),
                troubles.stream()
                        .limit(TROUBLES)
                        .map(trouble -> ScanRows.of(trouble, words))
                        .toList(),
                troubles.size() > TROUBLES,
                beats.stream()
                        .map(beat -> StatusPage.StageRow.of(beat, patience, words))
                        .toList(),
                newest(words));
    }

    /** The newest scans, with what should better be scanned again while the citizen is still there. */
    private List<ScanRows.Row> newest(Words words) {
        List<ScanLine> scans = board.scans(ScanFilter.ALL, Optional.empty(), NEWEST);
        Map<UUID, List<Trouble.Parts>> flaws = board.flaws(scans);
        return scans.stream()
                .map(scan -> ScanRows.of(scan, flaws.getOrDefault(scan.id(), List.of()), words))
                .toList();
    }
}
