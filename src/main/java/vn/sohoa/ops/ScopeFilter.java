package vn.sohoa.ops;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sohoa.common.Scope;
import vn.sohoa.organization.Person;

/**
 * Binds what a request may see: the units in which the person has a role that opens this door, and nothing for everyone
 * else. Health and metrics look at the whole of the service's own work.
 */
@Component
@Order(ScopeFilter.AFTER_SECURITY)
final class ScopeFilter extends OncePerRequestFilter {
    static final int AFTER_SECURITY = 0;

    private static final String WATCHED = "/actuator";

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Scope.Bound bound = Scope.bind(scope(request))) {
            bound.keep();
            chain.doFilter(request, response);
        }
    }

    private static Scope scope(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(WATCHED)) {
            return Scope.MACHINE;
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Person person)) {
            return Scope.NOTHING;
        }
        return Doors.of(request).map(door -> person.scope(door.roles())).orElse(Scope.NOTHING);
    }
}
