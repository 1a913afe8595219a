package vn.sohoa.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Breaks PDFs: as text, or object by object with a table of objects that is right again. */
final class PdfMutator {
    private static final String[] WORDS =
            ("/Type /Page /Pages /Kids /Count /Parent /Contents /Resources /XObject /Image /Form /Subtype /Width"
                            + " /Height /BitsPerComponent /ColorSpace /Filter /DecodeParms /FlateDecode /LZWDecode /DCTDecode /JPXDecode"
                            + " /JBIG2Decode /CCITTFaxDecode /RunLengthDecode /ASCII85Decode /ASCIIHexDecode /Crypt /Predictor /Columns /Colors"
                            + " /K /Rows /BlackIs1 /SMask /Mask /Decode /ImageMask /Indexed /ICCBased /Separation /DeviceN /Pattern"
                            + " /Shading /ShadingType /FunctionType /Domain /Range /Functions /Size /BBox /Matrix /XStep /YStep /PaintType"
                            + " /TilingType /Font /Type0 /Type1 /Type3 /TrueType /CIDFontType2 /CharProcs /Encoding /FontMatrix /Widths"
                            + " /FirstChar /LastChar /ToUnicode /ExtGState /Group /Transparency /BM /CA /ca /LW /D /Rotate /MediaBox"
                            + " /CropBox /UserUnit /Annots /AP /N /Rect /OC /OCProperties /Length /Root /Size /Prev /XRefStm /W /Index"
                            + " /ObjStm /First /Extends /Encrypt q Q cm Do gs sh scn SCN rg RG g k re f F B S W n l m c BT ET Tf Tj TJ Tm Td"
                            + " Tr d d0 d1 BI ID EI BDC EMC obj endobj stream endstream xref trailer startxref true false null << >> [ ] R")
                    .split(" ");
    private static final COSName[] FILTERS = {
        COSName.FLATE_DECODE,
        COSName.LZW_DECODE,
        COSName.DCT_DECODE,
        COSName.JPX_DECODE,
        COSName.JBIG2_DECODE,
        COSName.CCITTFAX_DECODE,
        COSName.RUN_LENGTH_DECODE,
        COSName.ASCII85_DECODE,
        COSName.ASCII_HEX_DECODE
    };

    private final Random random;
    private final ByteMutator bytes;

    PdfMutator(Random random) {
        this.random = random;
        this.bytes = new ByteMutator(random);
    }

    byte[] mutate(byte[] seed, List<byte[]> others) {
        return switch (random.nextInt(6)) {
            case 0 -> bytes.mutate(seed, others);
            case 1 -> words(seed);
            default -> objects(seed, others);
        };
    }

