package vn.sohoa.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.sohoa.common.Folding;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;

/**
 * Tells the type of a page by its printed title: a line of its own, high on the page, in capitals or larger than the
 * rest; or by other print that only one type has; or by the labels of its form, among fewer rivals where
 * a part of the title was read. Whatever is not sure is unknown.
 */
public final class Classify {
    private static final double SURE = 0.6;
    /** A title stands among the first lines of a paper; a card may lie in the middle of its page. */
    private static final int HEAD_LINES = 16;

    private static final int LINES_OF_A_TITLE = 3;
    private static final double HEAD_SHARE = 0.6;
    /** From so many letters read wrong on, a title may be another one. */
    private static final int NOT_PLAIN = 2;

    private static final float SURELY_READ = 0.8f;
    private static final double CAPITALS = 0.6;

    private static final double SIGN = 0.7;
    private static final double MORE_SIGNS = 0.85;
    private static final double BY_WORDS = 0.6;

    /** What tells a type, prepared for comparing. */
    private record Known(String type, List<TitleMatch.Title> titles, Map<String, String> signs) {
        static Known of(TypeRule rule) {
            Map<String, String> signs = new LinkedHashMap<>();
            rule.signs().forEach(sign -> signs.put(sign, Folding.letters(sign)));
            return new Known(
                    rule.type(),
                    rule.titles().stream().map(TitleMatch.Title::of).toList(),
                    signs);
        }

        /** Some one of its titles has all of these words, as near as they may have been misread. */
        boolean mayHave(Set<String> words) {
            return titles.stream().anyMatch(title -> words.stream().allMatch(title::has));
        }
    }

    private final List<Known> known;
    private final LabelMatch labels;
    private final Set<String> beginnings;
    private final Set<String> all;

    public Classify(List<TypeRule> rules) {
        this.known = rules.stream().map(Known::of).toList();
        this.labels = LabelMatch.of(rules);
        this.beginnings = beginnings(rules);
        this.all = known.stream().map(Known::type).collect(Collectors.toSet());
    }

    /** The best type for a page that stands alone or first. */
    public Verdict page(PageText page) {
        List<Line> lines = fromTheTop(page);
        if (lines.isEmpty()) {
            return Verdict.unknown("Trang không đọc được chữ.");
        }
        List<TitleMatch.Candidate> head = head(page, lines);
        Optional<Verdict> title = best(titles(head));
        if (title.isPresent()) {
            return title.get();
        }
        List<String> folded =
                lines.stream().map(line -> Folding.letters(line.text())).toList();
        Predicate<Verdict> possible = possible(lines, head.size());
        return best(signs(folded))
                .or(() -> labels.best(folded, partlyTitled(head), "Chỉ đọc được một phần tiêu đề")
                        .filter(possible))
                .or(() -> labels.best(folded, all, "Không đọc được tiêu đề").filter(possible))
                .orElseGet(() -> Verdict.unknown("Không thấy tiêu đề của loại giấy tờ nào đã biết."));
    }

    /**
     * The type that a model of words is sure of, for a page of which {@link #page} knows none.
     *
     * @param version of the model, for the reason
     */
    public Optional<Verdict> byWords(PageText page, WordModel model, int version) {
        List<Line> lines = fromTheTop(page);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return model.told(PaperWords.of(page))
                .filter(told -> all.contains(told.type()))
                .map(told -> new Verdict(told.type(), BY_WORDS, reason(told, version), false))
                .filter(possible(lines, head(page, lines).size()));
    }

    private static String reason(WordModel.Told told, int version) {
        return "Không đọc được tiêu đề; trang có %d trong %d cụm từ thường gặp của loại này (mô hình từ ngữ số %d)."
                .formatted(told.here(), told.usual(), version);
    }

    /**
     * From the top down; what stands beside each other from left to right: a title over the fold of a book is read as two
     * pieces, and the right one may lie a little higher.
     */
    private static List<Line> fromTheTop(PageText page) {
        List<Line> lines = page.lines()
                .sorted(Comparator.comparingInt(line -> line.box().y()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = 1; i < lines.size(); i++) {
            for (int j = i; j > 0 && isRightOf(lines.get(j - 1), lines.get(j)); j--) {
                Collections.swap(lines, j - 1, j);
            }
        }
        return lines;
    }

    private static boolean isRightOf(Line one, Line other) {
        double middle = other.box().y() + other.box().height() / 2.0;
        return one.box().x() >= other.box().right()
                && middle >= one.box().y()
                && middle <= one.box().bottom();
    }

    private static Optional<Verdict> best(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.confidence() >= SURE)
                .max(Comparator.comparingDouble(Verdict::confidence));
    }

