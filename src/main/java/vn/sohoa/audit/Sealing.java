package vn.sohoa.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Step;

/** Puts entries into the chain, some time after they were written and by one node at a time. */
@Component
public class Sealing {
    /** Any number that nothing else locks. */
    private static final long LOCK = 0x736f686f61L;

    private final JdbcTemplate database;

    Sealing(JdbcTemplate database) {
        this.database = database;
    }

    private record Head(long seq, String hash) {}

    /**
     * One batch.
     *
     * @return how many entries it sealed; none while another node is at it
     */
    @Transactional
    public int seal(int most) {
        if (!Boolean.TRUE.equals(database.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
            return 0;
        }
        List<Canonical> entries = database.query(
                "select " + Canonical.COLUMNS + " from audit_unsealed u join audit_entry e on e.id = u.entry_id"
                        + " order by u.entry_id limit ?",
                (row, number) -> Canonical.of(row),
                most);
        if (entries.isEmpty()) {
            return 0;
        }
        Head head = database.query("select seq, hash from audit_link order by seq desc limit 1", Sealing::head).stream()
                .findFirst()
                .orElse(new Head(0, Canonical.BEFORE_ALL));
        List<Object[]> links = new ArrayList<>();
        List<Object[]> sealed = new ArrayList<>();
        for (Canonical entry : entries) {
            Head next = new Head(head.seq() + 1, entry.hash(head.hash(), head.seq() + 1));
            links.add(new Object[] {next.seq(), entry.id(), head.hash(), next.hash()});
            sealed.add(new Object[] {entry.id()});
            head = next;
        }
        database.batchUpdate("insert into audit_link (seq, entry_id, previous_hash, hash) values (?, ?, ?, ?)", links);
        Step.SEAL_LINKED.reached();
        database.batchUpdate("delete from audit_unsealed where entry_id = ?", sealed);
        return entries.size();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("seq"), row.getString("hash"));
    }

    /** For the eyes of tests and of whoever keeps the head elsewhere. */
    @Transactional(readOnly = true)
    public List<UUID> waiting(int most) {
        return database.queryForList("select entry_id from audit_unsealed order by entry_id limit ?", UUID.class, most);
    }
}
