package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.common.Scope;
import vn.sohoa.organization.Clients;

/** Gives tokens to other systems (RFC 6749, client credentials; by HTTP Basic or in the form). */
@RestController
class TokenController {
    private static final String BASIC = "Basic ";

    private final Clients clients;
    private final Audit audit;
    private final TransactionTemplate transactions;

    TokenController(Clients clients, Audit audit, TransactionTemplate transactions) {
        this.clients = clients;
        this.audit = audit;
        this.transactions = transactions;
    }

    private record Credentials(String name, String secret) {}

    @Hidden
    @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestParam(name = "grant_type", defaultValue = "") String grant,
            @RequestParam(name = "client_id", defaultValue = "") String name,
            @RequestParam(name = "client_secret", defaultValue = "") String secret,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        if (!grant.equals("client_credentials")) {
            return error(HttpStatus.BAD_REQUEST, "unsupported_grant_type");
        }
        Credentials given = basic(authorization).orElse(new Credentials(name, secret));
        Optional<Clients.Token> token = Scope.in(Scope.MACHINE, () -> transactions.execute(status -> enter(given)));
        return token.map(good -> ResponseEntity.ok()
                        .<Map<String, Object>>body(Map.of(
                                "access_token", good.text(),
                                "token_type", "Bearer",
                                "expires_in", good.life().toSeconds())))
                .orElseGet(() -> error(HttpStatus.UNAUTHORIZED, "invalid_client"));
    }

    private Optional<Clients.Token> enter(Credentials given) {
        Optional<Clients.Token> token = clients.token(given.name(), given.secret());
        clients.named(given.name())
                .ifPresent(client -> audit.append(new AuditEntry(
                        client.unitId(),
                        Clients.actor(client.name()),
                        "sign-in",
                        token.isPresent() ? "TOKEN_GIVEN" : "TOKEN_REFUSED",
                        "CLIENT",
                        client.id())));
        return token;
    }

    private static ResponseEntity<Map<String, Object>> error(HttpStatus status, String error) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header("WWW-Authenticate", "Basic realm=\"sohoa\"");
        }
        return answer.body(Map.of("error", error));
    }

    private static Optional<Credentials> basic(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