    private static List<TitleMatch.Candidate> head(PageText page, List<Line> lines) {
        double usual = usualHeight(lines);
        return lines.stream()
                .limit(HEAD_LINES + LINES_OF_A_TITLE)
                .filter(line -> line.box().y() <= page.height() * HEAD_SHARE)
                .map(line -> TitleMatch.Candidate.of(line.text(), line.box().height() / usual))
                .toList();
    }

    /** Types of whose titles a line is what is left: not enough by itself, two titles may lose what tells them apart. */
    private Set<String> partlyTitled(List<TitleMatch.Candidate> head) {
        return known.stream()
                .filter(type -> head.stream()
                        .anyMatch(line -> type.titles.stream().anyMatch(title -> TitleMatch.isPart(title, line))))
                .map(Known::type)
                .collect(Collectors.toSet());
    }

    /** No title that was read plainly says otherwise. */
    private Predicate<Verdict> possible(List<Line> lines, int head) {
        List<Set<String>> legible = legibleTitles(lines, head);
        return verdict -> known.stream()
                .filter(type -> type.type.equals(verdict.type()))
                .anyMatch(type -> legible.stream().allMatch(type::mayHave));
    }

    /** The words, folded, of lines in capitals that begin as titles do; only those that were read surely. */
    private List<Set<String>> legibleTitles(List<Line> lines, int head) {
        return lines.stream()
                .limit(head)
                .filter(line -> isInCapitals(line.text()))
                .filter(line ->
                        beginnings.contains(Folding.exact(line.words().get(0).text())))
                .map(line -> line.words().stream()
                        .filter(word -> word.confidence() >= SURELY_READ)
                        .map(word -> Folding.letters(word.text()))
                        .filter(word -> word.length() > 1)
                        .collect(Collectors.toSet()))
                .toList();
    }

    private List<Verdict> titles(List<TitleMatch.Candidate> single) {
        List<Verdict> found = new ArrayList<>();
        for (int i = 0; i < Math.min(HEAD_LINES, single.size()); i++) {
            TitleMatch.Candidate candidate = single.get(i);
            for (int more = 0; more < LINES_OF_A_TITLE; more++) {
                if (more > 0) {
                    if (i + more >= single.size()) {
                        break;
                    }
                    candidate = candidate.and(single.get(i + more));
                }
                matches(candidate, found);
            }
        }
        return found;
    }

    private void matches(TitleMatch.Candidate candidate, List<Verdict> found) {
        for (Known type : known) {
            for (TitleMatch.Title title : type.titles) {
                TitleMatch.of(title, candidate)
                        .filter(match -> match.errors() < NOT_PLAIN || !hasRival(type, match::mayBe))
                        .filter(match -> match.beside() == 0 || !hasRival(type, match::mayGoOnAs))
                        .map(match -> new Verdict(type.type, match.confidence(), match.reason(), true))
                        .ifPresent(found::add);
            }
        }
    }

    /** So little was read of the title that it may as well be another type's: its form has to decide. */
    private boolean hasRival(Known type, Predicate<TitleMatch.Title> rival) {
        return known.stream().filter(other -> !other.type.equals(type.type)).anyMatch(other -> other.titles.stream()
                .anyMatch(rival));
    }

    private List<Verdict> signs(List<String> lines) {
        List<Verdict> found = new ArrayList<>();
        for (Known type : known) {
            List<String> seen = type.signs.entrySet().stream()
                    .filter(sign -> lines.stream().anyMatch(line -> line.contains(sign.getValue())))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!seen.isEmpty()) {
                String reason = "Có dòng chữ in «%s».".formatted(String.join("», «", seen));
                found.add(new Verdict(type.type, seen.size() > 1 ? MORE_SIGNS : SIGN, reason, false));
            }
        }
        return found;
    }

    /** What titles of the catalog begin with. */
    static Set<String> beginnings(List<TypeRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.titles().stream())
                .map(title -> Folding.exact(title).split(" ", 2)[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isInCapitals(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return letters > 0 && capitals >= CAPITALS * letters;
    }

    static double usualHeight(List<Line> lines) {
        int[] heights =
                lines.stream().mapToInt(line -> line.box().height()).sorted().toArray();
        return Math.max(1, heights[heights.length / 2]);
    }
}
