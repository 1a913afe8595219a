package vn.sohoa.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import vn.sohoa.imaging.OddPapers;
import vn.sohoa.imaging.OddPdfs;

/** One file of every kind that scanners, phones and programs send, each with the pixels of a real page. */
final class OddInputs {
    /** Of the page; figures are taken of larger ones than tests have time for. */
    static final int WIDTH = Integer.getInteger("sohoa.odd.width", 600);

    static final int HEIGHT = WIDTH * 3 / 2;

    /** Makes the bytes of one input. */
    @FunctionalInterface
    interface Maker {
        byte[] make() throws IOException;
    }

    /** Makes a picture of a page in a PDF. */
    @FunctionalInterface
    private interface Picture {
        COSStream in(OddPdfs pdf) throws IOException;
    }

    private static final Map<String, Maker> ALL = new LinkedHashMap<>();
    private static final BufferedImage GRAY = sheet(BufferedImage.TYPE_BYTE_GRAY);
    private static final BufferedImage COLOUR = stamped();
    private static final BufferedImage BILEVEL = sheet(BufferedImage.TYPE_BYTE_BINARY);

    static {
        pictures();
        tiffs();
        keptInPdf();
        transcodedFromPdf();
        coloursInPdf();
    }

    private OddInputs() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static byte[] bytes(String name) throws IOException {
        return ALL.get(name).make();
    }

    private static void pictures() {
        ALL.put("jpeg gray", () -> OddPapers.jpeg(GRAY));
        ALL.put("jpeg colour", () -> OddPapers.jpeg(COLOUR));
        ALL.put("jpeg progressive", () -> written("jpeg", COLOUR));
        ALL.put("jpeg CMYK", () -> OddPapers.cmykJpeg(COLOUR));
        ALL.put("jpeg of a phone held sideways", () -> OddPapers.photo(COLOUR, 6));
        ALL.put("jpeg without JFIF", () -> OddPapers.withoutJfif(OddPapers.jpeg(COLOUR)));
        ALL.put("png gray", () -> OddPapers.png(GRAY));
        ALL.put("png colour", () -> OddPapers.png(COLOUR));
        ALL.put("png palette", () -> OddPapers.png(sheet(BufferedImage.TYPE_BYTE_INDEXED)));
        ALL.put("png clear", () -> OddPapers.png(sheet(BufferedImage.TYPE_INT_ARGB)));
        ALL.put("png 16 bit", () -> OddPapers.png(sheet(BufferedImage.TYPE_USHORT_GRAY)));
        ALL.put("png interlaced", () -> written("png", GRAY));
        ALL.put("png bilevel", () -> OddPapers.png(BILEVEL));
        ALL.put("bmp colour", () -> OddPapers.bmp(COLOUR));
        ALL.put("bmp bilevel", () -> OddPapers.bmp(BILEVEL));
    }

    private static void tiffs() {
        for (String fax : new String[] {"CCITT T.6", "CCITT T.4", "CCITT RLE"}) {
            ALL.put("tiff " + fax, () -> OddPapers.tiff(fax, BILEVEL));
        }
        for (String compression : new String[] {"LZW", "ZLib", "Deflate", "PackBits", "JPEG"}) {
            ALL.put("tiff " + compression, () -> OddPapers.tiff(compression, GRAY, COLOUR));
        }
        ALL.put("tiff plain", () -> OddPapers.tiff(null, GRAY));
    }

