package vn.sohoa.ops;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.Accounts.Outcome;
import vn.sohoa.organization.Units;

/** Asks the accounts whether a name and a password belong together. */
@Component
class SignIn implements AuthenticationProvider {
    private static final String PURPOSE = "sign-in";
    private static final String KIND = "ACCOUNT";

    /** So many passwords are checked at a time: each takes a tenth of a second and 16 MB. */
    private static final int AT_A_TIME = 4;

    private static final int PATIENCE_SECONDS = 10;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Accounts accounts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    SignIn(Accounts accounts, Audit audit, TransactionTemplate transactions) {
        this.accounts = accounts;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Outcome outcome = inTurn(asked.getName(), String.valueOf(asked.getCredentials()));
        if (outcome instanceof Outcome.In in) {
            return UsernamePasswordAuthenticationToken.authenticated(in.person(), null, List.of());
        }
        if (outcome instanceof Outcome.Locked) {
            throw new LockedException("locked");
        }
        throw new BadCredentialsException("wrong");
    }

    private Outcome inTurn(String name, String password) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BadCredentialsException("too many at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadCredentialsException("interrupted", e);
        }
        try {
            return Objects.requireNonNull(transactions.execute(status -> written(name, password)));
        } finally {
            turns.release();
        }
    }

    /** Each try is on record, without the password; what was typed as an unknown name might be one, and is not kept. */
    private Outcome written(String name, String password) {
        Outcome outcome = accounts.signIn(name, password);
        String action = outcome instanceof Outcome.In
                ? "SIGNED_IN"
                : outcome instanceof Outcome.Locked ? "SIGN_IN_LOCKED" : "SIGN_IN_REFUSED";
        AuditEntry entry = accounts.known(name)
                .map(known -> new AuditEntry(known.unit(), known.name(), PURPOSE, action, KIND, known.id()))
                .orElse(new AuditEntry(Units.ROOT, "unknown", PURPOSE, action, KIND, NOBODY));
        audit.append(entry);
        return outcome;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
