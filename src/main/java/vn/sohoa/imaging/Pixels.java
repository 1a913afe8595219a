package vn.sohoa.imaging;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage.Encoding;

/** The pixels of a page image file, for engines and for the screen. */
public final class Pixels {
    private static final float VIEW_QUALITY = 0.8f;
    private static final int VIEW_DPI = 96;

    private Pixels() {}

    /**
     * Decodes to 8-bit gray.
     *
     * @return {@link BufferedImage#TYPE_BYTE_GRAY}
     * @throws Failure.BadInput the image cannot be decoded, or is beyond the budget
     */
    public static BufferedImage gray(Path image, Budgets budgets) {
        SourceFormat format = formatOf(image);
        headerOf(image, format, budgets);
        if (format == SourceFormat.JPEG) {
            try {
                return Codecs.readBrightness(image);
            } catch (Failure e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                return Gray.of(decode(image, format, 1));
            }
        }
        return Gray.of(decode(image, format, 1));
    }

    /**
     * Decodes to 8-bit gray and turns.
     *
     * @param clockwise by how many degrees: 0, 90, 180 or 270
     */
    public static BufferedImage gray(Path image, int clockwise, Budgets budgets) {
        return Turn.clockwise(clockwise).apply(gray(image, budgets));
    }

    /**
     * Writes a part of an image file, turned upright, as a JPEG for the browser.
     *
     * @param part in pixels of a page of this size, of which the file may be a smaller picture
     * @param clockwise by how many degrees the part is turned
     */
    public static void snippet(
            Path image, Path target, Box part, int pageWidth, int pageHeight, int clockwise, Budgets budgets) {
        SourceFormat format = formatOf(image);
        headerOf(image, format, budgets);
        BufferedImage whole = Flat.rgbOrGray(softened(decode(image, format, 1)));
        double scale = Math.min((double) whole.getWidth() / pageWidth, (double) whole.getHeight() / pageHeight);
        int x = Math.min(whole.getWidth() - 1, Math.max(0, (int) Math.floor(part.x() * scale)));
        int y = Math.min(whole.getHeight() - 1, Math.max(0, (int) Math.floor(part.y() * scale)));
        int right = Math.min(whole.getWidth(), Math.max(x + 1, (int) Math.ceil(part.right() * scale)));
        int bottom = Math.min(whole.getHeight(), Math.max(y + 1, (int) Math.ceil(part.bottom() * scale)));
        BufferedImage cut = new BufferedImage(right - x, bottom - y, whole.getType());
        Graphics2D canvas = cut.createGraphics();
        try {
            canvas.drawImage(whole, -x, -y, null);
        } finally {
            canvas.dispose();
        }
        PageFile.write(Turn.clockwise(clockwise).apply(cut), Encoding.JPEG, VIEW_QUALITY, VIEW_DPI, target);
    }

    /**
     * Writes a JPEG for the browser, in colour where the page has colour.
     *
     * @param maxSide its longer side in pixels at most; never enlarged
     */
    public static void view(Path image, Path target, int maxSide, Budgets budgets) {
        SourceFormat format = formatOf(image);
        ImageHeader header = headerOf(image, format, budgets);
        long side = Math.max(header.width(), header.height());
        int subsampling = format == SourceFormat.TIFF ? 1 : (int) Math.max(1, side / (2L * maxSide));
        BufferedImage flat = Flat.rgbOrGray(softened(decode(image, format, subsampling)));
        PageFile.write(scaled(flat, maxSide), Encoding.JPEG, VIEW_QUALITY, VIEW_DPI, target);
    }

    /** Two-valued pictures have to be gray before they are made smaller, or their strokes break. */
    private static BufferedImage softened(BufferedImage image) {
        return Bilevel.is(image) ? Gray.of(image) : image;
    }

    private static BufferedImage scaled(BufferedImage image, int maxSide) {
        BufferedImage current = image;
        int side = Math.max(image.getWidth(), image.getHeight());
        while (side > maxSide) {
            int next = Math.max(maxSide, (side + 1) / 2);
            int width = Math.max(1, (int)
                    Math.round(image.getWidth() * (double) next / Math.max(image.getWidth(), image.getHeight())));
            int height = Math.max(1, (int)
                    Math.round(image.getHeight() * (double) next / Math.max(image.getWidth(), image.getHeight())));
            BufferedImage smaller = new BufferedImage(width, height, image.getType());
            Graphics2D canvas = smaller.createGraphics();
            try {
                canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                canvas.drawImage(current, 0, 0, width, height, null);
            } finally {
                canvas.dispose();
            }
            current = smaller;
            side = next;
        }
        return current;
    }

    private static BufferedImage decode(Path image, SourceFormat format, int subsampling) {
        return Codecs.read(image, format.name().toLowerCase(Locale.ROOT), 0, subsampling);
    }

    private static SourceFormat formatOf(Path image) {
        return SourceFormat.sniff(image)
                .filter(f -> f != SourceFormat.PDF)
                .orElseThrow(() -> new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, "not an image")));
    }

    private static ImageHeader headerOf(Path image, SourceFormat format, Budgets budgets) {
        return Edge.page(format.name(), () -> {
            try (Bytes bytes = Bytes.of(image)) {
                return ImageHeader.of(bytes, format).within(budgets);
            }
        });
    }
}
