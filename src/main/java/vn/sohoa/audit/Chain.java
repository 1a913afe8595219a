package vn.sohoa.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** Reads the whole audit with its chain and says whether it is as it was written. Plain SQL, for the owner's connection. */
public final class Chain {
    private static final int FETCH = 5000;
    private static final String WALK = "select l.seq, l.entry_id, l.previous_hash, l.hash, " + Canonical.COLUMNS
            + " from audit_link l left join audit_entry e on e.id = l.entry_id order by l.seq";
    private static final String UNQUEUED = """
            select e.id from audit_entry e
            where not exists (select from audit_link l where l.entry_id = e.id)
              and not exists (select from audit_unsealed u where u.entry_id = e.id) order by e.id limit 1""";
    private static final String LOST = """
            select u.entry_id from audit_unsealed u
            where not exists (select from audit_entry e where e.id = u.entry_id) order by 1 limit 1""";
    private static final String LATE = """
            select e.id from audit_unsealed u join audit_entry e on e.id = u.entry_id
            where e.at < now() - interval '5 minutes' order by e.id limit 1""";

    private Chain() {}

    /** What is wrong. */
    public enum Fault {
        /** The chain names an entry that is no longer there. */
        ENTRY_MISSING,
        /** An entry, or the hash kept of it, is not what it was. */
        ENTRY_CHANGED,
        /** A link does not follow the one before it: taken out, put in, or moved. */
        LINK_BROKEN,
        /** An entry stands neither in the chain nor in the queue of those to be sealed. */
        NOT_QUEUED,
        /** An entry that waited for its seal is no longer there. */
        UNSEALED_MISSING,
        /** An entry has waited for its seal for more than five minutes: nobody seals. */
        NOT_SEALED,
        /** The head that was noted elsewhere is not in the chain: its end was cut off, or all of it was made anew. */
        HEAD_MISSING
    }

    /** What the chain is found to be. */
    public sealed interface Verdict {
        /**
         * @param links entries that are sealed
         * @param waiting entries that are not sealed yet
         * @param head hash of the last link: note it elsewhere
         */
        record Whole(long links, long waiting, String head) implements Verdict {}

        /**
         * @param seq of the first link that is wrong; 0 where the fault is not in a link
         * @param entry that it is about
         */
        record Broken(Fault fault, long seq, Optional<UUID> entry) implements Verdict {}
    }

    /**
     * @param noted a head that was noted elsewhere
     * @param connection of the owner of the tables, or of anyone who sees all of them; one transaction of it is used
     */
    public static Verdict verify(Connection connection, Optional<String> noted) throws SQLException {
        return verify(connection, noted, true);
    }

    /** @param served whether a service runs that seals; without one, entries wait for their seal as long as it takes */
    public static Verdict verify(Connection connection, Optional<String> noted, boolean served) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement begin = connection.createStatement()) {
            begin.execute("set transaction isolation level repeatable read, read only");
            return verdict(connection, noted, served);
        } finally {
            connection.rollback();
        }
    }

    private static Verdict verdict(Connection connection, Optional<String> noted, boolean served) throws SQLException {
        long seq = 0;
        String previous = Canonical.BEFORE_ALL;
        boolean met = noted.isEmpty() || noted.get().equals(previous);
        try (PreparedStatement walk = connection.prepareStatement(WALK)) {
            walk.setFetchSize(FETCH);
            try (ResultSet row = walk.executeQuery()) {
                while (row.next()) {
                    seq++;
                    Optional<Fault> fault = fault(row, previous, seq);
                    if (fault.isPresent()) {
                        return new Verdict.Broken(fault.get(), seq, Optional.of(row.getObject("entry_id", UUID.class)));
                    }
                    previous = row.getString("hash");
                    met |= noted.isPresent() && noted.get().equals(previous);
                }
            }
        }
        if (!met) {
            return new Verdict.Broken(Fault.HEAD_MISSING, seq, Optional.empty());
        }
        return unsealed(connection, seq, previous, served);
    }

    private static Optional<Fault> fault(ResultSet row, String previous, long seq) throws SQLException {
        if (row.getLong("seq") != seq || !row.getString("previous_hash").equals(previous)) {
            return Optional.of(Fault.LINK_BROKEN);
        }
        if (row.getString("id") == null) {
            return Optional.of(Fault.ENTRY_MISSING);
        }
        return Canonical.of(row).hash(previous, seq).equals(row.getString("hash"))
                ? Optional.empty()
                : Optional.of(Fault.ENTRY_CHANGED);
    }

    private static Verdict unsealed(Connection connection, long links, String head, boolean served)
            throws SQLException {
        Optional<UUID> found = one(connection, UNQUEUED);
        if (found.isPresent()) {
            return new Verdict.Broken(Fault.NOT_QUEUED, 0, found);
        }
        found = one(connection, LOST);
        if (found.isPresent()) {
            return new Verdict.Broken(Fault.UNSEALED_MISSING, 0, found);
        }
        found = served ? one(connection, LATE) : Optional.empty();
        if (found.isPresent()) {
            return new Verdict.Broken(Fault.NOT_SEALED, 0, found);
        }
        try (Statement count = connection.createStatement();
                ResultSet row = count.executeQuery("select count(*) from audit_unsealed")) {
            row.next();
            return new Verdict.Whole(links, row.getLong(1), head);
        }
    }

    private static Optional<UUID> one(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }
}
