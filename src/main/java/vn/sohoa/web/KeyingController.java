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
import vn.sohoa.register.BookBoard;
import vn.sohoa.register.BookView;
import vn.sohoa.register.Hand;
import vn.sohoa.register.Keyings;
import vn.sohoa.register.Problem;
import vn.sohoa.register.Task;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Scans;

/** Keying a case from its page. Nothing that anybody else keyed is anywhere on this screen. */
@Controller
class KeyingController {
    private static final String AGAIN = "redirect:/keying";
    private static final String ELSEWHERE = "redirect:/keying?elsewhere";

    private final Keyings keyings;
    private final BookBoard board;
    private final Scans scans;
    private final Sheets sheets;
    private final Disclosure disclosure;
    private final Words.Wording wording;

    KeyingController(
            Keyings keyings,
            BookBoard board,
            Scans scans,
            Sheets sheets,
            Disclosure disclosure,
            Words.Wording wording) {
        this.keyings = keyings;
        this.board = board;
        this.scans = scans;
        this.sheets = sheets;
        this.disclosure = disclosure;
        this.wording = wording;
    }

    private static Hand hand(Person person) {
        return new Hand(person.id(), person.name(), person.units(Role.KEYER));
    }

    @GetMapping("/keying")
    String next(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) Optional<String> elsewhere,
            Model model,
            Locale locale) {
        model.addAttribute("elsewhere", elsewhere.isPresent());
        return show(keyings.next(hand(person)), List.of(), model, locale);
    }

    private String show(Optional<Task> next, List<Problem> problems, Model model, Locale locale) {
        model.addAttribute("waiting", next.isPresent());
        next.ifPresent(task -> {
            Words words = wording.in(locale);
            model.addAttribute("task", task);
            model.addAttribute("pageNumber", KeyingScreen.number(task.pageNumber()));
            model.addAttribute("bookKey", Label.of(task.bookKey()));
            model.addAttribute("register", KeyingScreen.label(task.form().label(), locale));
            model.addAttribute("inputs", KeyingScreen.inputs(task.form(), task.draft(), problems, words, locale));
            model.addAttribute("wrong", !problems.isEmpty());
            model.addAttribute(
                    "mayStand", !problems.isEmpty() && problems.stream().allMatch(Problem::mayStand));
        });
        return "keying";
    }

    /** The page that this person keys from; nobody else's. */
    @GetMapping("/keying/{id}/image")
    void image(@AuthenticationPrincipal Person person, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        Keyings.Shown shown = keyings.page(hand(person), id).orElseThrow(KeyingController::missing);
        PageView page = scans.page(shown.page()).orElseThrow(KeyingController::missing);
        BookView book = board.book(shown.book()).orElseThrow(KeyingController::missing);
        BookPictures.send(sheets, disclosure, page, book.unitId(), book.key(), response);
    }

    /** Keeps one field of the draft; answers with the version for the next save. */
    @PostMapping("/keying/{id}/field")
    ResponseEntity<String> field(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String column,
            @RequestParam Answer.Kind kind,
            @RequestParam String text,
            Locale locale) {
        return told(
                locale, () -> String.valueOf(keyings.save(hand(person), id, version, column, new Answer(kind, text))));
    }

    /** The person is still at it. */
    @PostMapping("/keying/{id}/beat")
    ResponseEntity<String> beat(@AuthenticationPrincipal Person person, @PathVariable UUID id, Locale locale) {
        return told(locale, () -> {
            keyings.renew(hand(person), id);
            return "";
        });
    }

    /** Ends the keying and goes on to the next; with what is wrong, where something is. */
    @PostMapping("/keying/{id}/done")
    String done(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam int version,
            @RequestParam(required = false) Optional<String> soOnPaper,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Hand hand = hand(person);
        try {
            List<Problem> problems = keyings.done(hand, id, version, answers(typed), soOnPaper.isPresent());
            if (problems.isEmpty()) {
                return AGAIN;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("elsewhere", false);
            return show(keyings.next(hand), problems, model, locale);
        } catch (Failure.Conflict | Failure.BadInput e) {
            return ELSEWHERE;
        }
    }

    /** This place on the page holds no case. */
    @PostMapping("/keying/{id}/none")
    String none(@AuthenticationPrincipal Person person, @PathVariable UUID id, @RequestParam int version) {
        return or(() -> keyings.noCase(hand(person), id, version));
    }

    /** There is one more case on the page than it was known to have. */
    @PostMapping("/keying/{id}/more")
    String more(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return or(() -> keyings.oneMore(hand(person), id));
    }

    /** The person leaves it to others. */
    @PostMapping("/keying/{id}/release")
    String release(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        keyings.release(hand(person), id);
        return "redirect:/";
    }

    private static String or(Runnable act) {
        try {
            act.run();
            return AGAIN;
        } catch (Failure.Conflict e) {
            return ELSEWHERE;
        }
    }

    private static Map<String, Answer> answers(Map<String, String> typed) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        typed.forEach((name, text) -> {
            if (name.startsWith("text.")) {
                String column = name.substring("text.".length());
                Answer.Kind kind = Answer.Kind.valueOf(typed.getOrDefault("kind." + column, "VALUE"));
                answers.put(column, new Answer(kind, text));
            }
        });
        return answers;
    }

    interface Act {
        String run();
    }

    private ResponseEntity<String> told(Locale locale, Act act) {
        try {
            return ResponseEntity.ok(act.run());
        } catch (Failure.Conflict | Failure.BadInput failure) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .body(wording.in(locale).reason(failure.reason()));
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
