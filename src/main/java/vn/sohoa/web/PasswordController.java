package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.PasswordRules.Complaint;
import vn.sohoa.organization.Person;

/** Where people change their password; whoever was given one by somebody else comes here first. */
@Controller
class PasswordController {
    private static final String VIEW = "password";

    private final Accounts accounts;
    private final Acts acts;

    PasswordController(Accounts accounts, Acts acts) {
        this.accounts = accounts;
        this.acts = acts;
    }

    @GetMapping("/password")
    String page(@AuthenticationPrincipal Person person, Model model) {
        return show(person, Set.of(), model);
    }

    @PostMapping("/password")
    String change(
            @AuthenticationPrincipal Person person,
            @RequestParam String present,
            @RequestParam String fresh,
            @RequestParam String again,
            HttpServletRequest request,
            Model model) {
        Set<Complaint> complaints = fresh.equals(again) ? changed(person, present, fresh) : Set.of(Complaint.DIFFERENT);
        if (!complaints.isEmpty()) {
            return show(person, complaints, model);
        }
        request.changeSessionId();
        accounts.fresh(person.id())
                .ifPresent(now -> request.getSession().setAttribute(Accounts.Fresh.EDITION, now.edition()));
        return "redirect:/";
    }

    private Set<Complaint> changed(Person person, String present, String fresh) {
        return acts.run(() -> {
            Set<Complaint> complaints = accounts.change(person.id(), present, fresh);
            UUID unit = accounts.known(person.name()).orElseThrow().unit();
            acts.write(
                    unit,
                    "password",
                    complaints.isEmpty() ? "PASSWORD_CHANGED" : "PASSWORD_REFUSED",
                    "ACCOUNT",
                    person.id());
            return complaints;
        });
    }

    private static String show(Person person, Set<Complaint> complaints, Model model) {
        model.addAttribute("first", person.mustChange());
        model.addAttribute("complaints", complaints);
        return VIEW;
    }
}
