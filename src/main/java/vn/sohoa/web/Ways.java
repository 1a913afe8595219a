package vn.sohoa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;

/** The ways at the top of every page that are open to this person. */
@ControllerAdvice(basePackageClasses = Ways.class)
class Ways {
    /**
     * @param key of its words
     */
    record Way(String href, String key) {}

    private record Known(Way way, Set<Role> roles) {}

    private static final List<Known> ALL = List.of(
            new Known(new Way("/review", "nav.review"), Set.of(Role.CLERK)),
            new Known(new Way("/dossiers", "nav.dossiers"), Set.of(Role.CLERK, Role.UNIT_ADMIN)),
            new Known(new Way("/papers", "nav.papers"), Set.of(Role.CLERK)),
            new Known(new Way("/books", "books.nav"), Set.of(Role.CLERK, Role.UNIT_ADMIN)),
            new Known(new Way("/keying", "keying.nav"), Set.of(Role.KEYER)),
            new Known(new Way("/keying/decide", "decide.nav"), Set.of(Role.ARBITER)),
            new Known(new Way("/scans", "nav.scans"), Set.of(Role.CLERK, Role.UNIT_ADMIN)),
            new Known(new Way("/admin/accounts", "nav.admin"), Set.of(Role.UNIT_ADMIN)),
            new Known(new Way("/audit", "nav.audit"), Set.of(Role.AUDITOR)));

    @ModelAttribute("ways")
    List<Way> ways(@AuthenticationPrincipal @Nullable Person person) {
        List<Way> open = new ArrayList<>();
        if (person != null) {
            ALL.stream()
                    .filter(known -> person.hasAny(known.roles()))
                    .map(Known::way)
                    .forEach(open::add);
        }
        return open;
    }
}
