package vn.sohoa.ops;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sohoa.organization.Person;

/** Whose password somebody else gave has to change it before anything else. */
final class PasswordFirst extends OncePerRequestFilter {
    static final String PAGE = "/password";

    private static final Set<String> STILL_OPEN = Set.of(PAGE, "/sign-out", "/sign-in", "/error");

    private final AccessDeniedHandler refusals;

    PasswordFirst(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        String path = request.getRequestURI();
        if (who == null
                || !(who.getPrincipal() instanceof Person person)
                || !person.mustChange()
                || STILL_OPEN.contains(path)
                || path.startsWith("/assets/")) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/api/")) {
            refusals.handle(request, response, new AccessDeniedException("password-must-change"));
        } else {
            Screen.lead(request, response, PAGE);
        }
    }
}
