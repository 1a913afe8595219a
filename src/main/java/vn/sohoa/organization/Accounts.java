package vn.sohoa.organization;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Ids;

/** Local accounts: who may sign in, and as what. */
@Component
@Transactional
public class Accounts {
    /** Wrong passwords in a row until the account is locked for a while. */
    static final int MOST_FAILURES = 5;

    static final Duration LOCKED = Duration.ofMinutes(15);

    /** Names the lock of {@link #none}. */
    private static final long FIRST = 0x6163636f756e74L;

    private final EntityManager entities;
    private final Units units;
    private final Clock clock;
    private final PasswordEncoder passwords = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobody = passwords.encode(UUID.randomUUID().toString());

    Accounts(EntityManager entities, Units units, Clock clock) {
        this.entities = entities;
        this.units = units;
        this.clock = clock;
    }

    /** What became of a try to sign in. */
    public sealed interface Outcome {
        record In(Person person) implements Outcome {}

        /** Wrong name or password; which of them is not told. */
        record Wrong() implements Outcome {}

        record Locked(Instant until) implements Outcome {}
    }

    /** Checks the password, always at the same cost. Wrong ones are counted; too many lock the account for a while. */
    public Outcome signIn(String name, String password) {
        Optional<AccountRow> found = row(name).filter(row -> row.active);
        boolean right = passwords.matches(
                plain(password), found.map(row -> row.passwordHash).orElse(nobody));
        if (found.isEmpty()) {
            return new Outcome.Wrong();
        }
        AccountRow row = found.get();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE); // after the slow part: only counting waits for counting
        Instant now = clock.instant();
        if (row.lockedUntil != null && now.isBefore(row.lockedUntil)) {
            return new Outcome.Locked(row.lockedUntil);
        }
        if (right) {
            row.failures = 0;
            row.lockedUntil = null;
            return new Outcome.In(person(row));
        }
        row.failures++;
        if (row.failures >= MOST_FAILURES) {
            row.failures = 0;
            row.lockedUntil = now.plus(LOCKED);
            return new Outcome.Locked(row.lockedUntil);
        }
        return new Outcome.Wrong();
    }

    /** Makes an account whose owner has to change the password first. */
    public UUID create(String name, String displayName, String password) {
        AccountRow row = new AccountRow();
        row.id = Ids.next();
        row.name = name.toLowerCase(Locale.ROOT);
        row.displayName = displayName;
        row.passwordHash = passwords.encode(plain(password));
        row.mustChange = true;
        row.createdAt = clock.instant();
        entities.persist(row);
        return row.id;
    }

    public void grant(UUID account, UUID unit, Role role) {
        entities.merge(new AccountRoleRow(account, unit, role));
    }

    /** An account by the name that somebody signs in with, and the unit to which what they do there is written down. */
    public record Known(UUID id, String name, UUID unit) {}

    /** A person as they are now, and the edition of their account: sessions begun with another are over. */
    public record Fresh(Person person, int edition) {
        /** Where a session keeps the edition with which it was begun. */
        public static final String EDITION = "sohoa.edition";
    }

    @Transactional(readOnly = true)
    public Optional<Known> known(String name) {
        return row(name).map(row -> new Known(row.id, row.name, home(row.id)));
    }

    @Transactional(readOnly = true)
    public Optional<Fresh> fresh(UUID id) {
        return Optional.ofNullable(entities.find(AccountRow.class, id))
                .filter(row -> row.active)
                .map(row -> new Fresh(person(row), row.version));
    }

    /** The owner changes their password; nothing is changed when there is a complaint. */
    public Set<PasswordRules.Complaint> change(UUID account, String present, String password) {
        AccountRow row = entities.find(AccountRow.class, account);
        if (!(signIn(row.name, present) instanceof Outcome.In)) {
            return Set.of(PasswordRules.Complaint.WRONG_PRESENT);
        }
        Set<PasswordRules.Complaint> complaints = new TreeSet<>(PasswordRules.complaints(row.name, plain(password)));
        if (plain(password).equals(plain(present))) {
            complaints.add(PasswordRules.Complaint.SAME);
        }
        if (complaints.isEmpty()) {
            choose(account, password);
        }
        return complaints;
    }

    /** The unit of the first role that was given; the root where there is none. */
    private UUID home(UUID account) {
        return entities.createQuery(
                        "select r.unitId from AccountRoleRow r where r.accountId = :id order by r.unitId", UUID.class)
                .setParameter("id", account)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(Units.ROOT);
    }

    /** The owner chooses a password. */
    public void choose(UUID account, String password) {
        AccountRow row = entities.find(AccountRow.class, account);
        row.passwordHash = passwords.encode(plain(password));
        row.mustChange = false;
        row.version++;
    }

    /**
     * Whether there is no account yet. Until the caller's transaction ends, no other node gets an answer: two that start
     * at once on an empty database must not both make the first.
     */
    @Transactional
    public boolean none() {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:key)) l", Integer.class)
                .setParameter("key", FIRST)
                .getResultList();
        return entities.createQuery("select count(*) from AccountRow a", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** As they are now: roles may have been given or taken since they signed in. */
    @Transactional(readOnly = true)
    public Optional<Person> person(UUID id) {
        return Optional.ofNullable(entities.find(AccountRow.class, id))
                .filter(row -> row.active)
                .map(this::person);
    }

    private Optional<AccountRow> row(String name) {
        return entities.createQuery("select a from AccountRow a where a.name = :name", AccountRow.class)
                .setParameter("name", name.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    private Person person(AccountRow row) {
        Map<Role, Set<UUID>> roles = new EnumMap<>(Role.class);
        List<AccountRoleRow> given = entities.createQuery(
                        "select r from AccountRoleRow r where r.accountId = :id", AccountRoleRow.class)
                .setParameter("id", row.id)
                .getResultList();
        for (AccountRoleRow role : given) {
            roles.computeIfAbsent(role.role, key -> new HashSet<>()).addAll(units.reach(role.role, role.unitId));
        }
        return new Person(row.id, row.name, row.displayName, roles, row.mustChange);
    }

    /** The same password typed on a Mac and on Windows has the same bytes. */
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
