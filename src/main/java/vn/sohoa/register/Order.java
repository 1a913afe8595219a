package vn.sohoa.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be delivered of a book.
 *
 * @param name of both files, without extension
 * @param gaps page numbers that are missing, as a person accepted them
 * @param seen when the book was changed last: a delivery of a book that has changed since is none
 */
public record Order(
        UUID book,
        UUID unitId,
        String unit,
        String name,
        Form form,
        BookFacts facts,
        List<Case> cases,
        String gaps,
        String gapsReason,
        Instant seen) {

    /**
     * @param page its id in the records of scans
     * @param answers those that hold
     */
    public record Case(UUID id, UUID page, Map<String, Answer> answers) {
        public Case {
            answers = Map.copyOf(answers);
        }
    }

    public Order {
        cases = List.copyOf(cases);
    }

    /** The cells of the rows, in the order of the cases. */
    List<List<String>> rows() {
        return cases.stream().map(one -> form.cells(facts, one.answers())).toList();
    }

    /** The names of the files in the order of the cases; a second one of the same name is told apart by a number. */
    List<String> files() {
        Map<String, Integer> seenNames = new HashMap<>();
        List<String> files = new ArrayList<>();
        for (Case one : cases) {
            String base = form.fileName(facts, one.answers());
            int times = seenNames.merge(base, 1, Integer::sum);
            files.add(base + (times == 1 ? "" : "-" + times) + ".pdf");
        }
        return files;
    }
}
