package vn.sohoa.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was keyed and decided, as it lies in the database. */
@Component
class Readings {
    private final JdbcClient database;

    Readings(JdbcClient database) {
        this.database = database;
    }

    /** What was keyed in one keying; {@code NO_CASE} for every field when no case was found there. */
    Map<String, Answer> keyed(UUID keying) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        database.sql("""
                        select a.key as field, a.value ->> 'kind' as kind, a.value ->> 'text' as text
                        from keying k, jsonb_each(k.answers) a where k.id = :id""").param("id", keying).query(row -> {
            answers.put(row.getString("field"), answer(row.getString("kind"), row.getString("text")));
        });
        return answers;
    }

    Map<String, Answer> decided(UUID registerCase) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        database.sql("select field, kind, text from decision where case_id = :id")
                .param("id", registerCase)
                .query(row -> {
                    answers.put(row.getString("field"), answer(row.getString("kind"), row.getString("text")));
                });
        return answers;
    }

    /** The two finished keyings of a case, the first one first. */
    Two two(UUID registerCase) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        Map<String, Boolean> none = new LinkedHashMap<>();
        database.sql("select turn, id, no_case from keying where case_id = :id and done_at is not null")
                .param("id", registerCase)
                .query(row -> {
                    ids.put(row.getString("turn"), row.getObject("id", UUID.class));
                    none.put(row.getString("turn"), row.getBoolean("no_case"));
                });
        return new Two(
                ids.size(),
                ids.containsKey("FIRST") ? keyed(ids.get("FIRST")) : Map.of(),
                none.getOrDefault("FIRST", false),
                ids.containsKey("SECOND") ? keyed(ids.get("SECOND")) : Map.of(),
                none.getOrDefault("SECOND", false));
    }

    /** The values that hold: what both read, and what was decided where they differed. */
    Map<String, Answer> holding(UUID registerCase) {
        Two two = two(registerCase);
        Map<String, Answer> holding = new LinkedHashMap<>(two.firstEmpty() ? two.second() : two.first());
        holding.putAll(decided(registerCase));
        return holding;
    }

    private static Answer answer(String kind, String text) {
        return new Answer(Answer.Kind.valueOf(kind), text);
    }

    /**
     * @param done how many are finished
     * @param firstEmpty the first person found no case there
     */
    record Two(
            int done, Map<String, Answer> first, boolean firstEmpty, Map<String, Answer> second, boolean secondEmpty) {}
}
