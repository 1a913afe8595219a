package vn.sohoa.papers;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.sohoa.papers.Faces.Face;
import vn.sohoa.papers.Parts.Signer;

/** Identity cards on a page, as copied or scanned: the form of 2021, one or both sides. */
final class Cards {
    static final double WIDE = 85.6 * 72 / 25.4;
    private static final double HIGH = 54.0 * 72 / 25.4;
    static final DateTimeFormatter CODE = DateTimeFormatter.ofPattern("ddMMyyyy");
    private static final DateTimeFormatter MRZ = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int MRZ_LINE = 30;

    private final Sheet sheet;
    final Face face;
    final double scale;
    final Person person;
    private final LocalDate issued;
    final LocalDate expires;
    double x;
    double top;

    Cards(Sheet sheet) {
        this.sheet = sheet;
        Dice dice = sheet.dice;
        face = dice.of(Face.ARIMO, Face.HEROS, Face.NOTO_SANS);
        scale = dice.of(1.0, 1.0, 1.15, 1.35, 1.6);
        person = Person.born(dice, 1950, 2003);
        issued = LocalDate.of(dice.between(2021, 2024), dice.between(1, 12), dice.between(1, 28));
        expires = person.birth().plusYears(person.birth().getYear() < 1968 ? 75 : dice.of(40, 60));
    }

    static void identity(Sheet sheet) {
        Cards cards = new Cards(sheet);
        Dice dice = sheet.dice;
        cards.place();
        cards.front();
        if (dice.chance(0.5)) {
            cards.below();
            cards.back();
        }
        cards.end();
        String residence = cards.person.home().onCard();
        sheet.is("so_dinh_danh", cards.person.number());
        sheet.is("ho_ten", cards.person.name());
        sheet.is("ngay_sinh", cards.person.birthday());
        sheet.is("gioi_tinh", cards.person.sex());
        sheet.is("quoc_tich", "Việt Nam");
        sheet.is("que_quan", cards.person.origin().onCard());
        sheet.is("noi_thuong_tru", residence);
        sheet.is("gia_tri_den", Parts.day(cards.expires));
        sheet.is("qr", cards.code());
    }

    /** Where the first side lies. */
    void place() {
        x = (sheet.canvas.width - WIDE * scale) * sheet.dice.between(0.2, 0.8);
        top = sheet.dice.between(60.0, 130.0);
        paper();
    }

    /** The other side, below it. */
    void below() {
        top += HIGH * scale + sheet.dice.between(25.0, 90.0);
        paper();
    }

    double middle() {
        return x + WIDE * scale * 0.5;
    }

    /** Some copies are certified. */
    void end() {
        sheet.y = top + HIGH * scale + sheet.dice.between(60.0, 110.0);
        if (sheet.dice.chance(0.4) && sheet.y < 600) {
            certified();
        }
    }

    private void paper() {
        Dice dice = sheet.dice;
        paper(new Color(dice.between(205, 232), dice.between(228, 242), dice.between(228, 240)));
    }

    private String code() {
        return String.join(
                "|",
                person.number(),
                person.birth().getYear() > 2000 ? "" : "1" + person.number().substring(4),
                person.name(),
                CODE.format(person.birth()),
                person.sex(),
                person.home().onCard(),
                CODE.format(issued));
    }

    private void paper(Color color) {
        RoundRectangle2D card = new RoundRectangle2D.Double(x, top, WIDE * scale, HIGH * scale, 9 * scale, 9 * scale);
        sheet.canvas.fill(card, color);
        for (int i = 0; i < 14; i++) {
            Path2D wave = new Path2D.Double();
            double y = top + (i + 1) * HIGH * scale / 15;
            wave.moveTo(x + 3, y);
            wave.curveTo(x + WIDE * scale * 0.3, y - 9, x + WIDE * scale * 0.6, y + 9, x + WIDE * scale - 3, y - 2);
            sheet.canvas.draw(wave, new Color(90, 170, 170, 45), 0.5);
        }
        sheet.canvas.draw(card, new Color(70, 90, 100), 0.6);
    }

