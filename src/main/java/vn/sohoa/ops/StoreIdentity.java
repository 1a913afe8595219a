package vn.sohoa.ops;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Ids;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/**
 * Refuses to start a node on a database and a store that do not belong together: the rows would name objects that are
 * elsewhere, and everything would look fine until somebody asks for a page. One id stands in both.
 */
final class StoreIdentity {
    static final String KEY = ".sohoa/installation";

    private static final int ID_LENGTH = 64;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ObjectStore store;

    StoreIdentity(DataSource database, ObjectStore store) {
        this.database = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.store = store;
    }

    private record Row(UUID id, boolean storeMarked) {}

    /**
     * Gives both the same id when both are new, else compares. Two nodes may do this at once on empty engines, and a
     * node may die half way: the row decides the id and says whether the store was ever marked with it.
     */
    void check() {
        try {
            store.ensureBuckets();
            if (inStore().isEmpty()) {
                database.sql("insert into installation (id) values (?) on conflict do nothing")
                        .param(Ids.next())
                        .update();
            }
            transaction.executeWithoutResult(status -> compare());
        } catch (Failure.Unavailable e) {
            // The reason's own sentence promises another try, which a node that does not start cannot give.
            String why = e.reason().code() + " " + e.reason().detail();
            throw new StartRefused(
                    "Không dùng được kho đối tượng (" + why
                            + "). Hãy kiểm tra kho, SOHOA_S3_URL và khóa truy cập, rồi khởi động lại.",
                    "The object store cannot be used (" + why
                            + "). Check the store, SOHOA_S3_URL and its keys, then start again.",
                    e);
        }
    }

    private void compare() {
        Row row = database.sql("select id, store_marked from installation for update")
                .query((found, n) -> new Row(found.getObject(1, UUID.class), found.getBoolean(2)))
                .optional()
                .orElse(null);
        Optional<String> inStore = inStore();
        if (row != null && !row.storeMarked() && inStore.isEmpty()) {
            byte[] id = row.id().toString().getBytes(StandardCharsets.US_ASCII);
            store.put(Bucket.ORIGINALS, KEY, id, "text/plain", Map.of());
            inStore = inStore();
        }
        if (row == null || !row.id().toString().equals(inStore.orElse(null))) {
            throw strangers(row, inStore.orElse(null));
        }
        if (!row.storeMarked()) {
            database.sql("update installation set store_marked = true").update();
        }
    }

    private Optional<String> inStore() {
        return store.stat(Bucket.ORIGINALS, KEY)
                .map(found -> new String(store.bytes(Bucket.ORIGINALS, KEY, ID_LENGTH), StandardCharsets.US_ASCII));
    }

    private static StartRefused strangers(@Nullable Row row, @Nullable String inStore) {
        String database = row == null ? "–" : row.id().toString();
        String store = inStore == null ? "–" : inStore;
        return new StartRefused(
                "Cơ sở dữ liệu (" + database + ") và kho đối tượng (" + store
                        + ") không thuộc về nhau. Hãy kiểm tra SOHOA_DB_URL và SOHOA_S3_URL; không có dữ liệu nào bị thay đổi.",
                "The database (" + database + ") and the object store (" + store
                        + ") do not belong together. Check SOHOA_DB_URL and SOHOA_S3_URL; nothing was changed.");
    }
}
