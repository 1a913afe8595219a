package vn.sohoa.fuzz;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.sohoa.imaging.OddPapers;

/** Small good files of every kind that the mutators start from, and the finds of earlier runs. */
final class FuzzSeeds {
    private static final int W = 60;
    private static final int H = 90;

    private FuzzSeeds() {}

    /** The openers, each with its own files. */
    enum Opener {
        PDF,
        TIFF,
        PICTURE;

        List<byte[]> seeds() {
            try {
                return switch (this) {
                    case PDF -> PdfSeeds.all();
                    case TIFF -> tiffs();
                    case PICTURE -> pictures();
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Files that once did harm, smallest form. */
    static List<Path> finds() {
        try (Stream<Path> files = Files.list(OddPapers.resource("/fuzz"))) {
            return files.filter(f -> !f.toString().endsWith(".md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> tiffs() throws IOException {
        BufferedImage bilevel = OddPapers.bilevel(W, H);
        BufferedImage gray = OddPapers.gray(W, H);
        BufferedImage colour = OddPapers.colour(W, H);
        List<byte[]> seeds = new ArrayList<>();
        for (String compression : new String[] {"CCITT T.4", "CCITT T.6", "CCITT RLE", "LZW", "ZLib", "PackBits"}) {
            seeds.add(OddPapers.tiff(compression, bilevel, bilevel));
        }
        for (String compression : new String[] {"LZW", "Deflate", "PackBits", "JPEG", null}) {
            seeds.add(OddPapers.tiff(compression, gray, colour));
        }
        for (int compression : new int[] {6, 7}) {
            seeds.add(OddPapers.tiff(OddPapers.jpeg(colour), tags(compression, 6, 3, 8)));
        }
        seeds.add(OddPapers.tiff(vn.sohoa.imaging.OddPdfs.g4(bilevel), tags(4, 0, 1, 1)));
        seeds.add(tiled(colour));
        return seeds;
    }

    private static OddPapers.Tag[] tags(int compression, int photometric, int samples, int bits) {
        return new OddPapers.Tag[] {
            new OddPapers.Tag(256, 3, W),
            new OddPapers.Tag(257, 3, H),
            new OddPapers.Tag(258, 3, bits),
            new OddPapers.Tag(259, 3, compression),
            new OddPapers.Tag(262, 3, photometric),
            new OddPapers.Tag(274, 3, 6),
            new OddPapers.Tag(277, 3, samples),
            new OddPapers.Tag(278, 3, H),
            new OddPapers.Tag(282, 5, 204, 1),
            new OddPapers.Tag(283, 5, 98, 1),
            new OddPapers.Tag(296, 3, 2)
        };
    }

    /** One tile of the uncompressed samples, larger than the picture. */
    private static byte[] tiled(BufferedImage colour) {
        byte[] tile = new byte[64 * 96 * 3];
        Arrays.fill(tile, (byte) 0xC0);
        byte[] strips = OddPapers.tiff(
                tile,
                new OddPapers.Tag(256, 3, colour.getWidth()),
                new OddPapers.Tag(257, 3, colour.getHeight()),
                new OddPapers.Tag(258, 3, 8, 8, 8),
                new OddPapers.Tag(259, 3, 1),
                new OddPapers.Tag(262, 3, 2),
                new OddPapers.Tag(277, 3, 3),
                new OddPapers.Tag(322, 3, 64),
                new OddPapers.Tag(323, 3, 96));
        java.nio.ByteBuffer tiff = java.nio.ByteBuffer.wrap(strips).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 10; i++) {
            int entry = 10 + 12 * i;
            short tag = tiff.getShort(entry);
            tiff.putShort(entry, tag == 273 ? 324 : tag == 279 ? 325 : tag);
        }
        return strips;
    }

    private static List<byte[]> pictures() {
        BufferedImage gray = OddPapers.gray(W, H);
        BufferedImage colour = OddPapers.colour(W, H);
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(OddPapers.jpeg(gray));
        seeds.add(OddPapers.jpeg(colour));
        seeds.add(OddPapers.progressiveJpeg(colour));
        seeds.add(OddPapers.cmykJpeg(colour));
        for (int orientation = 2; orientation <= 8; orientation += 2) {
            seeds.add(OddPapers.photo(colour, orientation));
        }
        for (int type : new int[] {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY
        }) {
            seeds.add(OddPapers.png(OddPapers.sheet(W, H, type)));
        }
        seeds.add(OddPapers.interlacedPng(colour));
        for (int type :
                new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_BINARY
                }) {
            seeds.add(OddPapers.bmp(OddPapers.sheet(W, H, type)));
        }
        return seeds;
    }
}