    private void front() {
        double right = x + WIDE * scale;
        sheet.canvas.fill(
                new Ellipse2D.Double(x + 12 * scale, top + 9 * scale, 30 * scale, 30 * scale), new Color(200, 40, 40));
        portrait(x + 10 * scale, top + 55 * scale);
        double size = (sheet.dice.between(34.0, 42.0)) * scale;
        double middle = x + WIDE * scale * 0.5;
        centered(
                sheet.style.old() ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" : sheet.style.country(),
                Font.BOLD,
                6,
                12,
                middle);
        centered("Độc lập - Tự do - Hạnh phúc", Font.BOLD, 5.2, 19, middle);
        centered("SOCIALIST REPUBLIC OF VIET NAM", Font.PLAIN, 4, 25, middle);
        centered("Independence - Freedom - Happiness", Font.PLAIN, 4, 30.5, middle);
        centered("CĂN CƯỚC CÔNG DÂN", Font.BOLD, 9.5, 42, middle);
        centered("Citizen Identity Card", Font.PLAIN, 5.5, 49, middle);
        Marks.qr(sheet.canvas, code(), right - size - 8 * scale, top + 9 * scale, size);
        double at = x + 62 * scale;
        text("Số / No.: " + person.number(), Font.BOLD, 8.3, 63, at);
        text("Họ và tên / Full name:", Font.PLAIN, 5, 71, at);
        text(person.name().toUpperCase(Locale.ROOT), Font.BOLD, 7.2, 80, at);
        text("Ngày sinh / Date of birth: " + person.birthday(), Font.PLAIN, 5.6, 90, at);
        text("Giới tính / Sex: " + person.sex(), Font.PLAIN, 5.6, 98.5, at);
        text("Quốc tịch / Nationality: Việt Nam", Font.PLAIN, 5.6, 98.5, at + 72 * scale);
        text("Quê quán / Place of origin:", Font.PLAIN, 5.4, 107, at);
        text(person.origin().onCard(), Font.PLAIN, 5.6, 115.5, at);
        text("Nơi thường trú / Place of residence:", Font.PLAIN, 5.4, 124, at);
        Font font = Faces.font(face, Font.PLAIN, 5.6 * scale);
        double y = 132.5;
        for (String line : sheet.broken(person.home().onCard(), font, right - at - 6 * scale, right - at - 6 * scale)) {
            text(line, Font.PLAIN, 5.6, y, at);
            y += 8;
        }
        text("Có giá trị đến:", Font.PLAIN, 4.6, 136, x + 9 * scale);
        text(Parts.day(expires), Font.PLAIN, 5, 143, x + 9 * scale);
    }

    private void back() {
        double at = x + 10 * scale;
        text("Đặc điểm nhân dạng / Personal identification:", Font.PLAIN, 5.2, 16, at);
        text(
                sheet.dice.of(
                        "Nốt ruồi cách 1,5cm dưới đuôi mắt trái",
                        "Sẹo chấm cách 2cm trên đầu lông mày phải",
                        "Không có"),
                Font.PLAIN,
                5.6,
                25,
                at);
        text("Ngày, tháng, năm / Date, month, year: " + Parts.day(issued), Font.PLAIN, 5.4, 37, at);
        text("CỤC TRƯỞNG CỤC CẢNH SÁT", Font.BOLD, 5, 48, at);
        text("QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI", Font.BOLD, 5, 55, at);
        Marks.signature(sheet.canvas, sheet.dice, at + 60 * scale, top + 70 * scale);
        for (int i = 0; i < 2; i++) {
            print(x + (158 + 38 * i) * scale, top + 36 * scale);
        }
        machine(110);
    }

