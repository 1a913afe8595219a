package vn.sohoa.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.sohoa.papers.Parts.Signer;
import vn.sohoa.papers.Sheet.Blank;

/** Papers about where people live, of the police. */
final class Residences {
    private Residences() {}

    static void confirmation(Sheet sheet) {
        Dice dice = sheet.dice;
        Person person = Person.born(dice, 1950, 2003);
        Person head = Person.of(dice, person.surname(), true, 1935, 1975);
        Place place = person.home();
        LocalDate day = LocalDate.of(dice.between(2021, 2024), dice.between(1, 12), dice.between(1, 28));
        String number = dice.between(1, 900) + "/XN";
        Parts.office(
                sheet,
                "CÔNG AN " + place.district().toUpperCase(),
                "CÔNG AN " + place.commune().toUpperCase(),
                "Số: " + number,
                place.communeName() + ", " + Parts.longDay(day));
        Parts.title(sheet, 1.25, "XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ");
        sheet.paragraph(
                "I. Theo đề nghị của Ông/Bà: " + person.name() + ", Công an " + place.commune()
                        + " xác nhận thông tin về cư trú của Ông/Bà có tên dưới đây:",
                sheet.style.plain());
        sheet.row("1. Họ, chữ đệm và tên:", Parts.named(sheet, person.name()));
        sheet.row(new Blank("2. Ngày, tháng, năm sinh:", person.birthday()), new Blank("3. Giới tính:", person.sex()));
        sheet.row("4. Số định danh cá nhân:", person.number());
        sheet.row(
                new Blank("5. Dân tộc:", person.people()),
                new Blank("6. Tôn giáo:", "Không"),
                new Blank("7. Quốc tịch:", "Việt Nam"));
        sheet.row("8. Quê quán:", person.origin().fromCommune());
        sheet.row("9. Nơi thường trú:", place.full());
        sheet.row("10. Nơi ở hiện tại:", place.full());
        sheet.row("11. Họ, chữ đệm và tên chủ hộ:", head.name());
        sheet.row(new Blank("12. Quan hệ với chủ hộ:", "Con"), new Blank("13. Số định danh chủ hộ:", head.number()));
        sheet.plain("14. Thông tin các thành viên khác trong hộ gia đình:", sheet.style.plain());
        sheet.down(0.6);
        List<List<String>> rows = new ArrayList<>();
        List<String> members = new ArrayList<>();
        int count = dice.between(1, 6);
        for (int i = 1; i <= count; i++) {
            Person member = Person.of(dice, person.surname(), dice.chance(0.5), 1950, 2018);
            members.add(member.name());
            rows.add(List.of(
                    Integer.toString(i),
                    member.name(),
                    member.birthday(),
                    member.sex(),
                    member.number(),
                    dice.of("Vợ", "Con", "Cháu", "Mẹ", "Anh")));
        }
        sheet.table(
                new double[] {0.5, 2.6, 1.4, 0.9, 2, 1},
                List.of("TT", "Họ, chữ đệm và tên", "Ngày sinh", "Giới tính", "Số định danh cá nhân", "Quan hệ"),
                rows,
                false);
        sheet.paragraph(
                "II. Xác nhận này có giá trị trong thời hạn 01 năm kể từ ngày cấp, đến hết "
                        + Parts.longDay(day.plusYears(1)) + ".",
                sheet.style.plain());
        sheet.down(0.5);
        Person officer = Person.born(dice, 1965, 1990);
        Parts.signatures(
                sheet,
                new Signer(
                        dice.of(List.of("TRƯỞNG CÔNG AN"), List.of("KT. TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN")),
                        officer.name(),
                        "CÔNG AN " + place.commune().toUpperCase()));
        sheet.is("so", number);
        sheet.is("ho_ten", person.name());
        sheet.is("ngay_sinh", person.birthday());
        sheet.is("gioi_tinh", person.sex());
        sheet.is("so_dinh_danh", person.number());
        sheet.is("que_quan", person.origin().fromCommune());
        sheet.is("noi_thuong_tru", place.full());
        sheet.is("chu_ho", head.name());
        sheet.is("so_dinh_danh_chu_ho", head.number());
        sheet.is("ngay_cap", Parts.day(day));
        sheet.is("nguoi_ky", officer.name());
        sheet.is("thanh_vien", members);
    }

    static void household(Sheet sheet) {
        Dice dice = sheet.dice;
        Person person = Person.born(dice, 1940, 2012);
        LocalDate came = LocalDate.of(dice.between(1996, 2020), dice.between(1, 12), dice.between(1, 28));
        String relation = dice.of("Vợ", "Chồng", "Con", "Con dâu", "Cháu", "Chủ hộ", "Mẹ");
        String paper = dice.chance(0.5) ? dice.digits(9) : person.number();
        sheet.centered("Trang số 0" + dice.between(2, 9) + " - Quan hệ với chủ hộ: " + relation, sheet.style.bold());
        sheet.down(0.4);
        sheet.row("Họ và tên:", Parts.named(sheet, person.name()));
        sheet.row("Họ và tên gọi khác (nếu có):", "Không");
        if (dice.chance(0.5)) {
            sheet.row(new Blank("Ngày, tháng, năm sinh:", person.birthday()), new Blank("Giới tính:", person.sex()));
        } else {
            sheet.row("Ngày, tháng, năm sinh:", person.birthday());
            sheet.row("Giới tính:", person.sex());
        }
        sheet.row(dice.of("Quê quán:", "Nguyên quán:"), person.origin().fromCommune());
        sheet.row(new Blank("Dân tộc:", person.people()), new Blank("Tôn giáo:", "Không"));
        sheet.row("Quốc tịch:", "Việt Nam");
        sheet.row(paper.length() == 9 ? "CMND số:" : "CCCD số:", paper);
        sheet.row("Nghề nghiệp, nơi làm việc:", dice.of("Làm ruộng", "Công nhân", "Học sinh", "Buôn bán", "Hưu trí"));
        sheet.row("Chuyển đến ngày:", Parts.day(came));
        sheet.row(
                "Nơi thường trú trước khi chuyển đến:", person.home().near(dice).full());
        sheet.down(0.5);
        Person officer = Person.born(dice, 1955, 1985);
        Person clerk = Person.born(dice, 1960, 1990);
        Parts.signatures(
                sheet,
                new Signer(List.of("CÁN BỘ ĐĂNG KÝ", "(Ký, ghi rõ họ tên)"), clerk.name(), ""),
                new Signer(
                        List.of(Parts.longDay(came), "TRƯỞNG CÔNG AN"),
                        officer.name(),
                        "CÔNG AN " + person.home().district().toUpperCase()));
        sheet.down(0.8);
        sheet.centered("LÝ DO XÓA ĐĂNG KÝ THƯỜNG TRÚ", sheet.style.bold());
        sheet.is("ho_ten", person.name());
        sheet.is("ngay_sinh", person.birthday());
        sheet.is("gioi_tinh", person.sex());
        sheet.is("que_quan", person.origin().fromCommune());
        sheet.is("dan_toc", person.people());
        sheet.is("so_giay_to", paper);
        sheet.is("quan_he", relation);
        sheet.is("chuyen_den_ngay", Parts.day(came));
        sheet.is("nguoi_ky", officer.name());
    }
}
