package vn.sohoa.dossier;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * A list of dossiers as other systems give it: CSV (UTF-8; comma, semicolon or tab; a line of headings) or JSON (an array
 * of objects). Read as a stream; what is right is handed on row by row, what is wrong is told with line and column.
 */
public final class DossierList {
    /** The longest list that is read. */
    public static final long MOST_BYTES = 20L << 20;

    public static final int MOST_ROWS = 100_000;

    private static final char BOM = '\uFEFF';
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Consumer<DossierLine> lines;
    private final Consumer<RowError> errors;
    private int rows;

    private DossierList(Consumer<DossierLine> lines, Consumer<RowError> errors) {
        this.lines = lines;
        this.errors = errors;
    }

    /** How a list is written. */
    public enum Format {
        CSV,
        JSON
    }

    /**
     * @throws BadInput when the list as a whole cannot be read on; rows before that have been handed on
     */
    public static void read(InputStream in, Format format, Consumer<DossierLine> lines, Consumer<RowError> errors) {
        DossierList list = new DossierList(lines, errors);
        try (Reader text = text(in)) {
            if (format == Format.CSV) {
                list.csv(text);
            } else {
                list.json(text);
            }
        } catch (CharacterCodingException e) {
            throw new BadInput(Reason.of(ReasonCode.LIST_NOT_UTF8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new BadInput(Reason.of(ReasonCode.LIST_NOT_UTF8));
            }
            throw e;
        }
    }

    private void csv(Reader text) throws IOException {
        BufferedReader head = new BufferedReader(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(head))
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(head, format)) {
            Map<Integer, ListColumn> columns = new java.util.HashMap<>();
            Map<ListColumn, String> headings = new EnumMap<>(ListColumn.class);
            long line = 1;
            for (CSVRecord row : parser) {
                if (headings.isEmpty()) {
                    headings(row, columns, headings);
                } else {
                    take(row, line, columns, headings);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (headings.isEmpty()) {
                throw new BadInput(Reason.of(ReasonCode.LIST_EMPTY));
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException || e.getCause() instanceof TooLong) {
                throw e.getCause();
            }
            throw new BadInput(Reason.of(ReasonCode.LIST_BROKEN, "CSV"));
        } catch (TooLong e) {
            throw new BadInput(Reason.of(ReasonCode.LIST_TOO_LONG));
        }
    }

    private static void headings(CSVRecord row, Map<Integer, ListColumn> columns, Map<ListColumn, String> headings) {
        for (int i = 0; i < row.size(); i++) {
            String heading = row.get(i).strip();
            int at = i;
            ListColumn.named(heading)
                    .filter(column -> !headings.containsKey(column))
                    .ifPresent(column -> {
                        columns.put(at, column);
                        headings.put(column, heading);
                    });
        }
        for (ListColumn column : ListColumn.values()) {
            if (column.required() && !headings.containsKey(column)) {
                throw new BadInput(Reason.of(ReasonCode.LIST_NO_HEADINGS));
            }
        }
    }

    private void take(CSVRecord record, long line, Map<Integer, ListColumn> columns, Map<ListColumn, String> headings) {
        ListRow row = new ListRow(line, headings);
        columns.forEach((at, column) -> row.put(column, at < record.size() ? record.get(at) : ""));
        take(row);
    }

    private void json(Reader text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new BadInput(Reason.of(ReasonCode.LIST_BROKEN, "JSON: [ … ]"));
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                long line = parser.currentTokenLocation().getLineNr();
                JsonNode node = parser.readValueAsTree();
                take(row(node, line));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new BadInput(Reason.of(ReasonCode.LIST_BROKEN, "JSON: [ … ]"));
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof TooLong) {
                throw new BadInput(Reason.of(ReasonCode.LIST_TOO_LONG));
            }
            if (e.getCause() instanceof CharacterCodingException) {
                throw new BadInput(Reason.of(ReasonCode.LIST_NOT_UTF8));
            }
            String where = e.getLocation() == null ? "" : ", " + e.getLocation().getLineNr();
            throw new BadInput(Reason.of(ReasonCode.LIST_BROKEN, "JSON" + where));
        }
    }

    private static ListRow row(JsonNode node, long line) {
        Map<ListColumn, String> headings = new EnumMap<>(ListColumn.class);
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        for (Map.Entry<String, JsonNode> cell : node.properties()) {
            ListColumn.named(cell.getKey())
                    .filter(column -> !headings.containsKey(column))
                    .ifPresent(column -> {
                        headings.put(column, cell.getKey());
                        cells.put(
                                column,
                                cell.getValue().isValueNode() ? cell.getValue().asString() : "");
                    });
        }
        ListRow row = new ListRow(line, headings);
        cells.forEach(row::put);
        return row;
    }

    private void take(ListRow row) {
        if (row.isEmpty()) {
            return;
        }
        if (++rows > MOST_ROWS) {
            throw new BadInput(Reason.of(ReasonCode.LIST_TOO_LONG));
        }
        Optional<DossierLine> line = row.read();
        line.ifPresent(lines);
        row.errors().forEach(errors);
    }

    /** What the first line separates its headings with. */
    private static char delimiter(BufferedReader head) throws IOException {
        head.mark(1 << 16);
        if (head.read() != BOM) {
            head.reset();
        }
        head.mark(1 << 16);
        String first = head.readLine();
        head.reset();
        if (first == null) {
            throw new BadInput(Reason.of(ReasonCode.LIST_EMPTY));
        }
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    /** Strictly UTF-8: a list in an old code page would enter wrong names. */
    private static Reader text(InputStream in) {
        return new InputStreamReader(
                new Bounded(in),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The list goes on beyond what is read. */
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            int got = super.read(to, from, most);
            spend(Math.max(got, 0));
            return got;
        }

        private void spend(int bytes) throws TooLong {
            left -= bytes;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }
}
