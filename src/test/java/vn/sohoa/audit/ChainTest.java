package vn.sohoa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.QuietApplication;
import vn.sohoa.audit.Chain.Fault;
import vn.sohoa.audit.Chain.Verdict;
import vn.sohoa.cli.VerifyAudit;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Units;

/** Each test meddles as the owner of the tables, and puts everything back. */
@ExtendWith(QuietApplication.class)
class ChainTest {
    private static final int BATCH = 100_000;

    private Audit audit;
    private Sealing sealing;
    private TransactionTemplate transactions;
    private DataSource owner;
    private DataSource service;

    @BeforeEach
    void begin(ConfigurableApplicationContext application) throws SQLException {
        audit = application.getBean(Audit.class);
        sealing = application.getBean(Sealing.class);
        transactions = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        owner = application.getBean("owner", DataSource.class);
        service = application.getBean("dataSource", DataSource.class);
        for (int i = 0; i < 3; i++) {
            write();
        }
        sealing.seal(BATCH);
        execute("alter table audit_entry disable trigger user", "alter table audit_link disable trigger user");
        execute(
                "create table kept_entry as select * from audit_entry",
                "create table kept_link as select * from audit_link");
    }

    @AfterEach
    void putBack() throws SQLException {
        execute(
                "delete from audit_link",
                "delete from audit_entry",
                "insert into audit_entry select * from kept_entry",
                "insert into audit_link select * from kept_link",
                "delete from audit_unsealed u where not exists (select from audit_entry e where e.id = u.entry_id)",
                "drop table kept_entry",
                "drop table kept_link",
                "alter table audit_entry enable trigger user",
                "alter table audit_link enable trigger user");
    }

    private UUID write() {
        UUID subject = Ids.next();
        transactions.executeWithoutResult(
                status -> audit.append(new AuditEntry(Units.ROOT, "thu", "kiểm thử", "TRIED", "NOTHING", subject)));
        return subject;
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private Verdict verify(Optional<String> head) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            return Chain.verify(connection, head);
        }
    }

    private void found(Fault fault) throws SQLException {
        assertThat(verify(Optional.empty()))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.fault())
                        .isEqualTo(fault));
    }

    private String head() throws SQLException {
        return ((Verdict.Whole) verify(Optional.empty())).head();
    }

    @Test
    void whatWasNotMeddledWithIsWhole() throws SQLException {
        String noted = head();
        assertThat(verify(Optional.of(noted))).isInstanceOf(Verdict.Whole.class);
        assertThat(verify(Optional.of("f".repeat(64))))
                .isEqualTo(new Verdict.Broken(Fault.HEAD_MISSING, links(), Optional.empty()));
    }

    private long links() {
        return JdbcClient.create(owner)
                .sql("select count(*) from audit_link")
                .query(Long.class)
                .single();
    }

    @Test
    void aChangedEntryIsFound() throws SQLException {
        execute(
                "update audit_entry set actor = 'nguoi-khac' where id = (select max(entry_id::text)::uuid from audit_link)");
        found(Fault.ENTRY_CHANGED);
    }

    @Test
    void aMovedTimeIsFound() throws SQLException {
        execute("update audit_entry set at = at + interval '1 microsecond'"
                + " where id = (select entry_id from audit_link where seq = 2)");
        found(Fault.ENTRY_CHANGED);
    }

    @Test
    void aDeletedEntryIsFoundWithItsLinkOrWithout() throws SQLException {
        execute("delete from audit_entry where id = (select entry_id from audit_link where seq = 2)");
        found(Fault.ENTRY_MISSING);
        execute("delete from audit_link where seq = 2");
        found(Fault.LINK_BROKEN);
    }

    @Test
    void reorderedLinksAreFound() throws SQLException {
        execute(
                "update audit_link set seq = -2 where seq = 2",
                "update audit_link set seq = 2 where seq = 3",
                "update audit_link set seq = 3 where seq = -2");
        found(Fault.LINK_BROKEN);
    }

    @Test
    void aCutOffEndIsFoundByTheHeadThatWasNoted() throws SQLException {
        String noted = head();
        execute(
                "delete from audit_entry where id = (select entry_id from audit_link order by seq desc limit 1)",
                "delete from audit_link where seq = (select max(seq) from audit_link)");
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Whole.class);
        assertThat(verify(Optional.of(noted)))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.fault())
                        .isEqualTo(Fault.HEAD_MISSING));
    }

    @Test
    void anEntryThatIsSneakedInOrNeverSealedIsFound() throws SQLException {
        String sneak = "insert into audit_entry select '" + Ids.next()
                + "', now() - interval '1 hour', unit_id, 'ma', purpose, action, subject_kind, subject_id from audit_entry"
                + " limit 1";
        execute(sneak);
        found(Fault.NOT_QUEUED);
        execute("insert into audit_unsealed select id from audit_entry where actor = 'ma'");
        found(Fault.NOT_SEALED);
        execute("delete from audit_entry where actor = 'ma'");
        found(Fault.UNSEALED_MISSING);
    }

    @Test
    void theServiceCanOnlyAdd() throws SQLException {
        try (Connection connection = service.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("audit_entry", "audit_link", "history")) {
                for (String sql : List.of(
                        "update " + table + " set " + (table.equals("audit_link") ? "hash = ''" : "actor = ''"),
                        "delete from " + table,
                        "truncate " + table)) {
                    assertThatThrownBy(() -> statement.execute(sql))
                            .as(sql)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void theOwnerCannotMeddleByMistake() throws SQLException {
        execute("alter table audit_entry enable trigger user", "alter table audit_link enable trigger user");
        for (String sql : List.of("delete from audit_entry", "update audit_link set hash = ''", "truncate history")) {
            assertThatThrownBy(() -> execute(sql)).as(sql).hasMessageContaining("append-only");
        }
        execute("alter table audit_entry disable trigger user", "alter table audit_link disable trigger user");
    }

    @Test
    void theCommandSaysWhatItFoundAndEndsAccordingly() throws SQLException {
        assertThat(command()).startsWith("0 ").contains("Nhật ký nguyên vẹn").contains("head " + head());
        execute("delete from audit_entry where id = (select entry_id from audit_link where seq = 2)");
        assertThat(command()).startsWith("1 ").contains("fault ENTRY_MISSING\nlink 2\nentry ");
    }

    private String command() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = VerifyAudit.run(List.of(), print, print, settings -> new VerifyAudit.Opened() {
            @Override
            public boolean served() {
                return true;
            }

            @Override
            public Connection connection() throws SQLException {
                return owner.getConnection();
            }

            @Override
            public void close() {
                // the application's
            }
        });
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
