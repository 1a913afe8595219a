package vn.sohoa.measure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import vn.sohoa.measure.Sample.Measure;

/** Lines over time, each in a strip of its own with its own scale from zero. */
final class Chart {
    private static final int WIDTH = 900;
    private static final int STRIP = 150;
    private static final int LEFT = 90;
    private static final int MARGIN = 24;
    private static final Color INK = new Color(0x1f4e79);
    private static final Color GRID = new Color(0xd0d0d0);

    private Chart() {}

    static void draw(List<Sample> samples, List<Measure> measures, Path target) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, STRIP * measures.size() + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
            canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            for (int i = 0; i < measures.size(); i++) {
                strip(canvas, samples, measures.get(i), i * STRIP);
            }
            canvas.setColor(Color.BLACK);
            double minutes = samples.get(samples.size() - 1).seconds() / 60;
            canvas.drawString("0", LEFT, image.getHeight() - 8);
            canvas.drawString(String.format(Locale.ROOT, "%.0f min", minutes), WIDTH - 60, image.getHeight() - 8);
        } finally {
            canvas.dispose();
        }
        ImageIO.write(image, "png", target.toFile());
    }

    private static void strip(Graphics2D canvas, List<Sample> samples, Measure measure, int top) {
        double most = Math.max(
                1, samples.stream().mapToDouble(s -> s.of(measure)).max().orElse(1));
        double end = samples.get(samples.size() - 1).seconds();
        int low = top + STRIP - MARGIN / 2;
        int height = STRIP - MARGIN - MARGIN / 2;
        canvas.setColor(GRID);
        canvas.drawRect(LEFT, low - height, WIDTH - LEFT - MARGIN, height);
        canvas.drawLine(LEFT, low - height / 2, WIDTH - MARGIN, low - height / 2);
        canvas.setColor(Color.BLACK);
        String title = measure.title + (measure.unit.isEmpty() ? "" : ", " + measure.unit);
        canvas.drawString(title, LEFT, low - height - 5);
        canvas.drawString(String.format(Locale.ROOT, "%,.0f", most), 10, low - height + 8);
        canvas.drawString("0", 10, low);
        Path2D line = new Path2D.Double();
        for (Sample sample : samples) {
            double x = LEFT + (WIDTH - LEFT - MARGIN) * sample.seconds() / end;
            double y = low - height * sample.of(measure) / most;
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        canvas.setColor(INK);
        canvas.setStroke(new BasicStroke(1.5f));
        canvas.draw(line);
        canvas.setStroke(new BasicStroke(1));
    }
}
