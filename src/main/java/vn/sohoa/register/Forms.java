package vn.sohoa.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The forms of the registers, read from {@code catalog/registers/*.yaml}; a wrong one stops the start. */
@Component
public class Forms {
    private static final String PACKED = "classpath*:catalog/registers/*.yaml";

    private final Map<String, Form> byKind = new TreeMap<>();

    Forms() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(PACKED)) {
                try (InputStream in = file.getInputStream()) {
                    Form form = read(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
                    if (byKind.put(form.kind(), form) != null) {
                        throw new IllegalStateException("two registers of the kind " + form.kind());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Form> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The form of a book whose kind is known. */
    Form known(String kind) {
        return of(kind).orElseThrow(() -> new IllegalStateException("no register of the kind " + kind));
    }

    public List<Form> all() {
        return List.copyOf(byKind.values());
    }

    private static Form read(Map<String, Object> file) {
        List<String> columns = texts(part(file, "columns"));
        Map<String, List<Field.Choice>> lists = new TreeMap<>();
        entries(part(file, "lists")).forEach((name, list) -> lists.put(name, choices(list)));
        List<Field> keyed = new ArrayList<>();
        for (Object entry : (List<?>) part(file, "keyed")) {
            Field field = field(entries(entry), lists);
            require(columns.contains(field.column()), "keyed " + field.column() + " is no column");
            keyed.add(field);
        }
        Map<String, String> filled = new TreeMap<>();
        entries(part(file, "filled")).forEach((column, pattern) -> filled.put(column, String.valueOf(pattern)));
        Map<String, Object> name = entries(part(file, "name"));
        Form form = new Form(
                text(file, "kind"),
                text(file, "sheet"),
                text(file, "document"),
                label(part(file, "label")),
                columns,
                keyed,
                filled,
                text(file, "illegible"),
                text(file, "notes"),
                text(name, "date"),
                text(name, "case"));
        require(columns.stream().distinct().count() == columns.size(), form.kind() + ": a column stands twice");
        require(columns.containsAll(filled.keySet()), form.kind() + ": filled is no column");
        require(
                columns.contains(form.notes()) && form.field(form.notes()).isEmpty(),
                form.kind() + ": notes is no free column");
        require(form.field(form.dateColumn()).isPresent(), form.kind() + ": name.date is not keyed");
        require(form.field(form.caseColumn()).isPresent(), form.kind() + ": name.case is not keyed");
        return form;
    }

    private static Field field(Map<String, Object> entry, Map<String, List<Field.Choice>> lists) {
        Field.Kind kind = Field.Kind.valueOf(text(entry, "kind"));
        List<Field.Choice> choices =
                kind == Field.Kind.CODE ? lists.getOrDefault(text(entry, "list"), List.of()) : List.of();
        Field field = new Field(
                text(entry, "column"),
                kind,
                Boolean.TRUE.equals(entry.get("required")),
                Optional.ofNullable(entry.get("pattern")).map(pattern -> Pattern.compile(String.valueOf(pattern))),
                choices,
                Optional.ofNullable(entry.get("absent")).map(String::valueOf).orElse(""),
                label(part(entry, "label")));
        require(kind != Field.Kind.CODE || !choices.isEmpty(), field.column() + " has no list");
        require(field.absent().isEmpty() || field.knows(field.absent()), field.column() + ": absent is no code");
        return field;
    }

    private static List<Field.Choice> choices(Object list) {
        return ((List<?>) list)
                .stream()
                        .map(Forms::entries)
                        .map(one -> new Field.Choice(text(one, "code"), label(one)))
                        .toList();
    }

    private static Form.Label label(Object entry) {
        Map<String, Object> both = entries(entry);
        return new Form.Label(text(both, "vi"), text(both, "en"));
    }

    private static Object part(Map<String, Object> entry, String name) {
        Object part = entry.get(name);
        if (part == null) {
            throw new IllegalStateException("a register's file has no " + name + ": " + entry);
        }
        return part;
    }

    private static String text(Map<String, Object> entry, String name) {
        return String.valueOf(part(entry, name));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked") // a mapping of ours has words for keys
    private static Map<String, Object> entries(Object mapping) {
        return (Map<String, Object>) mapping;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
