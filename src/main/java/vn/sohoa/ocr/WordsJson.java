package vn.sohoa.ocr;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Look;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Pose;
import vn.sohoa.page.Table;
import vn.sohoa.page.Word;

/**
 * The words of one page as compact JSON, which screens and later stages read:
 *
 * <pre>{"v":1,"w":2480,"h":3508,"d":300,"s":"OCR","b":[[[["CỘNG",680,237,121,59,932],["HOÀ",…]],…],…]}</pre>
 *
 * <ul>
 *   <li>{@code v}: version of this form, 1; always first
 *   <li>{@code w}, {@code h}, {@code d}: width and height of the page as scanned in pixels, pixels an inch
 *   <li>{@code s}: {@code OCR} or {@code TEXT_LAYER}
 *   <li>{@code q}: how the image looks, where its pixels were seen: see {@link LookJson}
 *   <li>{@code b}: blocks; a block is an array of lines, a line of words, a word is its text in NFC, the x, y, width and
 *       height of its box in pixels of the page as scanned, and its confidence in thousandths
 *   <li>{@code c}: barcodes, where there are any; a barcode is its format, its value, and x, y, width and height of its
 *       box
 *   <li>{@code p}: how the page lies on its scan, where that is not upright: its turn, its skew in thousandths of a degree,
 *       and 1 where the turn is sure
 *   <li>{@code t}: ruled tables, where there are any; a table is its number of rows, of columns, and its cells; a cell is
 *       its row and column from 0, over how many rows and columns it reaches, and x, y, width and height of its box
 * </ul>
 *
 * A reader passes over keys it does not know; a change that an old reader would misunderstand takes a new version.
 */
public final class WordsJson {
    private static final int VERSION = 1;
    private static final float THOUSAND = 1_000f;
    private static final JsonFactory JSON = new JsonFactory();

    private WordsJson() {}

    /** The page's words as UTF-8. Confidences are rounded to thousandths. */
    public static byte[] write(PageText page) {
        return write(page, Optional.empty());
    }

