package vn.sohoa.ops;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.AntPathMatcher;
import vn.sohoa.organization.Role;

/**
 * Which roles open which part of the screens and of REST, most special first. What is not here is shut. A request sees
 * the rows of just those units in which the person has one of the door's roles.
 */
final class Doors {
    private static final AntPathMatcher PATHS = new AntPathMatcher();
    private static final Set<Role> DESK = EnumSet.of(Role.CLERK, Role.UNIT_ADMIN);
    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);

    /** Open before anyone has signed in; nothing of anyone's is behind them. */
    static final List<String> OPEN = List.of("/sign-in", "/assets/**", "/error", "/oauth2/token");

    private static final List<Door> ALL = List.of(
            new Door("/password", EVERYONE),
            new Door("/sign-out", EVERYONE),
            new Door("/review/**", EnumSet.of(Role.CLERK)),
            new Door("/papers/**", EnumSet.of(Role.CLERK)),
            new Door("/dossiers/**", DESK),
            new Door("/books/**", EnumSet.of(Role.UNIT_ADMIN, Role.CLERK)),
            new Door("/keying/decide/**", EnumSet.of(Role.ARBITER)),
            new Door("/keying/**", EnumSet.of(Role.KEYER)),
            new Door("/audit/**", EnumSet.of(Role.AUDITOR)),
            new Door("/admin/**", EnumSet.of(Role.UNIT_ADMIN)),
            new Door("/", EVERYONE),
            new Door("/status", EVERYONE),
            new Door("/certainty", EVERYONE),
            new Door("/scans/**", DESK),
            new Door("/pages/**", DESK),
            new Door("/documents/**", DESK),
            new Door("/api/v1/scans/**", DESK),
            new Door("/api/v1/pages/**", DESK),
            new Door("/api/v1/dossiers/**", DESK),
            new Door("/api/v1/documents/**", EnumSet.of(Role.CLERK)),
            new Door("/api/v1/review/**", EnumSet.of(Role.CLERK)),
            new Door("/api/v1/papers/**", EnumSet.of(Role.CLERK)),
            new Door("/api/v1/catalog/**", EVERYONE),
            new Door("/api/v1/books/**", DESK),
            new Door("/api/v1/keying/decisions/**", EnumSet.of(Role.ARBITER)),
            new Door("/api/v1/keying/**", EnumSet.of(Role.KEYER)),
            new Door("/api/v1/audit/**", EnumSet.of(Role.AUDITOR)),
            new Door("/api/v1/units/**", EnumSet.of(Role.UNIT_ADMIN)),
            new Door("/api/v1/accounts/**", EnumSet.of(Role.UNIT_ADMIN)),
            new Door("/v3/api-docs/**", EVERYONE),
            new Door("/v3/api-docs.yaml", EVERYONE),
            new Door("/api-docs", EVERYONE));

    private Doors() {}

    /**
     * A part of the service.
     *
     * @param pattern of its paths
     * @param roles any of them opens it
     */
    record Door(String pattern, Set<Role> roles) {}

    static List<Door> all() {
        return ALL;
    }

    static Optional<Door> of(HttpServletRequest request) {
        // decoded, as handlers are chosen: an encoded letter must not lead through another door
        return of(request.getServletPath());
    }

    static Optional<Door> of(String path) {
        return ALL.stream().filter(door -> PATHS.match(door.pattern(), path)).findFirst();
    }
}
