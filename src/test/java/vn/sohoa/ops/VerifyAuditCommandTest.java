package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.RunningApplication;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.audit.Sealing;
import vn.sohoa.common.Ids;

/** {@code verify-audit} as an administrator runs it: beside a service, over a stopped one, and over nothing; and its neighbour {@code learn-words}. */
@Timeout(300)
class VerifyAuditCommandTest {
    private final Path data = RunningApplication.newFolder();

    @AfterEach
    void clear() throws Exception {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void saysWhetherTheAuditIsAsItWasWritten() throws Exception {
        try (ConfigurableApplicationContext service = QuietApplication.start(data)) {
            append(service);
            append(service);
            service.getBean(Sealing.class).seal(100);
            append(service);
            NodeProcess.Said beside = NodeProcess.command(data, "verify-audit");
            assertThat(beside.code()).as(beside.text()).isZero();
            assertThat(beside.text()).contains("Nhật ký nguyên vẹn").contains("The audit is whole");
        }
        asOwner("update audit_entry set at = at - interval '1 hour' where id in (select entry_id from audit_unsealed)");
        NodeProcess.Said stopped = NodeProcess.command(data, "verify-audit");
        assertThat(stopped.code())
                .as("nobody seals while no service runs: " + stopped.text())
                .isZero();
        assertThat(stopped.text()).doesNotContain("Exception");
        NodeProcess.Said asked = NodeProcess.command(data, "learn-words");
        assertThat(asked.code()).as(asked.text()).isZero();
        assertThat(asked.text()).contains("khi dịch vụ chạy");
        String head = stopped.text().replaceAll("(?s).*\\nhead ([0-9a-f]+).*", "$1");
        assertThat(NodeProcess.command(data, "verify-audit", "--head", head).code())
                .isZero();
        assertThat(NodeProcess.command(data, "verify-audit", "--head", "00").code())
                .as("a head that is not in the chain")
                .isEqualTo(1);

        asOwner("update audit_entry set actor = 'ai-do' where id = (select entry_id from audit_link where seq = 2)");
        NodeProcess.Said changed = NodeProcess.command(data, "verify-audit");
        assertThat(changed.code()).as(changed.text()).isEqualTo(1);
        assertThat(changed.text())
                .contains("Nhật ký KHÔNG nguyên vẹn")
                .contains("fault ENTRY_CHANGED")
                .contains("link 2");
    }

    @Test
    void saysThatThereIsNothingToLookAt() throws Exception {
        Path empty = Files.createDirectory(data.resolve("empty"));
        NodeProcess.Said said = NodeProcess.command(empty, "verify-audit");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("Không có cơ sở dữ liệu").contains("There is no database");
        assertThat(empty).isEmptyDirectory();
        assertThat(NodeProcess.command(empty, "verify-audit", "--what").code()).isEqualTo(2);
    }

    private static void append(ConfigurableApplicationContext service) {
        var unit = new Papers(service).counter("ub-01", "quay-1").unitId();
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> service.getBean(Audit.class)
                        .append(new AuditEntry(unit, "lan", "thử", "DOCUMENT_CONFIRMED", "DOCUMENT", Ids.next())));
    }

    /** What only the owner of the tables can do. */
    private void asOwner(String sql) throws Exception {
        try (OwnerDatabase database = OwnerDatabase.open(List.of("--sohoa.data=" + data));
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table audit_entry disable trigger user");
            statement.execute(sql);
            statement.execute("alter table audit_entry enable trigger user");
        }
    }
}