    /** The same with how the page's image looks, where its pixels were seen. */
    public static byte[] write(PageText page, Optional<Look> look) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("v", VERSION);
            json.writeNumberProperty("w", page.width());
            json.writeNumberProperty("h", page.height());
            json.writeNumberProperty("d", page.dpi());
            json.writeStringProperty("s", page.source().name());
            look.ifPresent(seen -> LookJson.write(seen, json));
            json.writeName("b");
            json.writeStartArray();
            for (Block block : page.blocks()) {
                json.writeStartArray();
                block.lines().forEach(line -> write(line, json));
                json.writeEndArray();
            }
            json.writeEndArray();
            write(page.barcodes(), json);
            write(page.pose(), json);
            writeTables(page.tables(), json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(List<Barcode> barcodes, JsonGenerator json) {
        if (barcodes.isEmpty()) {
            return;
        }
        json.writeName("c");
        json.writeStartArray();
        for (Barcode barcode : barcodes) {
            json.writeStartArray();
            json.writeString(barcode.format().name());
            json.writeString(barcode.value());
            write(barcode.box(), json);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void write(Pose pose, JsonGenerator json) {
        if (!pose.equals(Pose.UPRIGHT)) {
            json.writeName("p");
            json.writeStartArray();
            json.writeNumber(pose.turn());
            json.writeNumber(Math.round(pose.skew() * THOUSAND));
            json.writeNumber(pose.sure() ? 1 : 0);
            json.writeEndArray();
        }
    }

    private static void writeTables(List<Table> tables, JsonGenerator json) {
        if (tables.isEmpty()) {
            return;
        }
        json.writeName("t");
        json.writeStartArray();
        for (Table table : tables) {
            json.writeStartArray();
            json.writeNumber(table.rows());
            json.writeNumber(table.columns());
            for (Table.Cell cell : table.cells()) {
                json.writeStartArray();
                json.writeNumber(cell.row());
                json.writeNumber(cell.column());
                json.writeNumber(cell.rowSpan());
                json.writeNumber(cell.columnSpan());
                write(cell.box(), json);
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void write(Box box, JsonGenerator json) {
        json.writeNumber(box.x());
        json.writeNumber(box.y());
        json.writeNumber(box.width());
        json.writeNumber(box.height());
    }

    private static void write(Line line, JsonGenerator json) {
        json.writeStartArray();
        for (Word word : line.words()) {
            json.writeStartArray();
            json.writeString(word.text());
            write(word.box(), json);
            json.writeNumber(Math.round(word.confidence() * THOUSAND));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /**
     * Reads what {@link #write} wrote; does not close the stream.
     *
     * @throws IllegalStateException where it is something else: we wrote it ourselves, so that is our bug
     */
    public static PageText read(InputStream in) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), new KeptOpen(in))) {
            return new Reader(json).page();
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("not the words of a page: " + e.getMessage(), e);
        }
    }

    /** Keeps the parser from closing what its caller opened. */
    private static final class KeptOpen extends java.io.FilterInputStream {
        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the caller does
        }
    }

    private record Reader(JsonParser json) {
        PageText page() {
            int width = 0;
            int height = 0;
            int dpi = 0;
            PageText.Source source = PageText.Source.OCR;
            List<Block> blocks = List.of();
            List<Barcode> barcodes = List.of();
            Pose pose = Pose.UPRIGHT;
            List<Table> tables = List.of();
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                switch (key) {
                    case "v" -> version(json.getIntValue());
                    case "w" -> width = json.getIntValue();
                    case "h" -> height = json.getIntValue();
                    case "d" -> dpi = json.getIntValue();
                    case "s" -> source = PageText.Source.valueOf(json.getString());
                    case "b" -> {
                        expect(value, JsonToken.START_ARRAY);
                        blocks = list(() -> new Block(list(() -> new Line(list(this::word)))));
                    }
                    case "c" -> {
                        expect(value, JsonToken.START_ARRAY);
                        barcodes = list(this::barcode);
                    }
                    case "p" -> {
                        expect(value, JsonToken.START_ARRAY);
                        pose = pose();
                    }
                    case "t" -> {
                        expect(value, JsonToken.START_ARRAY);
                        tables = list(this::table);
                    }
                    default -> json.skipChildren();
                }
            }
            expect(json.currentToken(), JsonToken.END_OBJECT);
            return new PageText(width, height, dpi, source, blocks, barcodes, pose, tables);
        }

        private static void version(int version) {
            if (version != VERSION) {
                throw new IllegalArgumentException("version " + version);
            }
        }

        /** The arrays in the array that has just been opened. */
        private <T> List<T> list(java.util.function.Supplier<T> part) {
            List<T> list = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                list.add(part.get());
            }
            expect(json.currentToken(), JsonToken.END_ARRAY);
            return list;
        }

        private Word word() {
            expect(json.nextToken(), JsonToken.VALUE_STRING);
            String text = json.getString();
            Box box = new Box(number(), number(), number(), number());
            float confidence = number() / THOUSAND;
            expect(json.nextToken(), JsonToken.END_ARRAY);
            return new Word(text, box, confidence);
        }

        private Barcode barcode() {
            expect(json.nextToken(), JsonToken.VALUE_STRING);
            Barcode.Format format = Barcode.Format.valueOf(json.getString());
            expect(json.nextToken(), JsonToken.VALUE_STRING);
            String value = json.getString();
            Box box = new Box(number(), number(), number(), number());
            expect(json.nextToken(), JsonToken.END_ARRAY);
            return new Barcode(format, value, box);
        }

        private Pose pose() {
            Pose pose = new Pose(number(), number() / (double) THOUSAND, number() == 1);
            expect(json.nextToken(), JsonToken.END_ARRAY);
            return pose;
        }

        private Table table() {
            return new Table(number(), number(), list(this::cell));
        }

        private Table.Cell cell() {
            Table.Cell cell = new Table.Cell(
                    number(), number(), number(), number(), new Box(number(), number(), number(), number()));
            expect(json.nextToken(), JsonToken.END_ARRAY);
            return cell;
        }

        private int number() {
            expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT);
            return json.getIntValue();
        }

        private static void expect(@org.jspecify.annotations.Nullable JsonToken found, JsonToken wanted) {
            if (found != wanted) {
                throw new IllegalArgumentException(wanted + " wanted, " + found + " found");
            }
        }
    }
}
