package vn.sohoa.papers;

import java.time.LocalDate;
import java.util.List;
import vn.sohoa.papers.Parts.Signer;
import vn.sohoa.papers.Sheet.Blank;

/** Papers of marriages, deaths and households. */
final class Families {
    private Families() {}

    static void marriage(Sheet sheet) {
        Dice dice = sheet.dice;
        Person wife = Person.of(dice, dice.of(Words.SURNAMES), false, 1955, 1998);
        Person husband = Person.of(dice, dice.of(Words.SURNAMES), true, 1953, 1997);
        Place office = wife.home();
        int year =
                Math.min(2023, Math.max(wife.birth().getYear(), husband.birth().getYear()) + dice.between(20, 30));
        LocalDate day = LocalDate.of(year, dice.between(1, 12), dice.between(1, 28));
        String number = Integer.toString(dice.between(1, 180));
        String book = "0" + dice.between(1, 3) + "/" + year;
        Parts.country(sheet);
        Parts.title(sheet, dice.between(1.4, 1.8), dice.of("GIẤY CHỨNG NHẬN KẾT HÔN", "CHỨNG NHẬN KẾT HÔN"));
        double x = sheet.left + (sheet.right - sheet.left) * 0.68;
        sheet.canvas.line("Số: " + number, sheet.style.plain(), sheet.style.ink(), "print", x, sheet.y);
        sheet.down(1);
        sheet.canvas.line("Quyển số: " + book, sheet.style.plain(), sheet.style.ink(), "print", x, sheet.y);
        sheet.down(1.5);
        if (dice.chance(0.6)) {
            sheet.table(
                    new double[] {1.1, 1.7, 1.7},
                    List.of("", dice.of("Bên nữ (vợ)", "Vợ"), dice.of("Bên nam (chồng)", "Chồng")),
                    List.of(
                            List.of("Họ và tên", wife.name(), husband.name()),
                            List.of("Ngày sinh", wife.birthday(), husband.birthday()),
                            List.of("Dân tộc", wife.people(), husband.people()),
                            List.of("Quốc tịch", "Việt Nam", "Việt Nam"),
                            List.of(
                                    "Nơi cư trú",
                                    wife.home().full(),
                                    husband.home().full()),
                            List.of(dice.of("Số CCCD", "Giấy tờ tùy thân"), wife.number(), husband.number())),
                    true);
        } else {
            spouse(sheet, "vợ", wife);
            spouse(sheet, "chồng", husband);
        }
        sheet.row(dice.of("Nơi đăng ký kết hôn:", "Nơi đăng ký:"), office.office());
        sheet.row("Ngày, tháng, năm đăng ký:", Parts.day(day));
        sheet.down(0.6);
        Person officer = Person.born(dice, 1955, 1988);
        Parts.signatures(
                sheet,
                new Signer(List.of("Vợ", "(Ký, ghi rõ họ tên)"), wife.name(), ""),
                new Signer(List.of("Chồng", "(Ký, ghi rõ họ tên)"), husband.name(), ""),
                new Signer(
                        List.of("CHỦ TỊCH"),
                        officer.name(),
                        "ỦY BAN NHÂN DÂN " + office.commune().toUpperCase()));
        sheet.is("so", number);
        sheet.is("quyen_so", book);
        spouseIs(sheet, "vo", wife);
        spouseIs(sheet, "chong", husband);
        sheet.is("noi_dang_ky", office.office());
        sheet.is("ngay_dang_ky", Parts.day(day));
        sheet.is("nguoi_ky", officer.name());
    }

    private static void spouse(Sheet sheet, String who, Person person) {
        sheet.row("Họ, chữ đệm, tên " + who + ":", Parts.named(sheet, person.name()));
        sheet.row(new Blank("Ngày, tháng, năm sinh:", person.birthday()), new Blank("Dân tộc:", person.people()));
        sheet.row("Quốc tịch:", "Việt Nam");
        sheet.row("Nơi cư trú:", person.home().full());
        sheet.row("Giấy tờ tùy thân:", "CCCD số " + person.number());
    }

    private static void spouseIs(Sheet sheet, String who, Person person) {
        sheet.is("ho_ten_" + who, person.name());
        sheet.is("ngay_sinh_" + who, person.birthday());
        sheet.is("so_dinh_danh_" + who, person.number());
        sheet.is("noi_cu_tru_" + who, person.home().full());
    }

