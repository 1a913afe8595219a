package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.sohoa.common.Failure;
import vn.sohoa.organization.Person;

/** What every page has: the way to the other language, and words for when something we lean on is away. */
@ControllerAdvice(basePackageClasses = EveryPage.class)
class EveryPage {
    private final Words.Wording wording;

    EveryPage(Words.Wording wording) {
        this.wording = wording;
    }

    /** This page in the other language. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        String other = locale.equals(Language.ENGLISH) ? "vi" : "en";
        var here = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang", other)
                .build();
        return here.getPath() + "?" + here.getQuery();
    }

    /** Who is signed in; nobody on the page where one signs in. */
    @ModelAttribute("person")
    @Nullable
    Person person(@AuthenticationPrincipal @Nullable Person person) {
        return person;
    }

    @ExceptionHandler(Failure.Unavailable.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String away(Failure.Unavailable failure, Model model, Locale locale) {
        model.addAttribute("reason", wording.in(locale).reason(failure.reason()));
        return "error/503";
    }

    /** An image that cannot be decoded: the page's own reason says so already. */
    @ExceptionHandler(Failure.BadInput.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String undecodable() {
        return "error/404";
    }
}
