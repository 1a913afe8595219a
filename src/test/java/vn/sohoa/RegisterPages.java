package vn.sohoa;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Draws the pages of an invented birth register of 2007: four pages with one or two cases each, of people who do not
 * exist. The same pages each time; {@link #main} writes them where the demonstration finds them.
 */
public final class RegisterPages {
    public static final Path FOLDER = Path.of("src/test/resources/samples-register");
    public static final String BOOK = "KS.2007.01";

    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final int MARGIN = 110;
    private static final long SEED = 20070315;
    private static final String FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSerif.ttf";

    /** One case as it stands on its page. */
    public record Case(
            String number,
            String day,
            String kind,
            String name,
            String sex,
            String born,
            String place,
            String home,
            String mother,
            String father,
            String signer) {}

    public static final List<List<Case>> PAGES = List.of(
            List.of(new Case(
                    "1",
                    "08/01/2007",
                    "Đúng hạn",
                    "Nguyễn Thị Mẫu Đơn",
                    "Nữ",
                    "27/12/2006",
                    "Trạm y tế xã Thử Nghiệm",
                    "xã Thử Nghiệm, tỉnh Minh Họa",
                    "Lê Thị Giả Định",
                    "Nguyễn Văn Ví Dụ",
                    "Trần Văn Tưởng Tượng")),
            List.of(
                    new Case(
                            "2",
                            "15/03/2007",
                            "Đúng hạn",
                            "Phạm Hữu Thử",
                            "Nam",
                            "02/03/2007",
                            "Bệnh viện huyện Giả Lập",
                            "xã Thử Nghiệm, tỉnh Minh Họa",
                            "Hoàng Thị Hư Cấu",
                            "Phạm Hữu Phỏng",
                            "Trần Văn Tưởng Tượng"),
                    new Case(
                            "3",
                            "16/03/2007",
                            "Quá hạn",
                            "Đỗ Thị Kính",
                            "Nữ",
                            "11/2006",
                            "Tại nhà",
                            "xã Ví Dụ, tỉnh Minh Họa",
                            "Đỗ Thị Kinh",
                            "",
                            "Trần Văn Tưởng Tượng")),
            List.of(new Case(
                    "4",
                    "02/07/2007",
                    "Đúng hạn",
                    "Vũ Hoà Mẫu",
                    "Nam",
                    "20/06/2007",
                    "Trạm y tế xã Thử Nghiệm",
                    "xã Thử Nghiệm, tỉnh Minh Họa",
                    "Bùi Thị Thí Điểm",
                    "Vũ Hòa Bình Sai",
                    "Trần Văn Tưởng Tượng")),
            List.of(
                    new Case(
                            "5",
                            "09/10/2007",
                            "Đăng ký lại",
                            "Lý Thị Tạm",
                            "Nữ",
                            "1990",
                            "Tại nhà",
                            "xã Ví Dụ, tỉnh Minh Họa",
                            "Lý Thị Bịa",
                            "Lý Văn Đặt",
                            "Ngô Thị Trình Diễn"),
                    new Case(
                            "6",
                            "28/12/2007",
                            "Đúng hạn",
                            "Đặng Quốc Ví Dụ",
                            "Nam",
                            "19/12/2007",
                            "Bệnh viện huyện Giả Lập",
                            "xã Thử Nghiệm, tỉnh Minh Họa",
                            "Tô Thị Mô Phỏng",
                            "Đặng Văn Nháp",
                            "Ngô Thị Trình Diễn")));

    private RegisterPages() {}

    public static void main(String[] arguments) throws IOException {
        draw(FOLDER.resolve(BOOK));
    }

    /** Draws all pages into a folder. */
    public static void draw(Path folder) throws IOException {
        Files.createDirectories(folder);
        Random noise = new Random(SEED);
        for (int i = 0; i < PAGES.size(); i++) {
            Path file = folder.resolve("trang_%03d.jpg".formatted(i + 1));
            ImageIO.write(page(i + 1, PAGES.get(i), noise), "jpg", file.toFile());
        }
    }

    private static BufferedImage page(int number, List<Case> cases, Random noise) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(248, 248, 248));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.rotate((noise.nextDouble() - 0.5) * 0.01, WIDTH / 2.0, HEIGHT / 2.0);
        pen.setColor(new Color(30, 30, 30));
        pen.setFont(font(34));
        pen.drawString("SỔ ĐĂNG KÝ KHAI SINH", 400, 110);
        pen.setFont(font(22));
        pen.drawString("UBND xã Thử Nghiệm – Quyển số: 01/2007", MARGIN, 160);
        pen.drawString("Trang số: " + number, 960, 160);
        int y = 200;
        for (Case one : cases) {
            y = draw(one, y, pen) + 40;
        }
        pen.dispose();
        return image;
    }

    private static int draw(Case one, int top, Graphics2D pen) {
        List<String> lines = List.of(
                "Số: " + one.number() + "          Ngày đăng ký: " + one.day() + "          Loại: " + one.kind(),
                "Họ và tên: " + one.name(),
                "Giới tính: " + one.sex() + "          Ngày sinh: " + one.born(),
                "Nơi sinh: " + one.place(),
                "Dân tộc: Kinh          Quốc tịch: Việt Nam",
                "Quê quán: " + one.home(),
                "Họ và tên mẹ: " + one.mother(),
                "Họ và tên cha: " + one.father(),
                "Nơi đăng ký: UBND xã Thử Nghiệm, huyện Giả Lập, tỉnh Minh Họa",
                "Người ký: " + one.signer());
        int y = top + 50;
        pen.setFont(font(26));
        for (String line : lines) {
            pen.drawString(line, MARGIN + 30, y);
            y += 62;
        }
        pen.setStroke(new BasicStroke(2));
        pen.drawRect(MARGIN, top, WIDTH - 2 * MARGIN, y - top - 20);
        return y;
    }

    private static Font font(float size) {
        try (InputStream file = RegisterPages.class.getResourceAsStream(FONT)) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(size);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
