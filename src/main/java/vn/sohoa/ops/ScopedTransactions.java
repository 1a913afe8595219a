package vn.sohoa.ops;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.sohoa.common.Scope;

/** Tells the database at the start of each transaction whose rows it may show (see V6__scope.sql). */
final class ScopedTransactions extends JpaTransactionManager {
    private static final long serialVersionUID = 1L;
    private static final String TELL =
            "select set_config('sohoa.machine', ?, true), set_config('sohoa.units', ?, true)";

    ScopedTransactions(EntityManagerFactory entities, DataSource database) {
        super(entities);
        setDataSource(database);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            tell(Scope.current());
        } catch (SQLException | RuntimeException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the scope could not be told to the database", e);
        }
    }

    private void tell(Scope scope) throws SQLException {
        DataSource database = getDataSource();
        ConnectionHolder holder =
                database == null ? null : (ConnectionHolder) TransactionSynchronizationManager.getResource(database);
        if (holder == null) {
            throw new IllegalStateException("a transaction without a connection");
        }
        Connection connection = holder.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, scope instanceof Scope.Machine ? "on" : "off");
            statement.setString(2, units(scope));
            statement.execute();
        }
    }

    private static String units(Scope scope) {
        return scope instanceof Scope.Units some
                ? some.ids().stream().map(UUID::toString).collect(Collectors.joining(","))
                : "";
    }
}
