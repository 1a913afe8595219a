package vn.sohoa.ops;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;
import vn.sohoa.organization.Clients;
import vn.sohoa.organization.Person;

/** Asks the records who sends a token, at each request: a system that is shut out is out at once. */
@Component
class Tokens implements OpaqueTokenIntrospector {
    private final Clients clients;

    Tokens(Clients clients) {
        this.clients = clients;
    }

    private record Bearer(Person person) implements OAuth2AuthenticatedPrincipal {
        @Override
        public Map<String, Object> getAttributes() {
            return Map.of("client_id", person.id().toString());
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of();
        }

        @Override
        public String getName() {
            return person.name();
        }
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        return clients.person(token).map(Bearer::new).orElseThrow(() -> new BadOpaqueTokenException("unknown"));
    }

    /** Handlers see a person, however they came in. */
    static Authentication person(String token, OAuth2AuthenticatedPrincipal principal) {
        var known = UsernamePasswordAuthenticationToken.authenticated(((Bearer) principal).person(), null, List.of());
        known.setDetails(Tokens.class);
        return known;
    }

    /** Whether they came in by a token. */
    static boolean isToken(Authentication who) {
        return who.getDetails() == Tokens.class;
    }
}
