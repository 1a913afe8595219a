package vn.sohoa.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Ids;

/** What was answered to requests that may be sent twice, kept for a day. */
@Component
@Transactional
class Answers {
    private static final Duration KEPT = Duration.ofHours(24);
    /** A request whose node died in the middle may be sent again after this. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);

    private static final String BEGIN = """
            insert into idempotent_answer (id, unit_id, actor, key, request_hash, created_at)
            values (:id, :unit, :actor, :key, :hash, :now)
            on conflict (unit_id, actor, key) do update
            set id = :id, request_hash = :hash, created_at = :now, status = null, content_type = null, headers = null,
                body = null
            where idempotent_answer.created_at < :old
               or idempotent_answer.status is null and idempotent_answer.created_at < :lost""";
    private static final String FIND = """
            select request_hash, status, content_type, headers, body from idempotent_answer
            where unit_id = :unit and actor = :actor and key = :key""";

    private final JdbcClient database;
    private final Clock clock;

    Answers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose request it is. */
    record Key(UUID unit, String actor, String text) {}

    /** @param status absent while it is being worked on */
    record Answer(
            String requestHash,
            Optional<Integer> status,
            @Nullable String contentType,
            @Nullable String headers,
            byte @Nullable [] body) {}

    /** The id under which the answer is to be kept, when this is the first request with the key. */
    Optional<UUID> begin(Key key, String hash) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        database.sql("delete from idempotent_answer where created_at < :old")
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
        int begun = database.sql(BEGIN)
                .param("id", id)
                .param("unit", key.unit())
                .param("actor", key.actor())
                .param("key", key.text())
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(KEPT)))
                .param("lost", Timestamp.from(now.minus(UNDER_WAY)))
                .update();
        return begun == 1 ? Optional.of(id) : Optional.empty();
    }

    Optional<Answer> find(Key key) {
        return database.sql(FIND)
                .param("unit", key.unit())
                .param("actor", key.actor())
                .param("key", key.text())
                .query((row, number) -> new Answer(
                        row.getString("request_hash"),
                        Optional.ofNullable((Integer) row.getObject("status")),
                        row.getString("content_type"),
                        row.getString("headers"),
                        row.getBytes("body")))
                .optional();
    }

    void end(UUID id, Answer answer) {
        database.sql("""
                        update idempotent_answer
                        set status = :status, content_type = :type, headers = :headers, body = :body where id = :id""")
                .param("status", answer.status().orElseThrow())
                .param("type", answer.contentType())
                .param("headers", answer.headers())
                .param("body", answer.body())
                .param("id", id)
                .update();
    }

    /** Nothing came of it: it may be tried again. */
    void drop(UUID id) {
        database.sql("delete from idempotent_answer where id = :id")
                .param("id", id)
                .update();
    }
}