    private static void keptInPdf() {
        for (int turn : new int[] {0, 90, 180, 270}) {
            pdf("pdf jpeg, /Rotate " + turn, turn, pdf -> pdf.jpeg(COLOUR, COSName.DEVICERGB));
            pdf("pdf group 4, /Rotate " + turn, turn, pdf -> pdf.group4(BILEVEL));
        }
        pdf(
                "pdf group 4, black is 1",
                0,
                pdf -> with(pdf.group4(BILEVEL), picture -> picture.getCOSDictionary(COSName.DECODE_PARMS)
                        .setBoolean(COSName.BLACK_IS_1, true)));
        pdf(
                "pdf group 4, a stencil",
                0,
                pdf -> with(pdf.group4(BILEVEL), picture -> {
                    picture.setBoolean(COSName.IMAGE_MASK, true);
                    picture.removeItem(COSName.COLORSPACE);
                }));
        pdf(
                "pdf JBIG2",
                0,
                pdf -> picture(
                        pdf,
                        OddPapers.jbig2(OddPdfs.g4(BILEVEL), WIDTH, HEIGHT),
                        COSName.JBIG2_DECODE,
                        1,
                        COSName.DEVICEGRAY));
        pdf(
                "pdf JPEG 2000 gray",
                0,
                pdf -> picture(pdf, OddPapers.jpeg2000(GRAY), COSName.JPX_DECODE, 8, COSName.DEVICEGRAY));
        pdf(
                "pdf JPEG 2000 colour",
                90,
                pdf -> picture(
                        pdf,
                        OddPapers.jpeg2000(sheet(BufferedImage.TYPE_3BYTE_BGR)),
                        COSName.JPX_DECODE,
                        8,
                        COSName.DEVICERGB));
        pdf(
                "pdf JPEG 2000 of itself",
                0,
                pdf -> with(
                        picture(
                                pdf,
                                OddPapers.jpeg2000(sheet(BufferedImage.TYPE_3BYTE_BGR)),
                                COSName.JPX_DECODE,
                                8,
                                COSName.DEVICERGB),
                        picture -> picture.removeItem(COSName.COLORSPACE)));
        pdf(
                "pdf ascii over jpeg",
                0,
                pdf -> with(
                        picture(pdf, hex(OddPapers.jpeg(GRAY)), COSName.DCT_DECODE, 8, COSName.DEVICEGRAY), picture -> {
                            COSArray filters = new COSArray();
                            filters.add(COSName.ASCII_HEX_DECODE);
                            filters.add(COSName.DCT_DECODE);
                            picture.setItem(COSName.FILTER, filters);
                        }));
    }

    private static void transcodedFromPdf() {
        pdf("pdf deflated gray", 0, pdf -> pdf.flate(GRAY));
        pdf("pdf deflated colour", 180, pdf -> LosslessFactory.createFromImage(pdf.document(), COLOUR)
                .getCOSObject());
        pdf("pdf LZW", 0, pdf -> picture(pdf, lzw(samples()), COSName.LZW_DECODE, 8, COSName.DEVICEGRAY));
        pdf("pdf run length", 0, pdf -> encoded(pdf, COSName.RUN_LENGTH_DECODE));
        pdf(
                "pdf JPEG 2000 bare",
                0,
                pdf -> picture(pdf, codestream(OddPapers.jpeg2000(GRAY)), COSName.JPX_DECODE, 8, COSName.DEVICEGRAY));
    }

    private static void coloursInPdf() {
        pdf(
                "pdf CMYK jpeg",
                0,
                pdf -> with(
                        picture(pdf, OddPapers.cmykJpeg(COLOUR), COSName.DCT_DECODE, 8, COSName.DEVICECMYK),
                        picture -> {
                            COSArray decode = new COSArray();
                            for (int i = 0; i < 8; i++) {
                                decode.add(COSInteger.get(1 - i % 2));
                            }
                            picture.setItem(COSName.DECODE, decode);
                        }));
        pdf(
                "pdf jpeg with a profile",
                0,
                pdf -> with(
                        pdf.jpeg(COLOUR, COSName.DEVICERGB),
                        picture -> picture.setItem(COSName.COLORSPACE, profiled(pdf.document(), srgb()))));
        pdf(
                "pdf jpeg with a broken profile",
                0,
                pdf -> with(
                        pdf.jpeg(COLOUR, COSName.DEVICERGB),
                        picture -> picture.setItem(COSName.COLORSPACE, profiled(pdf.document(), new byte[300]))));
        pdf("pdf indexed", 0, pdf -> {
            byte[] table = new byte[256 * 3];
            for (int i = 0; i < table.length; i++) {
                table[i] = (byte) (i / 3);
            }
            return with(
                    pdf.flate(GRAY),
                    picture -> picture.setItem(
                            COSName.COLORSPACE,
                            array(COSName.INDEXED, COSName.DEVICERGB, COSInteger.get(255), new COSString(table))));
        });
        pdf(
                "pdf calibrated gray",
                0,
                pdf -> with(pdf.jpeg(GRAY, COSName.DEVICEGRAY), picture -> {
                    COSDictionary white = new COSDictionary();
                    white.setItem(
                            COSName.getPDFName("WhitePoint"),
                            array(
                                    new org.apache.pdfbox.cos.COSFloat(0.9505f),
                                    COSInteger.ONE,
                                    new org.apache.pdfbox.cos.COSFloat(1.089f)));
                    picture.setItem(COSName.COLORSPACE, array(COSName.CALGRAY, white));
                }));
        pdf("pdf with owner's rights", 0, pdf -> {
            pdf.encrypted("");
            return pdf.jpeg(GRAY, COSName.DEVICEGRAY);
        });
    }

