package vn.sohoa.organization;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does to accounts, always within the branch of units that they administer. Whoever also works
 * outside of it keeps password and account out of their hands: only roles inside can be given and taken.
 */
@Component
@Transactional
public class Administration {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");
    private static final int LONGEST = 100;

    private final EntityManager entities;
    private final Accounts accounts;
    private final Clock clock;

    Administration(EntityManager entities, Accounts accounts, Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Why something is not done. */
    public enum Refusal {
        NOT_YOURS,
        LAST_ADMINISTRATOR,
        NAME_TAKEN,
        NAME_SHAPE,
        DISPLAY_NAME,
        UNIT_SHAPE,
        UNIT_TAKEN,
        UNIT_CIRCLE,
        UNIT_TIME,
        COUNTER_SHAPE,
        COUNTER_QUIET,
        NO_ROLE
    }

    /** It is not done, for a reason that the administrator is told. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Refusal refusal;

        public Refused(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /** A role that somebody has in a unit itself. */
    public record Given(UUID unit, Role role) {}

    /**
     * An account as its administrator sees it.
     *
     * @param given the roles in units of the administrator
     * @param whole whether all of the account's roles are
     */
    public record Entry(
            UUID id,
            String name,
            String displayName,
            boolean active,
            boolean locked,
            boolean mustChange,
            List<Given> given,
            boolean whole) {}

    /** @param password to be shown once */
    public record First(UUID id, String password) {}

    /** Everyone with a role in the administrator's units. */
    @Transactional(readOnly = true)
    public List<Entry> accounts(Person admin) {
        Set<UUID> mine = admin.units(Role.UNIT_ADMIN);
        Map<UUID, List<AccountRoleRow>> roles = new LinkedHashMap<>();
        for (AccountRoleRow role : entities.createQuery("""
                        select r from AccountRoleRow r where r.accountId in
                            (select m.accountId from AccountRoleRow m where m.unitId in :mine)
                        order by r.unitId, r.role""", AccountRoleRow.class)
                .setParameter("mine", some(mine))
                .getResultList()) {
            roles.computeIfAbsent(role.accountId, id -> new ArrayList<>()).add(role);
        }
        return entities.createQuery("select a from AccountRow a where a.id in :ids order by a.name", AccountRow.class)
                .setParameter("ids", some(roles.keySet()))
                .getResultStream()
                .map(row -> entry(row, roles.getOrDefault(row.id, List.of()), mine))
                .toList();
    }

    private Entry entry(AccountRow row, List<AccountRoleRow> roles, Set<UUID> mine) {
        return new Entry(
                row.id,
                row.name,
                row.displayName,
                row.active,
                row.lockedUntil != null && clock.instant().isBefore(row.lockedUntil),
                row.mustChange,
                roles.stream()
                        .filter(role -> mine.contains(role.unitId))
                        .map(role -> new Given(role.unitId, role.role))
                        .toList(),
                roles.stream().allMatch(role -> mine.contains(role.unitId)));
    }

    /** A new account with its first role; its password is made here and known to nobody else. */
    public First create(Person admin, String name, String displayName, UUID unit, Role role) {
        requireUnit(admin, unit);
        refuseIf(!NAME.matcher(name).matches(), Refusal.NAME_SHAPE);
        refuseIf(displayName.isBlank() || displayName.length() > LONGEST, Refusal.DISPLAY_NAME);
        refuseIf(accounts.known(name).isPresent(), Refusal.NAME_TAKEN);
        String password = RandomText.password();
        UUID id = accounts.create(name, displayName.strip(), password);
        entities.flush();
        accounts.grant(id, unit, role);
        return new First(id, password);
    }

    public void grant(Person admin, UUID account, UUID unit, Role role) {
        requireUnit(admin, unit);
        requireSeen(admin, account);
        accounts.grant(account, unit, role);
    }

    public void revoke(Person admin, UUID account, UUID unit, Role role) {
        requireUnit(admin, unit);
        AccountRoleRow given = entities.find(AccountRoleRow.class, new AccountRoleRow.Key(account, unit, role));
        refuseIf(given == null, Refusal.NOT_YOURS);
        entities.remove(given);
        entities.flush();
        requireAnAdministrator();
    }

    public void activate(Person admin, UUID account, boolean active) {
        AccountRow row = whole(admin, account);
        row.active = active;
        row.version++;
        entities.flush();
        requireAnAdministrator();
    }

    public void unlock(Person admin, UUID account) {
        AccountRow row = whole(admin, account);
        row.failures = 0;
        row.lockedUntil = null;
    }

    /** Another first password; sessions begun with the one before are over. */
    public String reset(Person admin, UUID account) {
        String password = RandomText.password();
        AccountRow row = whole(admin, account);
        accounts.choose(account, password);
        row.mustChange = true;
        row.failures = 0;
        row.lockedUntil = null;
        return password;
    }

    /** Whether the unit is one that they administer. */
    public static void requireUnit(Person admin, UUID unit) {
        refuseIf(!admin.has(Role.UNIT_ADMIN, unit), Refusal.NOT_YOURS);
    }

    private void requireSeen(Person admin, UUID account) {
        refuseIf(accounts(admin).stream().noneMatch(entry -> entry.id().equals(account)), Refusal.NOT_YOURS);
    }

    private AccountRow whole(Person admin, UUID account) {
        refuseIf(
                accounts(admin).stream().noneMatch(entry -> entry.id().equals(account) && entry.whole()),
                Refusal.NOT_YOURS);
        return entities.find(AccountRow.class, account);
    }

    /** Somebody must be left who can let others in; two who take the role from each other at once wait for each other. */
    private void requireAnAdministrator() {
        entities.createNativeQuery("select id from unit where id = :root for update")
                .setParameter("root", Units.ROOT)
                .getSingleResult();
        long left = entities.createQuery("""
                        select count(*) from AccountRoleRow r join AccountRow a on a.id = r.accountId
                        where r.unitId = :root and r.role = :role and a.active""", Long.class)
                .setParameter("root", Units.ROOT)
                .setParameter("role", Role.UNIT_ADMIN)
                .getSingleResult();
        refuseIf(left == 0, Refusal.LAST_ADMINISTRATOR);
    }

    private static Collection<UUID> some(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of(new UUID(0, 0)) : ids;
    }

    static void refuseIf(boolean wrong, Refusal refusal) {
        if (wrong) {
            throw new Refused(refusal);
        }
    }
}
