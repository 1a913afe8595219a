package vn.sohoa.ocr;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Look;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Pose;
import vn.sohoa.page.Table;
import vn.sohoa.page.Word;

/** What a recognizer child and its parent say to each other; {@link Wire} puts it into frames. */
sealed interface Message {
    void write(DataOutput out) throws IOException;

    /** From the child: the engine is warm. */
    record Ready(String engine) implements Message {
        @Override
        public void write(DataOutput out) throws IOException {
            out.writeUTF(engine);
        }

        static Ready read(DataInput in) throws IOException {
            return new Ready(in.readUTF());
        }
    }

    /** From the child: the engine does not start here; the child ends by itself. */
    record NotReady(String why) implements Message {
        @Override
        public void write(DataOutput out) throws IOException {
            out.writeUTF(why);
        }

        static NotReady read(DataInput in) throws IOException {
            return new NotReady(in.readUTF());
        }
    }

    /**
     * From the parent: read this page, turned clockwise by so many degrees, and leave a view and a thumbnail of it, as
     * scanned, at these places; none where they are empty.
     */
    record Read(long ticket, String image, int dpi, int turn, String view, String thumbnail) implements Message {
        @Override
        public void write(DataOutput out) throws IOException {
            out.writeLong(ticket);
            out.writeUTF(image);
            out.writeInt(dpi);
            out.writeInt(turn);
            out.writeUTF(view);
            out.writeUTF(thumbnail);
        }

        static Read read(DataInput in) throws IOException {
            return new Read(in.readLong(), in.readUTF(), in.readInt(), in.readInt(), in.readUTF(), in.readUTF());
        }
    }

    /** From the child: the page is read. */
    record Done(long ticket, Reading reading) implements Message {
        @Override
        public void write(DataOutput out) throws IOException {
            PageText text = reading.text();
            out.writeLong(ticket);
            out.writeBoolean(reading.blank());
            write(reading.look(), out);
            out.writeInt(text.width());
            out.writeInt(text.height());
            out.writeInt(text.dpi());
            out.writeInt(text.pose().turn());
            out.writeDouble(text.pose().skew());
            out.writeBoolean(text.pose().sure());
            out.writeInt(text.blocks().size());
            for (Block block : text.blocks()) {
                out.writeInt(block.lines().size());
                for (Line line : block.lines()) {
                    out.writeInt(line.words().size());
                    for (Word word : line.words()) {
                        write(word, out);
                    }
                }
            }
            out.writeInt(text.barcodes().size());
            for (Barcode barcode : text.barcodes()) {
                out.writeUTF(barcode.format().name());
                out.writeUTF(barcode.value());
                write(barcode.box(), out);
            }
            out.writeInt(text.tables().size());
            for (Table table : text.tables()) {
                out.writeInt(table.rows());
                out.writeInt(table.columns());
                out.writeInt(table.cells().size());
                for (Table.Cell cell : table.cells()) {
                    write(cell, out);
                }
            }
        }

        private static void write(Table.Cell cell, DataOutput out) throws IOException {
            out.writeInt(cell.row());
            out.writeInt(cell.column());
            out.writeInt(cell.rowSpan());
            out.writeInt(cell.columnSpan());
            write(cell.box(), out);
        }

        private static void write(Look look, DataOutput out) throws IOException {
            out.writeDouble(look.edge());
            out.writeDouble(look.paper());
            out.writeDouble(look.contrast());
            out.writeDouble(look.shade());
            out.writeInt(look.cut());
        }

        private static void write(Word word, DataOutput out) throws IOException {
            out.writeUTF(word.text());
            write(word.box(), out);
            out.writeFloat(word.confidence());
        }

        private static void write(Box box, DataOutput out) throws IOException {
            out.writeInt(box.x());
            out.writeInt(box.y());
            out.writeInt(box.width());
            out.writeInt(box.height());
        }

        static Done read(DataInput in) throws IOException {
            long ticket = in.readLong();
            boolean blank = in.readBoolean();
            Look look = new Look(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readInt());
            int width = in.readInt();
            int height = in.readInt();
            int dpi = in.readInt();
            Pose pose = new Pose(in.readInt(), in.readDouble(), in.readBoolean());
            List<Block> blocks = list(in, b -> new Block(list(b, l -> new Line(list(l, Done::word)))));
            List<Barcode> barcodes =
                    list(in, b -> new Barcode(Barcode.Format.valueOf(b.readUTF()), b.readUTF(), box(b)));
            List<Table> tables = list(in, t -> new Table(t.readInt(), t.readInt(), list(t, Done::cell)));
            PageText text = new PageText(width, height, dpi, PageText.Source.OCR, blocks, barcodes, pose, tables);
            return new Done(ticket, new Reading(text, blank, look));
        }

        private static Word word(DataInput in) throws IOException {
            return new Word(in.readUTF(), box(in), in.readFloat());
        }

        private static Table.Cell cell(DataInput in) throws IOException {
            return new Table.Cell(in.readInt(), in.readInt(), in.readInt(), in.readInt(), box(in));
        }

        private static Box box(DataInput in) throws IOException {
            return new Box(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        }

        private static <T> List<T> list(DataInput in, Part<T> part) throws IOException {
            int size = in.readInt();
            List<T> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(part.read(in));
            }
            return list;
        }

        private interface Part<T> {
            T read(DataInput in) throws IOException;
        }
    }

    /** From the child, which lives on: the page could not be read. */
    record Refused(long ticket, Cause cause, String code, String detail) implements Message {
        enum Cause {
            BAD_INPUT,
            UNAVAILABLE,
            BUG
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeLong(ticket);
            out.writeUTF(cause.name());
            out.writeUTF(code);
            out.writeUTF(detail);
        }

        static Refused read(DataInput in) throws IOException {
            return new Refused(in.readLong(), Cause.valueOf(in.readUTF()), in.readUTF(), in.readUTF());
        }
    }
}
