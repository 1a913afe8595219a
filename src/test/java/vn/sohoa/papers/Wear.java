package vn.sohoa.papers;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/** What a scanner does to pixels, in place: light, blur, noise. */
final class Wear {
    private static final int[] NORMAL = normal();

    private final byte[] bytes;
    private final int width;
    private final int height;
    private final int bands;

    private Wear(BufferedImage image) {
        bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        width = image.getWidth();
        height = image.getHeight();
        bands = image.getRaster().getNumBands();
    }

    static void apply(BufferedImage image, Damage damage, Dice dice) {
        Wear wear = new Wear(image);
        if (damage.light() > 0 || damage.folds() > 0 || damage.dark() > 0) {
            wear.shade(damage, dice);
        }
        wear.blur(damage.blur());
        if (damage.faint() > 0) {
            wear.fade(damage.faint());
        }
        wear.noise(damage.noise(), dice.number());
    }

    /** Only what shines through, before the front is drawn. */
    static void soften(BufferedImage image, double sigma) {
        new Wear(image).blur(sigma);
    }

    /** Light that falls off to one corner, and the shadows of folds. */
    private void shade(Damage damage, Dice dice) {
        double[] across = new double[width];
        double[] down = new double[height];
        double tilt = dice.between(0.2, 0.8);
        boolean left = dice.chance(0.5);
        boolean top = dice.chance(0.5);
        for (int x = 0; x < width; x++) {
            across[x] = (1 - damage.dark()) * (1 - damage.light() * tilt * (left ? width - x : x) / width);
        }
        for (int y = 0; y < height; y++) {
            down[y] = 1 - damage.light() * (1 - tilt) * (top ? height - y : y) / height;
        }
        if (damage.folds() > 0) {
            crease(down, dice);
        }
        if (damage.folds() > 1) {
            crease(across, dice);
        }
        if (damage.folds() > 2) {
            crease(down, dice);
        }
        for (int y = 0; y < height; y++) {
            int at = y * width * bands;
            for (int x = 0; x < width; x++) {
                int factor = (int) (256 * across[x] * down[y]);
                for (int band = 0; band < bands; band++, at++) {
                    bytes[at] = (byte) ((bytes[at] & 255) * factor >> 8);
                }
            }
        }
    }

    private static void crease(double[] line, Dice dice) {
        int middle = (int)
                (line.length * dice.of(0.333, 0.5, 0.5, 0.667) + dice.between(-line.length / 40, line.length / 40));
        int wide = line.length / 45;
        double depth = dice.between(0.12, 0.45);
        for (int i = Math.max(0, middle - wide); i < Math.min(line.length, middle + wide / 4); i++) {
            double near = 1 - Math.abs(i - middle) / (double) wide;
            line[i] *= 1 - depth * near * near;
        }
    }

    private void fade(double share) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (255 - (int) ((255 - (bytes[i] & 255)) * (1 - share)));
        }
    }

    private void noise(double sigma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int scale = (int) (sigma * 256);
        int at = 0;
        while (at < bytes.length) {
            int from = random.nextInt(NORMAL.length);
            int count = Math.min(Math.min(NORMAL.length - from, 512), bytes.length - at);
            for (int i = 0; i < count; i++, at++) {
                int value = (bytes[at] & 255) + (NORMAL[from + i] * scale >> 16);
                bytes[at] = (byte) (value < 0 ? 0 : Math.min(value, 255));
            }
        }
    }

    private void blur(double sigma) {
        if (sigma < 0.3) {
            return;
        }
        int radius = sigma < 0.9 ? 1 : (int) Math.ceil(2.2 * sigma);
        int[] kernel = new int[2 * radius + 1];
        int sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (int) Math.round(1024 * Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma)));
            sum += kernel[i];
        }
        int stride = width * bands;
        byte[] row = new byte[stride];
        for (int y = 0; y < height; y++) {
            System.arraycopy(bytes, y * stride, row, 0, stride);
            for (int x = radius * bands; x < stride - radius * bands; x++) {
                int total = 0;
                for (int k = 0, at = x - radius * bands; k < kernel.length; k++, at += bands) {
                    total += kernel[k] * (row[at] & 255);
                }
                bytes[y * stride + x] = (byte) (total / sum);
            }
        }
        columns(kernel, radius, sum, stride);
    }

    private void columns(int[] kernel, int radius, int sum, int stride) {
        byte[][] before = new byte[radius][stride];
        int[] total = new int[stride];
        for (int i = 0; i < radius; i++) {
            System.arraycopy(bytes, i * stride, before[i], 0, stride);
        }
        byte[] now = new byte[stride];
        for (int y = radius; y < height - radius; y++) {
            java.util.Arrays.fill(total, 0);
            for (int k = 0; k < kernel.length; k++) {
                int line = y + k - radius;
                byte[] source = line < y ? before[line % radius] : bytes;
                int at = line < y ? 0 : line * stride;
                int weight = kernel[k];
                for (int x = 0; x < stride; x++) {
                    total[x] += weight * (source[at + x] & 255);
                }
            }
            System.arraycopy(bytes, y * stride, now, 0, stride);
            for (int x = 0; x < stride; x++) {
                bytes[y * stride + x] = (byte) (total[x] / sum);
            }
            System.arraycopy(now, 0, before[y % radius], 0, stride);
        }
    }

    /** Black and white as a fax sees it. */
    static BufferedImage bilevel(BufferedImage gray, int threshold) {
        int width = gray.getWidth();
        int height = gray.getHeight();
        BufferedImage bits = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        byte[] from = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        byte[] to = ((DataBufferByte) bits.getRaster().getDataBuffer()).getData();
        int stride = (width + 7) / 8;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((from[y * width + x] & 255) >= threshold) {
                    to[y * stride + (x >> 3)] |= (byte) (128 >> (x & 7));
                }
            }
        }
        return bits;
    }

    /** Normal deviates in 1/256, thrown once. */
    private static int[] normal() {
        java.util.Random random = new java.util.Random(20);
        int[] normal = new int[1 << 16];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = (int) Math.round(256 * random.nextGaussian());
        }
        return normal;
    }
}