    /** Words and numbers of the format itself, put in or exchanged. */
    private byte[] words(byte[] seed) {
        byte[] text = seed.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length);
            while (at < text.length - 1 && text[at] != ' ' && text[at] != '\n' && text[at] != '/') {
                at++;
            }
            int end = at + 1;
            while (end < text.length - 1 && text[end] > ' ' && text[end] != '/' && end - at < 30) {
                end++;
            }
            byte[] word = (" " + word() + " ").getBytes(StandardCharsets.ISO_8859_1);
            byte[] rest = random.nextBoolean() ? ByteMutator.cutOut(text, at, end - at) : text;
            text = ByteMutator.insert(rest, at, word, word.length);
        }
        return text;
    }

    private String word() {
        return switch (random.nextInt(5)) {
            case 0 -> Long.toString(bytes.number());
            case 1 -> (1 + random.nextInt(12)) + " 0 R";
            case 2 -> Double.toString(random.nextGaussian() * 1e5);
            default -> WORDS[random.nextInt(WORDS.length)];
        };
    }

    private byte[] objects(byte[] seed, List<byte[]> others) {
        try (PDDocument document = Loader.loadPDF(seed)) {
            document.setAllSecurityToBeRemoved(true);
            List<COSObject> all = new ArrayList<>();
            document.getDocument()
                    .getXrefTable()
                    .keySet()
                    .forEach(key -> all.add(document.getDocument().getObjectFromPool(key)));
            all.sort(java.util.Comparator.comparing(object -> object.getKey()));
            for (int i = random.nextInt(5); i >= 0 && !all.isEmpty(); i--) {
                change(all.get(random.nextInt(all.size())).getObject(), all, 0);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            boolean packed = random.nextInt(3) == 0;
            document.save(out, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
            byte[] saved = out.toByteArray();
            return random.nextInt(4) == 0 ? bytes.mutate(saved, others) : saved;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return bytes.mutate(seed, others); // even its own writer cannot write that
        }
    }

    private void change(COSBase object, List<COSObject> all, int depth) throws IOException {
        if (object instanceof COSStream stream && random.nextInt(3) == 0) {
            content(stream);
        } else if (object instanceof COSDictionary dictionary && dictionary.size() > 0) {
            List<COSName> keys = new ArrayList<>(dictionary.keySet());
            COSName key = keys.get(random.nextInt(keys.size()));
            COSBase value = dictionary.getItem(key);
            boolean nested = value instanceof COSDictionary || value instanceof COSArray;
            if (nested && depth < 6 && random.nextInt(4) != 0) {
                change(value, all, depth + 1);
            } else {
                switch (random.nextInt(6)) {
                    case 0 -> dictionary.removeItem(key);
                    case 1 ->
                        dictionary.setItem(
                                COSName.getPDFName(name()), dictionary.getItem(keys.get(random.nextInt(keys.size()))));
                    case 2 -> dictionary.setItem(COSName.getPDFName(name()), value(all, 0));
                    default -> dictionary.setItem(key, value instanceof COSName ? other(all) : value(all, 0));
                }
            }
        } else if (object instanceof COSArray array && array.size() > 0) {
            int at = random.nextInt(array.size());
            COSBase value = array.get(at);
            if ((value instanceof COSDictionary || value instanceof COSArray) && depth < 6) {
                change(value, all, depth + 1);
            } else if (random.nextInt(4) == 0) {
                array.remove(at);
            } else if (random.nextInt(4) == 0) {
                array.add(value(all, 0));
            } else {
                array.set(at, value(all, 0));
            }
        }
    }

    private COSBase other(List<COSObject> all) {
        return random.nextInt(4) == 0 ? value(all, 0) : COSName.getPDFName(name());
    }

    private String name() {
        String word = WORDS[random.nextInt(WORDS.length)];
        return word.startsWith("/") ? word.substring(1) : "X" + random.nextInt(9);
    }

    private COSBase value(List<COSObject> all, int depth) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> COSInteger.get(bytes.number());
            case 2 -> new COSFloat((float) (random.nextGaussian() * (random.nextBoolean() ? 1 : 1e9)));
            case 3 -> COSName.getPDFName(name());
            case 4, 5 -> all.get(random.nextInt(all.size()));
            case 6 -> {
                COSArray array = new COSArray();
                for (int i = random.nextInt(6); i > 0 && depth < 4; i--) {
                    array.add(value(all, depth + 1));
                }
                yield array;
            }
            case 7 -> new COSString("x".repeat(random.nextInt(40)));
            default -> random.nextBoolean() ? COSNull.NULL : COSBoolean.getBoolean(random.nextBoolean());
        };
    }

    /** What is in a stream: its words, its code, or another filter before it. */
    private void content(COSStream stream) throws IOException {
        if (random.nextInt(8) == 0) {
            COSArray filters = new COSArray();
            for (int i = random.nextInt(3); i >= 0; i--) {
                filters.add(FILTERS[random.nextInt(FILTERS.length)]);
            }
            stream.setItem(COSName.FILTER, filters);
            return;
        }
        boolean plain = random.nextBoolean();
        byte[] held;
        try (InputStream in = plain ? stream.createInputStream() : stream.createRawInputStream()) {
            held = in.readNBytes(1 << 20);
        }
        if (held.length < 9) {
            return;
        }
        byte[] changed = plain && random.nextInt(3) != 0 ? words(held) : bytes.mutate(held, List.of(held));
        try (OutputStream out =
                plain ? stream.createOutputStream(COSName.FLATE_DECODE) : stream.createRawOutputStream()) {
            out.write(changed);
        }
    }
}
