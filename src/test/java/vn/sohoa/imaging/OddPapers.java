package vn.sohoa.imaging;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes pictures and image files as they come from odd scanners; nothing in them is anyone's. */
public final class OddPapers {
    private static final String PROGRESSIVE = "in passes";

    static {
        ImageIO.setUseCache(false);
    }

    private OddPapers() {}

    /** Where the samples of the project lie. */
    public static Path sample(String name) {
        return resource("/samples/" + name);
    }

    /** A file or folder among the tests' resources. */
    public static Path resource(String name) {
        try {
            return Path.of(OddPapers.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A white sheet with a black block in its upper left part and one line of print: its eight turns all differ. */
    public static BufferedImage sheet(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setColor(Color.BLACK);
        g.fillRect(width / 10, height / 10, width / 5, height / 20);
        g.setFont(new Font(Font.SERIF, Font.PLAIN, Math.max(8, height / 30)));
        g.drawString("Hello paper 123", width / 4, height / 2);
        g.dispose();
        return image;
    }

    public static BufferedImage bilevel(int width, int height) {
        return sheet(width, height, BufferedImage.TYPE_BYTE_BINARY);
    }

    public static BufferedImage gray(int width, int height) {
        return sheet(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** A sheet with a red stamp. */
    public static BufferedImage colour(int width, int height) {
        BufferedImage image = sheet(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(200, 20, 30));
        g.fillOval(width / 2, height * 3 / 4, width / 6, width / 6);
        g.dispose();
        return image;
    }

    public static byte[] jpeg(BufferedImage image) {
        return encode("jpeg", "com.sun.", null, image);
    }

    public static byte[] png(BufferedImage image) {
        return encode("png", "com.sun.", null, image);
    }

    /** In seven passes, the coarse picture first. */
    public static byte[] interlacedPng(BufferedImage image) {
        return encode("png", "com.sun.", PROGRESSIVE, image);
    }

    /** In several scans, the coarse picture first. */
    public static byte[] progressiveJpeg(BufferedImage image) {
        return encode("jpeg", "com.sun.", PROGRESSIVE, image);
    }

    public static byte[] bmp(BufferedImage image) {
        return encode("bmp", "com.sun.", null, image);
    }

    /** A codestream without loss, as a PDF embeds it. */
    public static byte[] jpeg2000(BufferedImage image) {
        return encode("jpeg2000", "", null, image);
    }

    /**
     * A TIFF of several pages.
     *
     * @param compression by ImageIO's name: "CCITT T.4", "CCITT T.6", "CCITT RLE", "LZW", "JPEG", "ZLib", "Deflate"
     *     or "PackBits"; null for none
     */
    public static byte[] tiff(String compression, BufferedImage... pages) {
        return encode("tiff", "com.sun.", compression, pages);
    }

    private static byte[] encode(String format, String vendor, String compression, BufferedImage... pages) {
        ImageWriter writer = null;
        for (Iterator<ImageWriter> it = ImageIO.getImageWritersByFormatName(format); it.hasNext() && writer == null; ) {
            ImageWriter next = it.next();
            writer = next.getClass().getName().startsWith(vendor) ? next : null;
        }
        if (writer == null) {
            throw new IllegalStateException("no writer for " + format);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (PROGRESSIVE.equals(compression)) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            } else if (compression != null) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            if (pages.length == 1) {
                writer.write(null, new IIOImage(pages[0], null, null), param);
            } else {
                writer.prepareWriteSequence(null);
                for (BufferedImage page : pages) {
                    writer.writeToSequence(new IIOImage(page, null, null), param);
                }
                writer.endWriteSequence();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A four-colour JPEG with inverted inks and an Adobe marker, as image editors write it. */
    public static byte[] cmykJpeg(BufferedImage rgb) {
        int width = rgb.getWidth();
        int height = rgb.getHeight();
        WritableRaster inks = java.awt.image.Raster.createInterleavedRaster(
                java.awt.image.DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int p = rgb.getRGB(x, y);
                int r = p >> 16 & 0xFF;
                int g = p >> 8 & 0xFF;
                int b = p & 0xFF;
                int k = Math.max(r, Math.max(g, b));
                int[] inverted =
                        k == 0 ? new int[] {255, 255, 255, 0} : new int[] {r * 255 / k, g * 255 / k, b * 255 / k, k};
                inks.setPixel(x, y, inverted);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        for (Iterator<ImageWriter> it = ImageIO.getImageWritersByFormatName("jpeg"); it.hasNext(); ) {
            ImageWriter next = it.next();
            writer = next.getClass().getName().startsWith("com.sun.") ? next : writer;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            writer.write(null, new IIOImage(inks, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return withSegment(bytes.toByteArray(), 0xEE, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
    }

    /** A JPEG with another segment right behind its start. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2));
        return out.put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A JPEG whose EXIF says how the camera was held, with a whole small JPEG inside as its thumbnail. */
    public static byte[] photo(BufferedImage image, int orientation) {
        byte[] thumbnail = jpeg(sheet(16, 16, BufferedImage.TYPE_INT_RGB));
        ByteBuffer exif = ByteBuffer.allocate(6 + 26 + thumbnail.length).order(ByteOrder.LITTLE_ENDIAN);
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0})
                .putInt(8)
                .putShort((short) 1);
        exif.putShort((short) TiffDirectory.ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation);
        exif.putInt(0).put(thumbnail);
        return withSegment(jpeg(image), 0xE1, exif.array());
    }

    /** A JPEG without its JFIF segment. */
    public static byte[] withoutJfif(byte[] jpeg) {
        int length = (jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(jpeg, 4 + length, jpeg.length - 4 - length);
        return out.toByteArray();
    }

    /** Tags and values of one hand-made TIFF page; the strip's bytes go last. */
    public record Tag(int tag, int type, long... values) {}

    /** A little-endian TIFF of one page with the tags given, and a strip whose offset and length are filled in. */
    public static byte[] tiff(byte[] strip, Tag... tags) {
        List<Tag> all = new ArrayList<>(Arrays.asList(tags));
        int count = all.size() + 2;
        int values = 8 + 2 + 12 * count + 4;
        int extra = all.stream().mapToInt(OddPapers::outside).sum();
        int data = values + extra;
        all.add(new Tag(TiffDirectory.STRIP_OFFSETS, 4, data));
        all.add(new Tag(TiffDirectory.STRIP_COUNTS, 4, strip.length));
        all.sort(java.util.Comparator.comparingInt(Tag::tag));
        ByteBuffer out = ByteBuffer.allocate(data + strip.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) count);
        int next = values;
        for (Tag tag : all) {
            int n = tag.type == 5 ? tag.values.length / 2 : tag.values.length;
            out.putShort((short) tag.tag).putShort((short) tag.type).putInt(n);
            if (outside(tag) > 0) {
                out.putInt(next);
                int at = next;
                for (long value : tag.values) {
                    if (tag.type == 3) {
                        out.putShort(at, (short) value);
                        at += 2;
                    } else {
                        out.putInt(at, (int) value);
                        at += 4;
                    }
                }
                next = at;
            } else if (tag.type == 3) {
                out.putShort((short) tag.values[0]).putShort((short) (tag.values.length > 1 ? tag.values[1] : 0));
            } else {
                out.putInt((int) tag.values[0]);
            }
        }
        out.position(data);
        return out.put(strip).array();
    }

    private static int outside(Tag tag) {
        int bytes = tag.values.length * (tag.type == 3 ? 2 : 4);
        return bytes > 4 ? bytes : 0;
    }

    /** A PNG that is only a header, claiming a size. */
    public static byte[] pngClaiming(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(8 + 25 + 12 + 12);
        out.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.putInt(13).put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        out.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).putInt(0);
        out.putInt(0)
                .put("IDAT".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(0);
        out.putInt(0)
                .put("IEND".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(0);
        return out.array();
    }

    /** JBIG2 as a PDF embeds it: one page, one generic region coded as MMR (the same code as CCITT group 4). */
    public static byte[] jbig2(byte[] mmr, int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(11 + 19 + 11 + 18 + mmr.length);
        out.putInt(0).put((byte) 48).put((byte) 0).put((byte) 1).putInt(19);
        out.putInt(width).putInt(height).putInt(0).putInt(0).put((byte) 0).putShort((short) 0);
        out.putInt(1).put((byte) 38).put((byte) 0).put((byte) 1).putInt(18 + mmr.length);
        out.putInt(width).putInt(height).putInt(0).putInt(0).put((byte) 0).put((byte) 1);
        return out.put(mmr).array();
    }
}
