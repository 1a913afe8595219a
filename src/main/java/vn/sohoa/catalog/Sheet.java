package vn.sohoa.catalog;

import java.io.StringReader;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a YAML file that remembers where it stands, so that whatever is wrong is told with file and line. */
final class Sheet {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final String file;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private Sheet(String file, Node node) {
        this.file = file;
        this.line = node.getStartMark().getLine() + 1;
        if (!(node instanceof MappingNode mapping)) {
            throw fault(line, "cần các dòng «khóa: giá trị».", "lines of «key: value» are wanted here.");
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            if (entries.put(key, entry.getValueNode()) != null) {
                throw fault(
                        lineOf(entry.getKeyNode()),
                        "khóa «" + key + "» viết hai lần.",
                        "the key «" + key + "» stands twice.");
            }
        }
    }

    static Sheet of(String file, String yaml) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (root == null) {
                throw new CatalogFault(file, 1, "tệp trống.", "the file is empty.");
            }
            return new Sheet(file, root);
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new CatalogFault(
                    file,
                    at,
                    "không đúng cú pháp YAML (" + e.getProblem() + ").",
                    "not YAML (" + e.getProblem() + ").");
        }
    }

    String text(String key) {
        String text = text(node(key));
        if (text.isEmpty()) {
            throw faultAt(key, "«" + key + "» trống.", "«" + key + "» is empty.");
        }
        return text;
    }

    Optional<String> textIfAny(String key) {
        return nodeIfAny(key).map(this::text).filter(text -> !text.isEmpty());
    }

    /** A pattern that a value must look like as a whole. */
    Optional<Pattern> patternIfAny(String key) {
        Optional<String> text = textIfAny(key);
        try {
            return text.map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw faultAt(
                    key,
                    "«" + text.orElse("") + "» không phải biểu thức chính quy (" + e.getDescription() + ").",
                    "«" + text.orElse("") + "» is not a regular expression (" + e.getDescription() + ").");
        }
    }

    String code(String key) {
        String code = text(key);
        if (!CODE.matcher(code).matches()) {
            throw faultAt(
                    key,
                    "«" + code + "» không phải mã: chữ thường không dấu, số và _.",
                    "«" + code + "» is not a code: lower case without diacritics, digits and _.");
        }
        return code;
    }

    boolean yes(String key, boolean otherwise) {
        Optional<String> text = textIfAny(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw faultAt(key, "«" + key + "» là yes hoặc no.", "«" + key + "» is yes or no.");
        };
    }

    Optional<LocalDate> day(String key) {
        try {
            return textIfAny(key).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw faultAt(
                    key, "«" + key + "» là ngày dạng yyyy-mm-dd.", "«" + key + "» is a day written as yyyy-mm-dd.");
        }
    }

    <E extends Enum<E>> E one(String key, Class<E> of, E otherwise) {
        return oneIfAny(key, of).orElse(otherwise);
    }

    <E extends Enum<E>> Optional<E> oneIfAny(String key, Class<E> of) {
        return textIfAny(key).map(text -> one(key, of));
    }

    <E extends Enum<E>> E one(String key, Class<E> of) {
        String text = text(key);
        for (E constant : of.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        String known = Arrays.toString(of.getEnumConstants());
        throw faultAt(key, "«" + text + "» không thuộc " + known + ".", "«" + text + "» is none of " + known + ".");
    }

    /** A number from 0 to {@code most}. */
    double number(String key, double most) {
        try {
            double number = Double.parseDouble(text(key));
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number beyond its bounds is
        }
        throw faultAt(
                key, "«" + key + "» là số từ 0 đến " + most + ".", "«" + key + "» is a number from 0 to " + most + ".");
    }

    /** So many, from 0 on. */
    int count(String key) {
        return (int) number(key, Integer.MAX_VALUE);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : items(key)) {
            String text = text(node);
            if (text.isEmpty() || text.lines().count() > 1) {
                throw fault(
                        lineOf(node),
                        "mỗi mục của «" + key + "» là một dòng chữ.",
                        "each of «" + key + "» is one line of text.");
            }
            texts.add(text);
        }
        return texts;
    }

    List<Sheet> sheets(String key) {
        return items(key).stream().map(node -> new Sheet(file, node)).toList();
    }

    /** To be called when everything has been asked for: a misspelt key is a fault, not a silence. */
    void nothingElse() {
        for (Map.Entry<String, Node> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                throw fault(
                        lineOf(entry.getValue()),
                        "không có khóa nào tên «" + entry.getKey() + "»; các khóa: " + asked + ".",
                        "no key is called «" + entry.getKey() + "»; known: " + asked + ".");
            }
        }
    }

    CatalogFault faultAt(String key, String vi, String en) {
        return fault(entries.containsKey(key) ? lineOf(entries.get(key)) : line, vi, en);
    }

    private List<Node> items(String key) {
        Optional<Node> node = nodeIfAny(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode list) {
            return list.getValue();
        }
        throw faultAt(key, "«" + key + "» là một danh sách.", "«" + key + "» is a list.");
    }

    private Node node(String key) {
        return nodeIfAny(key).orElseThrow(() -> fault(line, "thiếu «" + key + "».", "«" + key + "» is missing."));
    }

    private Optional<Node> nodeIfAny(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Normalizer.normalize(scalar.getValue().strip(), Normalizer.Form.NFC);
        }
        throw fault(lineOf(node), "cần một dòng chữ.", "one line of text is wanted.");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private CatalogFault fault(int at, String vi, String en) {
        return new CatalogFault(file, at, vi, en);
    }
}
