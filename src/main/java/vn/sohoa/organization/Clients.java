package vn.sohoa.organization;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Scope;
import vn.sohoa.common.Sha256;

/** Other systems of a unit, their secrets and their tokens. Both are random and kept as hashes only. */
@Component
@Transactional
public class Clients {
    static final Duration LIFE = Duration.ofMinutes(30);

    private final EntityManager entities;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate apart;

    Clients(EntityManager entities, Units units, Clock clock, PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.entities = entities;
        this.units = units;
        this.clock = clock;
    }

    /** A system as others see it. */
    public record Client(UUID id, UUID unitId, String name, Set<Role> roles, boolean active, Instant createdAt) {}

    /** @param secret to be shown once */
    public record Fresh(UUID id, String secret) {}

    /** @param text what the system sends from now on */
    public record Token(String text, Duration life) {}

    /** What the audit calls a system, so that it is never taken for a person. */
    public static String actor(String name) {
        return "client:" + name;
    }

    public Fresh create(UUID unit, String name, Set<Role> roles, String by) {
        ClientRow row = new ClientRow();
        row.id = Ids.next();
        row.unitId = unit;
        row.name = name.toLowerCase(Locale.ROOT);
        String secret = RandomText.token();
        row.secretHash = hash(secret);
        row.roles.addAll(roles);
        row.createdBy = by;
        row.createdAt = clock.instant();
        entities.persist(row);
        return new Fresh(row.id, secret);
    }

    /** A token for the right secret; older ones hold until they run out. */
    public Optional<Token> token(String name, String secret) {
        Optional<ClientRow> row = row(name).filter(found -> found.active);
        if (row.isEmpty() || !same(row.get().secretHash, hash(secret))) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        entities.createQuery("delete from ClientTokenRow t where t.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        ClientTokenRow token = new ClientTokenRow();
        String text = RandomText.token();
        token.hash = hash(text);
        token.clientId = row.get().id;
        token.expiresAt = now.plus(LIFE);
        entities.persist(token);
        return Optional.of(new Token(text, LIFE));
    }

    /** Who sends this token, as they are now. */
    @Transactional(readOnly = true)
    public Optional<Person> person(String token) {
        Instant now = clock.instant();
        return Optional.ofNullable(entities.find(ClientTokenRow.class, hash(token)))
                .filter(found -> now.isBefore(found.expiresAt))
                .map(found -> entities.find(ClientRow.class, found.clientId))
                .filter(client -> client.active)
                .map(this::person);
    }

    @Transactional(readOnly = true)
    public Optional<Client> named(String name) {
        return row(name).map(Clients::view);
    }

    /** Names are one for all units, also for those whose systems the asker does not see. */
    @Transactional(readOnly = true, propagation = Propagation.NOT_SUPPORTED)
    public boolean taken(String name) {
        return Scope.in(
                Scope.MACHINE,
                () -> Boolean.TRUE.equals(apart.execute(status -> row(name).isPresent())));
    }

    @Transactional(readOnly = true)
    public Optional<Client> client(UUID id) {
        return Optional.ofNullable(entities.find(ClientRow.class, id)).map(Clients::view);
    }

    /** The systems of these units. */
    @Transactional(readOnly = true)
    public List<Client> in(Collection<UUID> some) {
        return some.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select c from ClientRow c where c.unitId in :units order by c.name", ClientRow.class)
                        .setParameter("units", some)
                        .getResultStream()
                        .map(Clients::view)
                        .toList();
    }

    /** Its tokens are no longer good either. */
    public void deactivate(UUID id) {
        entities.find(ClientRow.class, id).active = false;
        forget(id);
    }

    /** Another secret, to be shown once; the old one and its tokens are no longer good. */
    public String renew(UUID id) {
        String secret = RandomText.token();
        entities.find(ClientRow.class, id).secretHash = hash(secret);
        forget(id);
        return secret;
    }

    private void forget(UUID id) {
        entities.createQuery("delete from ClientTokenRow t where t.clientId = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private Optional<ClientRow> row(String name) {
        return entities.createQuery("select c from ClientRow c where c.name = :name", ClientRow.class)
                .setParameter("name", name.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    private Person person(ClientRow row) {
        Map<Role, Set<UUID>> roles = new EnumMap<>(Role.class);
        row.roles.forEach(role -> roles.put(role, units.reach(role, row.unitId)));
        return new Person(row.id, actor(row.name), row.name, roles, false);
    }

    private static Client view(ClientRow row) {
        return new Client(row.id, row.unitId, row.name, Set.copyOf(row.roles), row.active, row.createdAt);
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
