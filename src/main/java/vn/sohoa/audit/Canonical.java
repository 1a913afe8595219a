package vn.sohoa.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import vn.sohoa.common.Sha256;

/**
 * The one form in which an entry is hashed: its fields in the order id, at, unit, actor, purpose, action, subject kind,
 * subject id, each as {@code <length in UTF-8 bytes>:<text>,}; ids in lower case with hyphens, the time in UTC as {@code
 * 2026-11-23T08:15:30.123456Z}. A link's hash is SHA-256, in lower-case hexadecimal, over {@code <previous hash>:<seq>:}
 * and that form; before the first link stand 64 zeros.
 */
record Canonical(UUID id, String form) {
    static final String BEFORE_ALL = "0".repeat(64);

    /** To select from {@code audit_entry e}, in the order that {@link #of} reads. */
    static final String COLUMNS =
            "e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as moment,"
                    + " e.unit_id, e.actor, e.purpose, e.action, e.subject_kind, e.subject_id";

    private static final List<String> FIELDS =
            List.of("id", "moment", "unit_id", "actor", "purpose", "action", "subject_kind", "subject_id");

    static Canonical of(ResultSet row) throws SQLException {
        StringBuilder form = new StringBuilder();
        for (String field : FIELDS) {
            String text = row.getString(field);
            form.append(text.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(text)
                    .append(',');
        }
        return new Canonical(row.getObject("id", UUID.class), form.toString());
    }

    String hash(String previous, long seq) {
        return Sha256.of((previous + ":" + seq + ":" + form).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
