package vn.sohoa.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.WordLessons;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.organization.Administration.Refusal;
import vn.sohoa.organization.Administration.Refused;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;

/** The models of words: what each learned from and how well it did, which one is in force, and when the next is learned. */
@Controller
class WordModelController {
    private static final String VIEW = "admin-words";
    private static final String PURPOSE = "administration";
    private static final String KIND = "WORD_MODEL";

    private final WordModels models;
    private final WordLessons lessons;
    private final Catalog catalog;
    private final Acts acts;
    private final Words.Wording wording;
    private final Clock clock;

    WordModelController(
            WordModels models, WordLessons lessons, Catalog catalog, Acts acts, Words.Wording wording, Clock clock) {
        this.models = models;
        this.lessons = lessons;
        this.catalog = catalog;
        this.acts = acts;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/admin/words")
    String page(@AuthenticationPrincipal Person admin, Model model, Locale locale) {
        return show(admin, model, locale);
    }

    @PostMapping("/admin/words/{number}")
    String putInForce(@AuthenticationPrincipal Person admin, @PathVariable int number, Model model, Locale locale) {
        return done(admin, model, locale, () -> {
            boolean there = models.putInForce(number, admin.name());
            if (there) {
                acts.write(Units.ROOT, PURPOSE, "WORD_MODEL_PUT_IN_FORCE", KIND, new UUID(0, number));
            }
            return there ? "wordsInForce" : "wordsGone";
        });
    }

    @PostMapping("/admin/words")
    String learn(@AuthenticationPrincipal Person admin, Model model, Locale locale) {
        return done(admin, model, locale, () -> {
            lessons.ask(clock.instant(), admin.name());
            acts.write(Units.ROOT, PURPOSE, "WORD_MODEL_ASKED_FOR", KIND, new UUID(0, 0));
            return "wordsAsked";
        });
    }

    /** They work for all units, so only who administers all of them decides. */
    private String done(Person admin, Model model, Locale locale, Supplier<String> act) {
        try {
            if (!decides(admin)) {
                throw new Refused(Refusal.NOT_YOURS);
            }
            model.addAttribute("done", "admin." + acts.run(act));
        } catch (Refused refused) {
            model.addAttribute("refused", "admin.refused." + refused.refusal());
        }
        return show(admin, model, locale);
    }

    private static boolean decides(Person admin) {
        return admin.has(Role.UNIT_ADMIN, Units.ROOT);
    }

    private String show(Person admin, Model model, Locale locale) {
        Words words = wording.in(locale);
        List<WordModelLine> lines = models.all().stream()
                .map(entry -> WordModelLine.of(entry, catalog, words, locale))
                .toList();
        WordLessons.Next next = lessons.next();
        model.addAttribute("models", lines);
        model.addAttribute("decides", decides(admin));
        model.addAttribute(
                "next",
                next.at().isAfter(clock.instant())
                        ? words.text("words.next", words.time(next.at()))
                        : words.text("words.due"));
        return VIEW;
    }
}