    /** The machine-readable zone. */
    void machine(double below) {
        double at = x + 10 * scale;
        Font font = Faces.font(Face.COUSINE, Font.BOLD, 10.6 * scale);
        double wide = sheet.canvas.widthOf("0".repeat(MRZ_LINE), font);
        Font fitting = font.deriveFont((float) (font.getSize2D() * Math.min(1, (WIDE - 18) * scale / wide)));
        double y = below;
        for (String line : machineReadable()) {
            sheet.canvas.line(line, fitting, new Color(25, 25, 30), "print", at, top + y * scale);
            y += 14.5;
        }
    }

    private List<String> machineReadable() {
        String document = person.number().substring(3);
        String first = "IDVNM" + document + check(document) + person.number() + "<<" + check(person.number());
        String birth = MRZ.format(person.birth());
        String end = MRZ.format(expires);
        String second = birth + check(birth) + (person.man() ? "M" : "F") + end + check(end) + "VNM" + "<".repeat(11);
        String all = first.substring(5) + second.substring(0, 7) + second.substring(8, 15) + second.substring(18, 29);
        String bare = Normalizer.normalize(
                        person.name().toUpperCase(Locale.ROOT).replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        int space = bare.indexOf(' ');
        String name =
                bare.substring(0, space) + "<<" + bare.substring(space + 1).replace(' ', '<');
        return List.of(first, second + check(all), (name + "<".repeat(MRZ_LINE)).substring(0, MRZ_LINE));
    }

    /** Weights 7, 3, 1; letters count from ten, fillers nothing (ICAO Doc 9303). */
    static int check(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int value = letter == '<' ? 0 : Character.getNumericValue(letter);
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return sum % 10;
    }

    private void certified() {
        Dice dice = sheet.dice;
        sheet.plain("CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH", sheet.style.bold());
        sheet.plain(
                "Số chứng thực: " + dice.between(1, 900) + " Quyển số: 01/" + issued.getYear() + " - SCT/BS",
                sheet.style.plain());
        sheet.plain("Ngày chứng thực: " + Parts.longDay(issued.plusDays(60)), sheet.style.plain());
        Person officer = Person.born(dice, 1960, 1988);
        Parts.signatures(
                sheet,
                new Signer(
                        List.of("CHỦ TỊCH"),
                        officer.name(),
                        "ỦY BAN NHÂN DÂN " + person.home().commune().toUpperCase(Locale.ROOT)));
    }

    void portrait(double left, double above) {
        double wide = 44 * scale;
        double high = 58 * scale;
        sheet.canvas.fill(new java.awt.geom.Rectangle2D.Double(left, above, wide, high), new Color(185, 200, 215));
        Color skin = new Color(sheet.dice.between(120, 200), sheet.dice.between(95, 150), sheet.dice.between(80, 120));
        sheet.canvas.fill(
                new Ellipse2D.Double(left + wide * 0.27, above + high * 0.14, wide * 0.46, high * 0.48), skin);
        sheet.canvas.fill(
                new Ellipse2D.Double(left + wide * 0.1, above + high * 0.68, wide * 0.8, high * 0.32),
                new Color(60, 65, 90));
    }

    private void print(double left, double above) {
        for (int i = 1; i < 11; i++) {
            double r = i * 1.6 * scale;
            sheet.canvas.draw(
                    new Ellipse2D.Double(left + 17 * scale - r, above + 20 * scale - r * 1.2, 2 * r, 2.4 * r),
                    new Color(40, 40, 45, 150),
                    0.5);
        }
    }

    void text(String text, int style, double size, double below, double at) {
        sheet.canvas.line(
                text, Faces.font(face, style, size * scale), new Color(25, 25, 35), "print", at, top + below * scale);
    }

    void centered(String text, int style, double size, double below, double middle) {
        Font font = Faces.font(face, style, size * scale);
        boolean title = size > 9;
        sheet.canvas.line(
                text,
                font,
                title ? new Color(190, 30, 40) : new Color(25, 25, 35),
                "print",
                middle - sheet.canvas.widthOf(text, font) / 2,
                top + below * scale);
    }
}