    static void death(Sheet sheet) {
        Dice dice = sheet.dice;
        Person dead = Person.born(dice, 1920, 1965);
        LocalDate died = LocalDate.of(dice.between(2016, 2023), dice.between(1, 12), dice.between(1, 28));
        LocalDate day = died.plusDays(dice.between(1, 20));
        String number = Integer.toString(dice.between(1, 220));
        Person informant = Person.born(dice, 1950, 1995);
        String cause = dice.of("Tuổi già", "Bệnh hiểm nghèo", "Nhồi máu cơ tim", "Tai nạn giao thông", "Suy hô hấp");
        Place office = dead.home();
        Parts.office(
                sheet,
                "UBND " + office.district().toUpperCase(),
                "UBND " + office.commune().toUpperCase(),
                "Số: " + number + dice.of("/TLKT", "/TLKT-BS"),
                office.communeName() + ", " + Parts.longDay(day));
        Parts.title(sheet, dice.between(1.25, 1.5), "TRÍCH LỤC KHAI TỬ");
        sheet.down(0.4);
        sheet.row(dice.of("Họ và tên người đã chết:", "Họ, chữ đệm, tên:"), Parts.named(sheet, dead.name()));
        sheet.row(new Blank("Ngày, tháng, năm sinh:", dead.birthday()), new Blank("Giới tính:", dead.sex()));
        sheet.row(new Blank("Dân tộc:", dead.people()), new Blank("Quốc tịch:", "Việt Nam"));
        sheet.row("Nơi cư trú cuối cùng:", dead.home().full());
        sheet.row("Giấy tờ tùy thân:", "Căn cước công dân số " + dead.number());
        sheet.row(
                "Đã chết vào lúc:",
                String.format("%02d giờ %02d phút, %s", dice.between(0, 23), dice.between(0, 59), Parts.longDay(died)));
        sheet.row("Nơi chết:", dead.home().full());
        sheet.row("Nguyên nhân chết:", cause);
        sheet.row("Đăng ký khai tử tại:", office.office());
        sheet.row("Ngày đăng ký:", Parts.day(day));
        sheet.row("Họ, chữ đệm, tên người đi khai tử:", informant.name());
        sheet.down(0.6);
        Person officer = Person.born(dice, 1960, 1988);
        Parts.signatures(
                sheet,
                new Signer(
                        dice.of(
                                List.of("CHỦ TỊCH"),
                                List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
                                List.of("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
                        officer.name(),
                        "ỦY BAN NHÂN DÂN " + office.commune().toUpperCase()));
        sheet.is("ho_ten", dead.name());
        sheet.is("ngay_sinh", dead.birthday());
        sheet.is("gioi_tinh", dead.sex());
        sheet.is("so_dinh_danh", dead.number());
        sheet.is("noi_cu_tru", dead.home().full());
        sheet.is("ngay_chet", Parts.day(died));
        sheet.is("nguyen_nhan", cause);
        sheet.is("noi_dang_ky", office.office());
        sheet.is("ngay_dang_ky", Parts.day(day));
        sheet.is("nguoi_di_khai", informant.name());
        sheet.is("so", number);
        sheet.is("nguoi_ky", officer.name());
    }

    static void single(Sheet sheet) {
        Dice dice = sheet.dice;
        Person person = Person.born(dice, 1965, 2002);
        Place office = person.home();
        LocalDate day = LocalDate.of(dice.between(2018, 2024), dice.between(1, 12), dice.between(1, 28));
        String number = Integer.toString(dice.between(1, 400));
        String state = dice.of(
                "Chưa đăng ký kết hôn với ai",
                "Có vợ hoặc chồng đã chết, hiện tại chưa đăng ký kết hôn với ai",
                "Đã ly hôn theo Bản án số " + dice.between(1, 99) + "/2019/HNGĐ-ST của Tòa án nhân dân "
                        + office.district() + ", hiện tại chưa đăng ký kết hôn với ai");
        Parts.office(
                sheet,
                "UBND " + office.district().toUpperCase(),
                "UBND " + office.commune().toUpperCase(),
                "Số: " + number + "/UBND-XNTTHN",
                office.communeName() + ", " + Parts.longDay(day));
        Parts.title(sheet, dice.between(1.15, 1.4), "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN");
        sheet.centered(
                "CHỦ TỊCH ỦY BAN NHÂN DÂN " + office.commune().toUpperCase(),
                dice.chance(0.5) ? sheet.style.bold() : sheet.style.plain());
        sheet.paragraph(
                "Xét đề nghị của ông/bà: " + person.name() + ", về việc cấp Giấy xác nhận tình trạng hôn nhân,",
                sheet.style.plain());
        sheet.centered("XÁC NHẬN:", sheet.style.bold());
        sheet.row(dice.of("Họ, chữ đệm, tên:", "Họ và tên:"), Parts.named(sheet, person.name()));
        sheet.row(new Blank("Ngày, tháng, năm sinh:", person.birthday()), new Blank("Giới tính:", person.sex()));
        sheet.row(new Blank("Dân tộc:", person.people()), new Blank("Quốc tịch:", "Việt Nam"));
        sheet.row("Giấy tờ tùy thân:", "Căn cước công dân số " + person.number());
        sheet.row(dice.of("Nơi cư trú:", "Nơi thường trú:"), person.home().full());
        sheet.row("Tình trạng hôn nhân:", state);
        sheet.paragraph(
                "Giấy này được sử dụng để: " + dice.of("đăng ký kết hôn", "bổ túc hồ sơ vay vốn", "mua bán nhà đất")
                        + ". Giấy này có giá trị sử dụng trong thời hạn 06 tháng, kể từ ngày cấp.",
                sheet.style.plain());
        sheet.down(0.5);
        Person officer = Person.born(dice, 1960, 1988);
        Parts.signatures(
                sheet,
                new Signer(
                        dice.of(
                                List.of("NGƯỜI CÓ THẨM QUYỀN"),
                                List.of("CHỦ TỊCH"),
                                List.of("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
                        officer.name(),
                        "ỦY BAN NHÂN DÂN " + office.commune().toUpperCase()));
        sheet.is("so", number);
        sheet.is("ho_ten", person.name());
        sheet.is("ngay_sinh", person.birthday());
        sheet.is("gioi_tinh", person.sex());
        sheet.is("so_dinh_danh", person.number());
        sheet.is("noi_cu_tru", person.home().full());
        sheet.is("tinh_trang", state);
        sheet.is("ngay_cap", Parts.day(day));
        sheet.is("nguoi_ky", officer.name());
    }
}
