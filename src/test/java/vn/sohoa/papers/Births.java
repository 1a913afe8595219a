package vn.sohoa.papers;

import java.time.LocalDate;
import java.util.List;
import vn.sohoa.papers.Parts.Signer;
import vn.sohoa.papers.Sheet.Blank;

/** Papers of a birth. */
final class Births {
    /** A child, its parents, and where and when it was registered. */
    private record Birth(
            Person child, Person mother, Person father, Place office, LocalDate day, String number, String book) {
        static Birth any(Dice dice) {
            Person father = Person.of(dice, dice.of(Words.SURNAMES), true, 1958, 1996);
            Person mother = Person.of(dice, dice.of(Words.SURNAMES), false, 1960, 1997);
            int year = Math.max(father.birth().getYear(), mother.birth().getYear()) + dice.between(19, 26);
            Person born = Person.of(dice, father.surname(), dice.chance(0.5), year, year);
            Person child = new Person(
                    born.name(),
                    born.man(),
                    born.birth(),
                    born.number(),
                    father.people(),
                    father.home(),
                    father.origin(),
                    "");
            LocalDate day = child.birth().plusDays(dice.between(2, dice.chance(0.2) ? 900 : 60));
            return new Birth(
                    child,
                    mother,
                    father,
                    father.home(),
                    day,
                    Integer.toString(dice.between(1, 240)),
                    "0" + dice.between(1, 3) + "/" + day.getYear());
        }
    }

    private Births() {}

    static void certificate(Sheet sheet) {
        Dice dice = sheet.dice;
        Birth birth = Birth.any(dice);
        boolean agency = dice.chance(0.35);
        String number = number(dice, birth.number);
        if (agency) {
            Parts.office(
                    sheet,
                    "UBND " + birth.office.district().toUpperCase(),
                    "UBND " + birth.office.commune().toUpperCase(),
                    "",
                    "");
        } else {
            Parts.country(sheet);
        }
        Parts.title(sheet, dice.between(1.35, 1.9), "GIẤY KHAI SINH");
        if (dice.chance(0.6)) {
            Parts.under(sheet, dice.of("(BẢN CHÍNH)", "(BẢN SAO)", "(Bản sao)"));
        }
        double x = sheet.left + (sheet.right - sheet.left) * dice.between(0.62, 0.75);
        if (dice.chance(0.5)) {
            sheet.canvas.line("Số: " + number, sheet.style.plain(), sheet.style.ink(), "print", x, sheet.y);
            sheet.down(1);
            sheet.canvas.line("Quyển số: " + birth.book, sheet.style.plain(), sheet.style.ink(), "print", x, sheet.y);
            sheet.down(1.2);
            sheet.is("quyen_so", birth.book);
        } else {
            sheet.centered("Số: " + number + "/" + birth.day.getYear(), sheet.style.plain());
            number = number + "/" + birth.day.getYear();
        }
        sheet.is("so", number);
        body(sheet, birth);
        sheet.down(0.6);
        Signer officer = officer(sheet, birth);
        if (dice.chance(0.5)) {
            Person clerk = Person.born(dice, 1960, 1990);
            Parts.signatures(
                    sheet,
                    new Signer(
                            List.of(dice.of("NGƯỜI ĐI KHAI SINH", "CÁN BỘ TƯ PHÁP"), "(Ký, ghi rõ họ tên)"),
                            clerk.name(),
                            ""),
                    officer);
        } else {
            Parts.signatures(sheet, officer);
        }
    }

    static void extract(Sheet sheet) {
        Dice dice = sheet.dice;
        Birth birth = Birth.any(dice);
        LocalDate issued = birth.day.plusDays(dice.between(400, 6000));
        Place office = birth.office;
        Parts.office(
                sheet,
                "UBND " + office.district().toUpperCase(),
                "UBND " + office.commune().toUpperCase(),
                "Số: " + birth.number + dice.of("/TLKS", "/TLKS-BS", "/TLKS-CT"),
                office.communeName() + ", " + Parts.longDay(issued));
        Parts.title(
                sheet,
                dice.between(1.2, 1.5),
                dice.of("TRÍCH LỤC KHAI SINH", "TRÍCH LỤC KHAI SINH", "TRÍCH LỤC KHAI SINH (BẢN SAO)"));
        sheet.is("so", birth.number);
        sheet.down(0.4);
        body(sheet, birth);
        sheet.row("Số đăng ký:", birth.number + ", quyển số " + birth.book);
        sheet.is("quyen_so", birth.book);
        sheet.down(0.5);
        Parts.signatures(sheet, officer(sheet, birth));
    }

    private static String number(Dice dice, String number) {
        return dice.chance(0.5) && number.length() < 2 ? "0" + number : number;
    }

