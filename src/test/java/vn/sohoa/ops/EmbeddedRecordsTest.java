package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.RunningApplication;
import vn.sohoa.scan.RecordContract;

/** The records on the PostgreSQL that a node brings along. */
class EmbeddedRecordsTest extends RecordContract {
    private final Path folder = RunningApplication.newFolder();
    private final DataFolder data = DataFolder.claim(folder);
    private final OwnPostgres postgres = OwnPostgres.start(data);

    @Override
    protected Database open() {
        return new Database(postgres.url(), postgres.user(), postgres.password());
    }

    @AfterAll
    void close() throws IOException {
        postgres.close();
        data.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
