package vn.sohoa.catalog;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The document types and procedures of the installation. What the files of one node said is told to all: rows are the
 * truth, looked at again once a minute.
 */
@org.springframework.stereotype.Component
public class Catalog {
    private static final Duration FRESH = Duration.ofMinutes(1);
    /** Any number, but always the same: two nodes that start together load one after the other. */
    private static final long LOADING = 0x736f686f61636174L;

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Known known;

    Catalog(EntityManager entities, PlatformTransactionManager transactions, Clock clock) {
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Known(
            Instant since, List<DocumentType> all, Map<String, DocumentType> types, Map<String, Procedure> procedures) {
        /** What says the same stays the same object, so that whatever was made of it need not be made anew. */
        Known orSame(@Nullable Known before) {
            return before != null && before.all.equals(all)
                    ? new Known(since, before.all, before.types, procedures)
                    : this;
        }
    }

    /** In the order of their codes; the same list as long as nothing changes. */
    public List<DocumentType> types() {
        return known().all;
    }

    public Optional<DocumentType> type(String code) {
        return Optional.ofNullable(known().types.get(code));
    }

    /** In the order of their codes. */
    public List<Procedure> procedures() {
        return List.copyOf(known().procedures.values());
    }

    public Optional<Procedure> procedure(String code) {
        return Optional.ofNullable(known().procedures.get(code));
    }

    /** Makes the rows say what the files say; writes only where they do not yet, since nearly every start finds them so. */
    public void load(CatalogFiles files) {
        transaction.executeWithoutResult(status -> {
            entities.createNativeQuery("select pg_advisory_xact_lock(:key)", Object.class)
                    .setParameter("key", LOADING)
                    .getResultList();
            Known before = look(clock.instant());
            entities.clear(); // what was looked at would hide from the session what withdraw does
            files.types().stream()
                    .filter(type -> !type.equals(before.types.get(type.code())))
                    .forEach(this::load);
            files.procedures().stream()
                    .filter(procedure -> !procedure.equals(before.procedures.get(procedure.code())))
                    .forEach(this::load);
        });
        known = null;
    }

    private void load(DocumentType type) {
        entities.merge(Rows.row(type));
        withdraw("DocumentFieldRow", "type", type.code());
        List<Field> all =
                Stream.concat(type.fields().stream(), type.columns().stream()).toList();
        IntStream.range(0, all.size()).forEach(i -> entities.merge(Rows.row(type.code(), all.get(i), i)));
    }

    private void load(Procedure procedure) {
        entities.merge(Rows.row(procedure));
        withdraw("ComponentRow", "procedure", procedure.code());
        IntStream.range(0, procedure.components().size())
                .forEach(i -> entities.merge(
                        Rows.row(procedure.code(), procedure.components().get(i), i)));
    }

    private void withdraw(String entity, String owner, String code) {
        entities.createQuery("update %s r set r.position = %d where r.%s = :code"
                        .formatted(entity, FieldRow.WITHDRAWN, owner))
                .setParameter("code", code)
                .executeUpdate();
    }

    private Known known() {
        Known seen = known;
        Instant now = clock.instant();
        if (seen == null || seen.since.plus(FRESH).isBefore(now)) {
            seen = transaction.execute(status -> look(now)).orSame(seen);
            known = seen;
        }
        return seen;
    }

    private Known look(Instant now) {
        Map<String, List<FieldRow>> fields = entities.createQuery("""
                        select f from DocumentFieldRow f where f.position >= 0 order by f.type, f.position""", FieldRow.class)
                .getResultStream()
                .collect(Collectors.groupingBy(row -> row.type));
        Map<String, List<ComponentRow>> components = entities.createQuery("""
                        select c from ComponentRow c where c.position >= 0 order by c.procedure, c.position""", ComponentRow.class)
                .getResultStream()
                .collect(Collectors.groupingBy(row -> row.procedure));
        Map<String, DocumentType> types = new LinkedHashMap<>();
        entities.createQuery("select t from DocumentTypeRow t order by t.code", DocumentTypeRow.class)
                .getResultStream()
                .map(row -> Rows.type(
                        row,
                        fields.getOrDefault(row.code, List.of()).stream()
                                .map(Rows::field)
                                .toList()))
                .forEach(type -> types.put(type.code(), type));
        Map<String, Procedure> procedures = new LinkedHashMap<>();
        entities.createQuery("select p from ProcedureRow p order by p.code", ProcedureRow.class)
                .getResultStream()
                .map(row -> Rows.procedure(
                        row,
                        components.getOrDefault(row.code, List.of()).stream()
                                .map(Rows::component)
                                .toList()))
                .forEach(procedure -> procedures.put(procedure.code(), procedure));
        return new Known(now, List.copyOf(types.values()), types, procedures);
    }
}
