package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.common.Failure;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.register.Answer;
import vn.sohoa.register.Arbitrations;
import vn.sohoa.register.BookBoard;
import vn.sohoa.register.BookView;
import vn.sohoa.register.Hand;
import vn.sohoa.register.Keyings;
import vn.sohoa.register.Problem;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Scans;

/** Deciding what two people read differently: the page, both readings in no order, and a place for a third. */
@Controller
class DecideController {
    private static final String AGAIN = "redirect:/keying/decide";
    private static final String ELSEWHERE = "redirect:/keying/decide?elsewhere";
    private static final String OWN = "OWN";

    private final Arbitrations arbitrations;
    private final BookBoard board;
    private final Scans scans;
    private final Sheets sheets;
    private final Disclosure disclosure;
    private final Words.Wording wording;

    DecideController(
            Arbitrations arbitrations,
            BookBoard board,
            Scans scans,
            Sheets sheets,
            Disclosure disclosure,
            Words.Wording wording) {
        this.arbitrations = arbitrations;
        this.board = board;
        this.scans = scans;
        this.sheets = sheets;
        this.disclosure = disclosure;
        this.wording = wording;
    }

    private static Hand hand(Person person) {
        return new Hand(person.id(), person.name(), person.units(Role.ARBITER));
    }

    @GetMapping("/keying/decide")
    String next(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) Optional<String> elsewhere,
            Model model,
            Locale locale) {
        model.addAttribute("elsewhere", elsewhere.isPresent());
        return show(arbitrations.next(hand(person)), List.of(), model, locale);
    }

    private String show(Optional<Arbitrations.Dispute> next, List<Problem> problems, Model model, Locale locale) {
        model.addAttribute("waiting", next.isPresent());
        next.ifPresent(dispute -> {
            Words words = wording.in(locale);
            model.addAttribute("dispute", dispute);
            model.addAttribute("pageNumber", KeyingScreen.number(dispute.pageNumber()));
            model.addAttribute("bookKey", Label.of(dispute.bookKey()));
            model.addAttribute("register", KeyingScreen.label(dispute.form().label(), locale));
            model.addAttribute("disputes", KeyingScreen.disputes(dispute, problems, words, locale));
            model.addAttribute("settled", KeyingScreen.settled(dispute, words, locale));
        });
        return "decide";
    }

    /** The page that this person decides from; nobody else's. */
    @GetMapping("/keying/decide/{id}/image")
    void image(@AuthenticationPrincipal Person person, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        Keyings.Shown shown = arbitrations.page(hand(person), id).orElseThrow(DecideController::missing);
        PageView page = scans.page(shown.page()).orElseThrow(DecideController::missing);
        BookView book = board.book(shown.book()).orElseThrow(DecideController::missing);
        BookPictures.send(sheets, disclosure, page, book.unitId(), book.key(), response);
    }

    @PostMapping("/keying/decide/{id}/beat")
    ResponseEntity<String> beat(@AuthenticationPrincipal Person person, @PathVariable UUID id, Locale locale) {
        try {
            arbitrations.renew(hand(person), id);
            return ResponseEntity.ok("");
        } catch (Failure.Conflict failure) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .body(wording.in(locale).reason(failure.reason()));
        }
    }

    @PostMapping("/keying/decide/{id}")
    String decide(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> chosen,
            @RequestParam int version,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Hand hand = hand(person);
        try {
            List<Problem> problems = arbitrations.decide(hand, id, version, answers(chosen));
            if (problems.isEmpty()) {
                return AGAIN;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("elsewhere", false);
            return show(arbitrations.next(hand), problems, model, locale);
        } catch (Failure.Conflict | Failure.BadInput e) {
            return ELSEWHERE;
        }
    }

    /** This place on the page holds no case. */
    @PostMapping("/keying/decide/{id}/none")
    String none(@AuthenticationPrincipal Person person, @PathVariable UUID id, @RequestParam int version) {
        try {
            arbitrations.noCase(hand(person), id, version);
            return AGAIN;
        } catch (Failure.Conflict | Failure.BadInput e) {
            return ELSEWHERE;
        }
    }

    /** A choice is one of the two readings as it stood on the screen, or what the person typed. */
    private static Map<String, Answer> answers(Map<String, String> chosen) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        chosen.forEach((name, choice) -> {
            if (name.startsWith("choice.")) {
                String column = name.substring("choice.".length());
                Answer answer = choice.equals(OWN)
                        ? new Answer(
                                Answer.Kind.valueOf(chosen.getOrDefault("kind." + column, "VALUE")),
                                chosen.getOrDefault("text." + column, ""))
                        : reading(choice);
                if (!answer.nothing() && answer.kind() != Answer.Kind.NO_CASE) {
                    answers.put(column, answer);
                }
            }
        });
        return answers;
    }

    private static Answer reading(String choice) {
        int bar = choice.indexOf('|');
        return bar < 0
                ? new Answer(Answer.Kind.VALUE, "")
                : new Answer(Answer.Kind.valueOf(choice.substring(0, bar)), choice.substring(bar + 1));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
