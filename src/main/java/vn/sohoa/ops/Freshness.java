package vn.sohoa.ops;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.Person;

/** Roles are what they are now, not what they were when the person signed in. */
final class Freshness extends OncePerRequestFilter {
    private final Accounts accounts;

    Freshness(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Person person && !Tokens.isToken(who)) {
            SecurityContext now = SecurityContextHolder.createEmptyContext();
            accounts.fresh(person.id())
                    .filter(fresh -> sameEdition(request, fresh.edition()))
                    .map(Accounts.Fresh::person)
                    .ifPresent(p -> now.setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(p, null, List.of())));
            SecurityContextHolder.setContext(now);
        }
        chain.doFilter(request, response);
    }

    /** A password that was changed or reset ends the sessions that were begun with the one before. */
    private static boolean sameEdition(HttpServletRequest request, int edition) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return true;
        }
        Object begun = session.getAttribute(Accounts.Fresh.EDITION);
        if (begun == null) {
            session.setAttribute(Accounts.Fresh.EDITION, edition);
            return true;
        }
        if (begun.equals(edition)) {
            return true;
        }
        session.invalidate();
        return false;
    }
}
