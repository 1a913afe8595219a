package vn.sohoa.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.common.Failure;
import vn.sohoa.organization.Person;
import vn.sohoa.scan.Retries;
import vn.sohoa.scan.Scans;

/** A person has what did not work out tried again, and sees its scan next. */
@Controller
class RetryController {
    private final Retries retries;
    private final Scans scans;
    private final Words.Wording wording;

    RetryController(Retries retries, Scans scans, Words.Wording wording) {
        this.retries = retries;
        this.scans = scans;
        this.wording = wording;
    }

    @PostMapping("/review/again/scans/{id}")
    String scan(@PathVariable UUID id, @AuthenticationPrincipal Person person) {
        scans.scan(id).orElseThrow(RetryController::missing);
        return "redirect:/scans/" + retries.scan(id, person);
    }

    @PostMapping("/review/again/documents/{id}")
    String document(@PathVariable UUID id, @AuthenticationPrincipal Person person) {
        scans.document(id).orElseThrow(RetryController::missing);
        return "redirect:/scans/" + retries.document(id, person);
    }

    @PostMapping("/review/again/pages/{id}")
    String page(@PathVariable UUID id, @AuthenticationPrincipal Person person) {
        int number = scans.page(id).orElseThrow(RetryController::missing).position() + 1;
        return "redirect:/scans/" + retries.page(id, person) + "?page=" + number;
    }

    /** Someone was first, or it is on another desk. */
    @ExceptionHandler(Failure.Conflict.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String notNow(Failure.Conflict failure, Model model, Locale locale) {
        model.addAttribute("reason", wording.in(locale).reason(failure.reason()));
        return "retry-refused";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
