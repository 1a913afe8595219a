package vn.sohoa.ocr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import vn.sohoa.page.PageImage;

/** Page images for tests: whole samples and small cuttings that read fast. */
final class Pages {
    static final Path SAMPLES = Path.of("src/test/resources/samples");

    private Pages() {}

    /** A whole A4 page at 300 dpi: a second's work or so. */
    static PageImage birthCertificate() {
        return new PageImage(SAMPLES.resolve("d00_giay_khai_sinh.jpg"), PageImage.Encoding.JPEG, 2480, 3508, 300);
    }

    /** A whole A4 page at 200 dpi. */
    static PageImage marriageCertificate() {
        return new PageImage(
                SAMPLES.resolve("d02_giay_chung_nhan_ket_hon.jpg"), PageImage.Encoding.JPEG, 1654, 2339, 200);
    }

    /** The printed heading of a birth certificate: two lines of text. */
    static PageImage heading(Path folder) {
        return cut(folder, 640, 200, 1200, 240);
    }

    static PageImage cut(Path folder, int x, int y, int width, int height) {
        try {
            BufferedImage sample =
                    ImageIO.read(SAMPLES.resolve("d00_giay_khai_sinh.jpg").toFile());
            BufferedImage cut = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = cut.createGraphics();
            graphics.drawImage(sample, -x, -y, null);
            graphics.dispose();
            return save(folder, cut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as if it had been laid on the scanner turned clockwise. */
    static PageImage turned(Path folder, PageImage page, int degrees) {
        try {
            BufferedImage image = ImageIO.read(page.file().toFile());
            boolean across = degrees % 180 != 0;
            int width = across ? image.getHeight() : image.getWidth();
            int height = across ? image.getWidth() : image.getHeight();
            BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = turned.createGraphics();
            graphics.translate(width / 2.0, height / 2.0);
            graphics.rotate(Math.toRadians(degrees));
            graphics.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
            graphics.dispose();
            PageImage saved = save(folder, turned);
            return new PageImage(saved.file(), saved.encoding(), width, height, page.dpi());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PageImage empty(Path folder, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return save(folder, image);
    }

    /** Ink, but no letters. */
    static PageImage wedge(Path folder, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(java.awt.Color.BLACK);
        graphics.fillPolygon(new int[] {0, width, 0}, new int[] {0, 0, height}, 3);
        graphics.dispose();
        return save(folder, image);
    }

    private static PageImage save(Path folder, BufferedImage image) {
        Path file = folder.resolve("trang " + image.getWidth() + "x" + image.getHeight() + ".png");
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageImage(file, PageImage.Encoding.PNG, image.getWidth(), image.getHeight(), 300);
    }
}
