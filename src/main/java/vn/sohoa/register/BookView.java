package vn.sohoa.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A book as others see it: no value of any case.
 *
 * @param unit its code
 * @param key the folder its pages came in
 * @param declared how many pages it is said to have
 * @param found how many pages stand in it
 * @param cases how many are in each state
 * @param version to be carried by a change of its facts
 */
public record BookView(
        UUID id,
        UUID unitId,
        String unit,
        String key,
        BookFacts facts,
        OptionalInt declared,
        int casesAPage,
        BookState state,
        int version,
        int found,
        Map<CaseState, Integer> cases) {

    public int count(CaseState state) {
        return cases.getOrDefault(state, 0);
    }

    public int open() {
        return cases.entrySet().stream()
                .filter(entry -> entry.getKey().open())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Cases that become rows. */
    public int done() {
        return cases.entrySet().stream()
                .filter(entry -> entry.getKey().counts())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public enum PageState {
        KEPT,
        BLANK,
        /** Another page has its number; a person has to look at both. */
        DUPLICATE,
        /** A person has said that it does not belong to the book. */
        SET_ASIDE
    }

    /**
     * @param page its id in the records of scans
     * @param name of its file, a label only
     * @param cases how many places for cases it has
     * @param open how many of them are still open
     */
    public record Page(
            UUID id,
            UUID page,
            UUID scan,
            int position,
            String name,
            OptionalInt number,
            PageState state,
            Optional<UUID> duplicateOf,
            int cases,
            int open) {}

    /** A scan that brought nothing to key: the same bytes again, refused, or in need of a person. */
    public record Odd(UUID scan, String name, String outcome, Optional<UUID> repeatOf) {}

    /**
     * @param passed our own checker; what did not pass is not offered
     * @param findings of the checker, each a code and a detail without personal data
     */
    public record Delivery(
            UUID id,
            String name,
            int cases,
            boolean passed,
            List<Finding> findings,
            String gaps,
            String gapsReason,
            String xlsxKey,
            String xlsxSha256,
            long xlsxBytes,
            String zipKey,
            String zipSha256,
            long zipBytes,
            Instant at) {}
}
