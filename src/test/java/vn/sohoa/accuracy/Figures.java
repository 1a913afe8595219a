package vn.sohoa.accuracy;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Figures of one comparison: over all, and by whatever a group is named. */
final class Figures {
    /** What is counted as so many of so many. */
    enum Count {
        FILES("files with every page accounted for"),
        ORIENTATION("rotation of a page"),
        PAGE_KIND("document, blank or separator"),
        SEPARATION("papers with exactly their pages"),
        TYPE("type of a paper, its pages right"),
        UNKNOWN("papers answered `unknown`"),
        DOSSIER("dossier code of a paper"),
        QR("QR codes read exactly"),
        FIELDS("field values exactly right"),
        FIELDS_HARD("the same without sex, ethnic group, nationality"),
        FIELDS_PRINTED("field values exactly right on papers without handwriting-like fonts"),
        FIELDS_PRINTED_HARD("the same without sex, ethnic group, nationality"),
        INVENTED("values given that the paper does not have"),
        CONFIDENT("values said to need no person"),
        CONFIDENT_WRONG("of those, wrong"),
        SECONDED("values that the paper says a second time in another way, said to need no person"),
        ALONE("other values, said to need no person"),
        ALONE_SETTLED("of those only sexes, ethnic groups, nationalities and days of registration"),
        CASES("rows of tables found, a case each"),
        CELLS("values in them exactly right"),
        CELLS_INVENTED("values given where the row has none");

        final String words;

        Count(String words) {
            this.words = words;
        }
    }

    /**
     * @param right values that are exactly right
     * @param sure values said to need no person
     */
    record Field(Ratio right, Ratio sure) {
        Field plus(Field other) {
            return new Field(right.plus(other.right), sure.plus(other.sure));
        }
    }

    /** What a table of readings is grouped by. */
    enum By {
        WRITING,
        TYPE,
        DAMAGE,
        DPI
    }

    private final Map<Count, Ratio> counts = new EnumMap<>(Count.class);
    private final Map<By, Map<String, Reading>> readings = new EnumMap<>(By.class);
    private final Map<String, Ratio> lines = new TreeMap<>();
    private final Map<String, Map<Count, Ratio>> types = new TreeMap<>();
    private final Map<String, Map<String, Field>> fields = new TreeMap<>();
    private Reading all = Reading.NONE;
    private int junk;

    void count(Count what, boolean so) {
        counts.merge(what, Ratio.of(so), Ratio::plus);
    }

    void countOfType(String type, Count what, boolean so) {
        types.computeIfAbsent(type, t -> new EnumMap<>(Count.class)).merge(what, Ratio.of(so), Ratio::plus);
    }

    void field(String type, String field, boolean right, boolean sure) {
        fields.computeIfAbsent(type, t -> new TreeMap<>())
                .merge(field, new Field(Ratio.of(right), Ratio.of(sure)), Field::plus);
    }

    void page(Reading reading) {
        all = all.plus(reading);
    }

    void page(By group, String name, Reading reading) {
        readings.computeIfAbsent(group, g -> new TreeMap<>()).merge(name, reading, Reading::plus);
    }

    void line(String kind, Ratio errors) {
        lines.merge(kind, errors, Ratio::plus);
    }

    void junk(int words) {
        junk += words;
    }

    Ratio get(Count what) {
        return counts.getOrDefault(what, Ratio.NONE);
    }

    Ratio ofType(String type, Count what) {
        return types.getOrDefault(type, Map.of()).getOrDefault(what, Ratio.NONE);
    }

    Reading all() {
        return all;
    }

    Map<String, Reading> by(By group) {
        return readings.getOrDefault(group, Map.of());
    }

    /** Character errors by the kind of line. */
    Map<String, Ratio> lines() {
        return lines;
    }

    /** By type and field. */
    Map<String, Map<String, Field>> fields() {
        return fields;
    }

    /** Words that were read on blank pages. */
    int junk() {
        return junk;
    }
}