    private static Signer officer(Sheet sheet, Birth birth) {
        Person officer = Person.born(sheet.dice, 1955, 1988);
        sheet.is("nguoi_ky", officer.name());
        List<String> role = sheet.dice.of(
                List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
                List.of("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
                List.of("CHỦ TỊCH"),
                List.of("NGƯỜI KÝ GIẤY KHAI SINH", "CHỦ TỊCH"));
        return new Signer(
                role,
                officer.name(),
                "ỦY BAN NHÂN DÂN " + birth.office.commune().toUpperCase());
    }

    private static void body(Sheet sheet, Birth birth) {
        Dice dice = sheet.dice;
        Person child = birth.child;
        Place bornAt = birth.office.near(dice);
        String hospital = dice.of(
                "Bệnh viện đa khoa " + bornAt.district() + ", " + bornAt.province(),
                "Trạm Y tế " + bornAt.fromCommune(),
                "Bệnh viện Phụ sản " + bornAt.provinceName(),
                bornAt.fromCommune());
        sheet.row(
                dice.of("Họ và tên:", "Họ, chữ đệm, tên:", "Họ, chữ đệm, tên người được khai sinh:"),
                Parts.named(sheet, child.name()));
        String birthday = dice.chance(0.6)
                ? child.birthday()
                : Parts.longDay(child.birth()).substring(5);
        sheet.row(
                new Blank(dice.of("Ngày, tháng, năm sinh:", "Sinh ngày:"), birthday),
                new Blank("Giới tính:", child.sex()));
        if (dice.chance(0.7)) {
            sheet.row(dice.of("Ghi bằng chữ:", "(Bằng chữ):"), Parts.inWords(child.birth()));
        }
        sheet.row(new Blank("Dân tộc:", child.people()), new Blank("Quốc tịch:", "Việt Nam"));
        sheet.row("Nơi sinh:", hospital);
        sheet.row("Quê quán:", child.origin().full());
        sheet.row(dice.of("Số định danh cá nhân:", "Số định danh cá nhân/CCCD:"), child.number());
        if (dice.chance(0.5)) {
            parent(sheet, "mẹ", birth.mother);
            parent(sheet, "cha", birth.father);
        } else {
            parent(sheet, "cha", birth.father);
            parent(sheet, "mẹ", birth.mother);
        }
        Person informant = dice.chance(0.6) ? birth.father : birth.mother;
        if (dice.chance(0.7)) {
            sheet.row(
                    dice.of("Họ và tên người đi khai sinh:", "Họ, chữ đệm, tên người đi khai sinh:"), informant.name());
            sheet.row("Giấy tờ tùy thân:", "Căn cước công dân số " + informant.number());
        }
        sheet.row(dice.of("Nơi đăng ký khai sinh:", "Nơi đăng ký:"), birth.office.office());
        sheet.row("Ngày, tháng, năm đăng ký:", Parts.day(birth.day));
        sheet.is("ho_ten", child.name());
        sheet.is("ngay_sinh", child.birthday());
        sheet.is("gioi_tinh", child.sex());
        sheet.is("dan_toc", child.people());
        sheet.is("quoc_tich", "Việt Nam");
        sheet.is("noi_sinh", hospital);
        sheet.is("que_quan", child.origin().full());
        sheet.is("so_dinh_danh", child.number());
        sheet.is("ho_ten_me", birth.mother.name());
        sheet.is("nam_sinh_me", birth.mother.year());
        sheet.is("ho_ten_cha", birth.father.name());
        sheet.is("nam_sinh_cha", birth.father.year());
        sheet.is("noi_dang_ky", birth.office.office());
        sheet.is("ngay_dang_ky", Parts.day(birth.day));
    }

    private static void parent(Sheet sheet, String who, Person parent) {
        String label = sheet.dice.of("Họ và tên ", "Họ, chữ đệm, tên người ", "Họ và tên người ");
        sheet.row(label + who + ":", parent.name());
        sheet.row(
                new Blank("Năm sinh:", parent.year()),
                new Blank("Dân tộc:", parent.people()),
                new Blank("Quốc tịch:", "Việt Nam"));
        sheet.row(sheet.dice.of("Nơi cư trú:", "Nơi thường trú:"), parent.home().full());
    }

    static void request(Sheet sheet) {
        Dice dice = sheet.dice;
        Birth birth = Birth.any(dice);
        boolean byMother = dice.chance(0.5);
        Person asking = byMother ? birth.mother : birth.father;
        Parts.country(sheet);
        Parts.title(sheet, dice.between(1.2, 1.45), "TỜ KHAI ĐĂNG KÝ KHAI SINH");
        sheet.centered("Kính gửi: " + birth.office.office(), sheet.style.plain());
        sheet.down(0.3);
        sheet.row("Họ, chữ đệm, tên người yêu cầu:", asking.name());
        sheet.row("Nơi cư trú:", asking.home().full());
        sheet.row(
                "Giấy tờ tùy thân:",
                "CCCD số " + asking.number() + ", cấp ngày " + Parts.day(birth.day.minusDays(dice.between(300, 2000))));
        sheet.row("Quan hệ với người được khai sinh:", byMother ? "Mẹ" : "Cha");
        sheet.paragraph("Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:", sheet.style.plain());
        Person child = birth.child;
        sheet.row("Họ, chữ đệm, tên:", Parts.named(sheet, child.name()));
        sheet.row(
                "Ngày, tháng, năm sinh:",
                child.birthday()
                        + dice.of(" ghi bằng chữ: ", " (bằng chữ: ")
                        + Parts.inWords(child.birth()).toLowerCase());
        sheet.row(
                new Blank("Giới tính:", child.sex()),
                new Blank("Dân tộc:", child.people()),
                new Blank("Quốc tịch:", "Việt Nam"));
        String at = "Trung tâm Y tế " + birth.office.district();
        sheet.row("Nơi sinh:", at);
        sheet.row("Quê quán:", child.origin().full());
        sheet.row("Họ, chữ đệm, tên người mẹ:", birth.mother.name());
        sheet.row(
                new Blank("Năm sinh:", birth.mother.year()),
                new Blank("Dân tộc:", birth.mother.people()),
                new Blank("Quốc tịch:", "Việt Nam"));
        sheet.row("Nơi cư trú:", birth.mother.home().full());
        sheet.row("Họ, chữ đệm, tên người cha:", birth.father.name());
        sheet.row(
                new Blank("Năm sinh:", birth.father.year()),
                new Blank("Dân tộc:", birth.father.people()),
                new Blank("Quốc tịch:", "Việt Nam"));
        sheet.row("Nơi cư trú:", birth.father.home().full());
        sheet.paragraph(
                "Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các"
                        + " bên liên quan theo quy định pháp luật.",
                sheet.style.plain());
        sheet.down(0.5);
        Parts.signatures(
                sheet,
                new Signer(
                        List.of(
                                birth.office.communeName() + ", " + Parts.longDay(birth.day),
                                "Người yêu cầu",
                                "(Ký, ghi rõ họ tên)"),
                        asking.name(),
                        ""));
        sheet.is("nguoi_yeu_cau", asking.name());
        sheet.is("so_giay_to", asking.number());
        sheet.is("ho_ten", child.name());
        sheet.is("ngay_sinh", child.birthday());
        sheet.is("gioi_tinh", child.sex());
        sheet.is("dan_toc", child.people());
        sheet.is("noi_sinh", at);
        sheet.is("que_quan", child.origin().full());
        sheet.is("ho_ten_me", birth.mother.name());
        sheet.is("ho_ten_cha", birth.father.name());
        sheet.is("ngay_lam", Parts.day(birth.day));
    }

    static void hospital(Sheet sheet) {
        Dice dice = sheet.dice;
        Birth birth = Birth.any(dice);
        String number = dice.between(1, 999) + "/" + birth.child.year();
        Parts.office(
                sheet,
                "SỞ Y TẾ " + birth.office.provinceName().toUpperCase(),
                "TRUNG TÂM Y TẾ " + birth.office.district().toUpperCase(),
                "Số: " + number,
                "");
        Parts.title(sheet, 1.5, "GIẤY CHỨNG SINH");
        sheet.down(0.4);
        sheet.row("Họ và tên mẹ/người nuôi dưỡng:", Parts.named(sheet, birth.mother.name()));
        sheet.row(new Blank("Năm sinh:", birth.mother.year()), new Blank("Dân tộc:", birth.mother.people()));
        sheet.row("Nơi đăng ký thường trú:", birth.mother.home().full());
        sheet.row("Số CCCD/Hộ chiếu:", birth.mother.number());
        sheet.row("Họ và tên cha:", birth.father.name());
        sheet.row(
                "Đã sinh con vào lúc:",
                dice.between(0, 23) + " giờ " + dice.between(10, 59) + " phút, " + Parts.longDay(birth.child.birth()));
        sheet.row("Tại:", "Trung tâm Y tế " + birth.office.district());
        sheet.row(new Blank("Số con trong lần sinh này:", "1"), new Blank("Giới tính của con:", birth.child.sex()));
        sheet.row(new Blank("Cân nặng:", dice.between(25, 39) + "00 gram"), new Blank("Hiện trạng:", "Khỏe mạnh"));
        sheet.row("Dự định đặt tên con là:", birth.child.name());
        sheet.down(0.6);
        Person midwife = Person.born(dice, 1970, 1995);
        Person head = Person.born(dice, 1960, 1985);
        Parts.signatures(
                sheet,
                new Signer(List.of("NGƯỜI ĐỠ ĐẺ", "(Ký, ghi rõ họ tên)"), midwife.name(), ""),
                new Signer(
                        List.of(Parts.longDay(birth.child.birth()), "GIÁM ĐỐC"),
                        head.name(),
                        "TRUNG TÂM Y TẾ " + birth.office.district().toUpperCase()));
        sheet.is("so", number);
        sheet.is("ho_ten_me", birth.mother.name());
        sheet.is("so_giay_to", birth.mother.number());
        sheet.is("ngay_sinh", birth.child.birthday());
        sheet.is("gioi_tinh", birth.child.sex());
        sheet.is("ho_ten", birth.child.name());
    }
}
