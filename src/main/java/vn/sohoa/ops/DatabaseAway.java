package vn.sohoa.ops;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * Tells a database that is away from a statement that it will never take. The first costs nobody anything and is tried
 * again for ever; the second is our own bug, which has to reach a person.
 */
final class DatabaseAway {
    /**
     * SQLSTATE, PostgreSQL's appendix A: the connection broke (08) or was ended for idling (25P03), the server lacks
     * resources (53), is being stopped or was told to stop us (57), has trouble with its disk (58), or undid us for
     * somebody else's sake (40, 55P03).
     */
    private static final Pattern AWAY = Pattern.compile("08...|25P03|40...|53...|55P03|57...|58...");

    private DatabaseAway() {}

    /** The failure in our own words; nothing where it says something else than that the database is away. */
    static Optional<Failure.Unavailable> of(Throwable thrown) {
        if (thrown instanceof Failure) {
            return Optional.empty(); // somebody has said already what it is
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (says(cause)) {
                return Optional.of(new Failure.Unavailable(
                        Reason.of(
                                ReasonCode.DATABASE_UNAVAILABLE,
                                cause.getClass().getSimpleName()),
                        thrown));
            }
        }
        return Optional.empty();
    }

    private static boolean says(Throwable cause) {
        if (cause instanceof SQLException sql) {
            // The pool says nothing about its own trouble: no connection within its time, or one that it has given up.
            return sql.getSQLState() == null
                    || sql instanceof SQLTransientException
                    || sql instanceof SQLRecoverableException
                    || AWAY.matcher(sql.getSQLState()).matches();
        }
        if (cause instanceof OptimisticLockingFailureException) {
            return false; // somebody was first: whoever asked has to look again
        }
        return cause instanceof CannotCreateTransactionException
                || cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof DataAccessResourceFailureException;
    }
}
