package vn.sohoa.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a node looked like at one moment: seconds since the beginning, and a number for each measure. */
record Sample(double seconds, Map<Measure, Double> values) {
    /** What is looked at, and how it is told. */
    enum Measure {
        PAGES("pages read", ""),
        NODE("node, resident", "MiB"),
        HEAP("node, heap in use", "MiB"),
        RECOGNIZERS("recognizers, resident", "MiB"),
        POSTGRES("PostgreSQL, private", "MiB"),
        THREADS("threads of the node", ""),
        HANDLES("file handles of the node", ""),
        WORK_FILES("files under way", ""),
        BACKLOG("rows that wait or are worked on", ""),
        MESSAGES("messages in the queues", ""),
        ARRIVALS("rows of arrival", ""),
        UNSEALED("rows of audit_unsealed", ""),
        DATABASE("database", "MiB");

        final String title;
        final String unit;

        Measure(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }
    }

    static String head() {
        return "seconds,"
                + List.of(Measure.values()).stream()
                        .map(m -> m.name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(","));
    }

    String line() {
        return "%.1f,".formatted(seconds)
                + List.of(Measure.values()).stream()
                        .map(m -> "%.2f".formatted(of(m)))
                        .collect(Collectors.joining(","));
    }

    static Sample parse(String line) {
        String[] parts = line.split(",");
        Map<Measure, Double> values = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            values.put(measure, Double.parseDouble(parts[measure.ordinal() + 1]));
        }
        return new Sample(Double.parseDouble(parts[0]), values);
    }

    double of(Measure measure) {
        return values.getOrDefault(measure, 0.0);
    }
}