    private static void pdf(String name, int rotate, Picture picture) {
        ALL.put(name, () -> {
            try (OddPdfs pdf = new OddPdfs()) {
                return pdf.picture(picture.in(pdf), rotate, "288 0 0 432 0 0").bytes();
            }
        });
    }

    private static COSStream picture(OddPdfs pdf, byte[] encoded, COSName filter, int bits, COSName space)
            throws IOException {
        return pdf.image(encoded, filter, WIDTH, HEIGHT, bits, space);
    }

    private static COSStream with(COSStream picture, Consumer<COSStream> change) {
        change.accept(picture);
        return picture;
    }

    private static COSStream encoded(OddPdfs pdf, COSName filter) throws IOException {
        COSStream stream = pdf.flate(GRAY);
        try (OutputStream out = stream.createOutputStream(filter)) {
            out.write(samples());
        }
        return stream;
    }

    private static byte[] samples() {
        return ((java.awt.image.DataBufferByte) GRAY.getRaster().getDataBuffer()).getData();
    }

    /** Nine bits a sample, the table cleared before it would need a tenth: quickly written, and any decoder's LZW. */
    private static byte[] lzw(byte[] samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long bits = 0;
        int held = 0;
        for (int i = 0; i <= samples.length; i++) {
            int[] codes = i == samples.length
                    ? new int[] {257, 0}
                    : i % 200 == 0 ? new int[] {256, samples[i] & 0xFF} : new int[] {samples[i] & 0xFF};
            for (int code : codes) {
                bits = bits << 9 | code;
                held += 9;
                while (held >= 8) {
                    out.write((int) (bits >> held - 8));
                    held -= 8;
                }
            }
        }
        return out.toByteArray();
    }

    private static COSArray profiled(PDDocument document, byte[] profile) {
        try {
            PDStream stream = new PDStream(document, new java.io.ByteArrayInputStream(profile));
            stream.getCOSObject().setInt(COSName.N, 3);
            return array(COSName.ICCBASED, stream.getCOSObject());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] srgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    private static COSArray array(COSBase... items) {
        COSArray array = new COSArray();
        for (COSBase item : items) {
            array.add(item);
        }
        return array;
    }

    private static byte[] hex(byte[] bytes) {
        return (java.util.HexFormat.of().formatHex(bytes) + ">").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] codestream(byte[] jp2) {
        for (int i = 0; i < jp2.length - 4; i++) {
            if (jp2[i] == (byte) 0xFF && jp2[i + 1] == 0x4F && jp2[i + 2] == (byte) 0xFF && jp2[i + 3] == 0x51) {
                return java.util.Arrays.copyOfRange(jp2, i, jp2.length);
            }
        }
        throw new IllegalStateException("no codestream");
    }

    /** Progressive or interlaced. */
    private static byte[] written(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Iterator<ImageWriter> it = ImageIO.getImageWritersByFormatName(format); it.hasNext(); ) {
            ImageWriter writer = it.next();
            if (!writer.getClass().getName().startsWith("com.sun.")) {
                continue;
            }
            try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                writer.write(null, new IIOImage(image, null, null), param);
            } finally {
                writer.dispose();
            }
        }
        return bytes.toByteArray();
    }

    private static BufferedImage sheet(int type) {
        try {
            BufferedImage page = ImageIO.read(
                    Samples.FOLDER.resolve("d02_giay_chung_nhan_ket_hon.jpg").toFile());
            BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, type);
            Graphics2D graphics = sheet.createGraphics();
            graphics.drawImage(page.getSubimage(200, 200, 1200, 1800), 0, 0, WIDTH, HEIGHT, null);
            graphics.dispose();
            return sheet;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BufferedImage stamped() {
        BufferedImage sheet = sheet(BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(new Color(200, 20, 30));
        graphics.fillOval(WIDTH / 2, HEIGHT * 3 / 4, WIDTH / 6, WIDTH / 6);
        graphics.dispose();
        return sheet;
    }
}
