package vn.sohoa.papers;

import java.awt.Font;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The identity card of 2024: nothing of its residence on the front, the code on the back, and more fields in it. Mostly both
 * sides on one page, as counters copy it.
 */
final class NewCards {
    private final Sheet sheet;
    private final Cards card;
    private final Person person;
    private final LocalDate issued;

    private NewCards(Sheet sheet) {
        this.sheet = sheet;
        this.card = new Cards(sheet);
        this.person = card.person;
        this.issued = LocalDate.of(2024, sheet.dice.between(7, 12), sheet.dice.between(1, 28));
    }

    static void identity(Sheet sheet) {
        NewCards cards = new NewCards(sheet);
        cards.card.place();
        cards.front();
        cards.card.below();
        cards.back();
        cards.card.end();
        sheet.is("so_dinh_danh", cards.person.number());
        sheet.is("ho_ten", cards.person.name());
        sheet.is("ngay_sinh", cards.person.birthday());
        sheet.is("gioi_tinh", cards.person.sex());
        sheet.is("quoc_tich", "Việt Nam");
        sheet.is("noi_cu_tru", cards.person.home().onCard());
        sheet.is("noi_dang_ky_khai_sinh", cards.person.origin().onCard());
        sheet.is("ngay_cap", Parts.day(cards.issued));
        sheet.is("gia_tri_den", Parts.day(cards.card.expires));
        sheet.is("qr", cards.code());
    }

    private String code() {
        Person father = Person.born(sheet.dice.fork(), 1940, 1955);
        return String.join(
                "|",
                person.number(),
                "",
                person.name(),
                Cards.CODE.format(person.birth()),
                person.sex(),
                person.home().onCard(),
                Cards.CODE.format(issued),
                "",
                father.name(),
                "",
                "");
    }

    private void front() {
        double middle = card.middle() + 20 * card.scale;
        double at = card.x + 62 * card.scale;
        card.portrait(card.x + 10 * card.scale, card.top + 55 * card.scale);
        card.centered(sheet.style.country(), Font.BOLD, 6, 13, middle);
        card.centered("Độc lập - Tự do - Hạnh phúc", Font.BOLD, 5.2, 20, middle);
        card.centered("SOCIALIST REPUBLIC OF VIET NAM", Font.PLAIN, 4, 26, middle);
        card.centered("CĂN CƯỚC", Font.BOLD, 10.5, 42, middle);
        card.centered("IDENTITY CARD", Font.PLAIN, 5.5, 50, middle);
        card.text("Số định danh cá nhân / Personal identification number:", Font.PLAIN, 5, 66, at);
        card.text(person.number(), Font.BOLD, 9, 77, at);
        card.text("Họ, chữ đệm và tên khai sinh / Full name:", Font.PLAIN, 5, 88, at);
        card.text(person.name().toUpperCase(Locale.ROOT), Font.BOLD, 7.4, 98, at);
        card.text("Ngày, tháng, năm sinh / Date of birth: " + person.birthday(), Font.PLAIN, 5.6, 111, at);
        card.text("Giới tính / Sex: " + person.sex(), Font.PLAIN, 5.6, 122, at);
        card.text("Quốc tịch / Nationality: Việt Nam", Font.PLAIN, 5.6, 133, at);
    }

    private void back() {
        double at = card.x + 10 * card.scale;
        double size = 40 * card.scale;
        Marks.qr(
                sheet.canvas,
                code(),
                card.x + Cards.WIDE * card.scale - size - 10 * card.scale,
                card.top + 12 * card.scale,
                size);
        card.text("Nơi cư trú / Place of residence:", Font.PLAIN, 5.2, 16, at);
        double y = lines(person.home().onCard(), 25, at);
        card.text("Nơi đăng ký khai sinh / Place of birth:", Font.PLAIN, 5.2, y, at);
        y = lines(person.origin().onCard(), y + 9, at);
        card.text("Ngày, tháng, năm cấp / Date of issue: " + Parts.day(issued), Font.PLAIN, 5.2, y, at);
        card.text("Ngày, tháng, năm hết hạn / Date of expiry: " + Parts.day(card.expires), Font.PLAIN, 5.2, y + 9, at);
        card.text("BỘ CÔNG AN", Font.BOLD, 5.4, y + 20, at + 20 * card.scale);
        card.machine(115);
    }

    private double lines(String text, double below, double at) {
        Font font = Faces.font(card.face, Font.PLAIN, 5.6 * card.scale);
        double room = 160 * card.scale;
        double y = below;
        for (String line : sheet.broken(text, font, room, room)) {
            card.text(line, Font.PLAIN, 5.6, y, at);
            y += 8.5;
        }
        return y + 1;
    }
}
