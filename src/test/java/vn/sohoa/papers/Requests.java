package vn.sohoa.papers;

import java.time.LocalDate;
import java.util.List;
import vn.sohoa.papers.Parts.Signer;
import vn.sohoa.papers.Sheet.Blank;

/** What people ask for, and what offices decide. */
final class Requests {
    private static final List<String> WISHES = List.of(
            "xác nhận nguồn gốc sử dụng thửa đất để làm thủ tục cấp giấy chứng nhận",
            "hỗ trợ kinh phí xây dựng nhà ở cho hộ nghèo",
            "miễn giảm học phí cho con đang học trung học cơ sở",
            "cấp lại bản sao giấy tờ hộ tịch bị thất lạc",
            "giải quyết chế độ mai táng phí cho người có công",
            "xin tách thửa đất cho con ra ở riêng",
            "hỗ trợ khắc phục thiệt hại do lũ quét gây ra");

    private Requests() {}

    static void application(Sheet sheet) {
        Dice dice = sheet.dice;
        Person person = Person.born(dice, 1945, 2002);
        Place office = person.home();
        LocalDate day = LocalDate.of(dice.between(2018, 2024), dice.between(1, 12), dice.between(1, 28));
        String wish = dice.of(WISHES);
        Parts.country(sheet);
        Parts.title(sheet, dice.between(1.3, 1.6), dice.of("ĐƠN ĐỀ NGHỊ", "ĐƠN XIN ĐỀ NGHỊ", "ĐƠN ĐỀ NGHỊ"));
        Parts.under(sheet, "(V/v " + wish + ")");
        sheet.down(0.3);
        sheet.row("Kính gửi:", office.office());
        sheet.row("Họ và tên:", dice.chance(0.5) ? Parts.named(sheet, person.name()) : person.name());
        sheet.row(
                new Blank(dice.of("Sinh ngày:", "Ngày sinh:"), person.birthday()),
                new Blank("Điện thoại:", person.phone()));
        sheet.row("Số CCCD:", person.number() + " cấp ngày " + Parts.day(day.minusDays(dice.between(100, 1500))));
        sheet.row(
                dice.of("Địa chỉ thường trú:", "Nơi thường trú:", "Địa chỉ:"),
                person.home().full());
        sheet.paragraph(
                "Tôi làm đơn này kính đề nghị Ủy ban nhân dân " + office.commune() + " xem xét, " + wish + ".",
                sheet.style.plain());
        sheet.paragraph(
                dice.of(
                        "Gia đình tôi có " + dice.between(2, 8)
                                + " nhân khẩu, thu nhập chính từ làm ruộng và chăn nuôi nhỏ lẻ,"
                                + " kinh tế còn nhiều khó khăn, rất mong được các cấp quan tâm giúp đỡ.",
                        "Tôi đã sinh sống ổn định tại địa phương từ năm " + dice.between(1980, 2010)
                                + ", không có tranh chấp với các hộ xung quanh và luôn chấp hành đầy đủ nghĩa vụ của công dân."),
                sheet.style.plain());
        sheet.paragraph(
                "Tôi xin cam đoan những nội dung trên là đúng sự thật, nếu sai tôi xin chịu hoàn toàn trách nhiệm trước pháp"
                        + " luật.",
                sheet.style.plain());
        sheet.paragraph("Tôi xin chân thành cảm ơn!", sheet.style.plain());
        sheet.down(0.4);
        String placed = office.communeName() + ", " + Parts.longDay(day);
        Signer asking = new Signer(
                List.of(placed, dice.of("Người làm đơn", "NGƯỜI VIẾT ĐƠN"), "(Ký, ghi rõ họ tên)"), person.name(), "");
        if (dice.chance(0.5)) {
            Person officer = Person.born(dice, 1960, 1990);
            Parts.signatures(
                    sheet,
                    new Signer(
                            List.of("XÁC NHẬN CỦA UBND", "CHỦ TỊCH"),
                            officer.name(),
                            "ỦY BAN NHÂN DÂN " + office.commune().toUpperCase()),
                    asking);
        } else {
            Parts.signatures(sheet, asking);
        }
        sheet.is("ho_ten", person.name());
        sheet.is("ngay_sinh", person.birthday());
        sheet.is("so_dinh_danh", person.number());
        sheet.is("dien_thoai", person.phone());
        sheet.is("dia_chi", person.home().full());
        sheet.is("noi_dung", wish);
        sheet.is("kinh_gui", office.office());
        sheet.is("ngay_lam", Parts.day(day));
    }

    static void authority(Sheet sheet) {
        Dice dice = sheet.dice;
        Person giving = Person.born(dice, 1940, 1995);
        Person taking = Person.born(dice, 1960, 2002);
        Place office = giving.home();
        LocalDate day = LocalDate.of(dice.between(2021, 2024), dice.between(1, 12), dice.between(1, 28));
        String matter = dice.of(
                "nộp hồ sơ và nhận kết quả giải quyết thủ tục hành chính",
                "làm thủ tục chuyển nhượng quyền sử dụng đất",
                "nhận tiền trợ cấp ưu đãi người có công hằng tháng",
                "tham gia giải quyết tranh chấp tại Tòa án nhân dân " + office.district());
        Parts.country(sheet);
        Parts.title(sheet, dice.between(1.35, 1.6), "GIẤY ỦY QUYỀN");
        if (dice.chance(0.5)) {
            Parts.under(sheet, "(Dành cho cá nhân)");
        }
        sheet.paragraph(
                "Hôm nay, " + Parts.longDay(day) + ", tại " + office.office() + ", chúng tôi gồm có:",
                sheet.style.plain());
        side(sheet, dice.of("BÊN ỦY QUYỀN:", "BÊN ỦY QUYỀN (BÊN A):"), giving, day);
        side(sheet, dice.of("BÊN ĐƯỢC ỦY QUYỀN:", "BÊN ĐƯỢC ỦY QUYỀN (BÊN B):"), taking, day);
        sheet.plain("NỘI DUNG ỦY QUYỀN:", sheet.style.bold());
        sheet.paragraph(
                "Bên A ủy quyền cho bên B thay mặt bên A " + matter + ". Thời hạn ủy quyền: "
                        + dice.of("06", "12", "24") + " tháng kể từ ngày ký.",
                sheet.style.plain());
        sheet.paragraph(
                "Hai bên cam kết thực hiện đúng nội dung đã ủy quyền và chịu trách nhiệm trước pháp luật.",
                sheet.style.plain());
        sheet.down(0.5);
        Parts.signatures(
                sheet,
                new Signer(List.of("BÊN ỦY QUYỀN", "(Ký, ghi rõ họ tên)"), giving.name(), ""),
                new Signer(List.of("BÊN ĐƯỢC ỦY QUYỀN", "(Ký, ghi rõ họ tên)"), taking.name(), ""));
        sheet.is("ben_uy_quyen", giving.name());
        sheet.is("so_dinh_danh_uy_quyen", giving.number());
        sheet.is("ben_duoc_uy_quyen", taking.name());
        sheet.is("so_dinh_danh_duoc_uy_quyen", taking.number());
        sheet.is("noi_dung", matter);
        sheet.is("ngay_lap", Parts.day(day));
    }

    private static void side(Sheet sheet, String head, Person person, LocalDate day) {
        sheet.plain(head, sheet.style.bold());
        sheet.row("Họ và tên:", Parts.named(sheet, person.name()));
        sheet.row(new Blank("Sinh ngày:", person.birthday()), new Blank("Giới tính:", person.sex()));
        sheet.row("CCCD số:", person.number() + " cấp ngày " + Parts.day(day.minusDays(400)));
        sheet.row("Nơi cấp:", "Cục Cảnh sát quản lý hành chính về trật tự xã hội");
        sheet.row("Địa chỉ thường trú:", person.home().full());
    }

    static void decision(Sheet sheet) {
        Dice dice = sheet.dice;
        Person person = Person.born(dice, 1940, 1999);
        Place place = person.home();
        LocalDate day = LocalDate.of(dice.between(2019, 2024), dice.between(1, 12), dice.between(1, 28));
        String number = dice.between(10, 4999) + "/QĐ-UBND";
        String subject = dice.of(
                "Về việc trợ cấp xã hội hằng tháng đối với ông/bà " + person.name(),
                "Về việc hỗ trợ chi phí mai táng",
                "Về việc xử phạt vi phạm hành chính trong lĩnh vực xây dựng",
                "Về việc công nhận hộ thoát nghèo");
        String amount = dice.between(1, 9) + "." + dice.of("000", "250", "500", "750") + ".000";
        String office = "Ủy ban nhân dân " + place.district();
        Parts.office(
                sheet,
                "ỦY BAN NHÂN DÂN",
                place.district().toUpperCase(),
                "Số: " + number,
                Place.bare(place.district()) + ", " + Parts.longDay(day));
        Parts.title(sheet, 1.2, "QUYẾT ĐỊNH");
        sheet.centered(subject, sheet.style.bold());
        sheet.down(0.2);
        sheet.centered("CHỦ TỊCH ỦY BAN NHÂN DÂN " + place.district().toUpperCase(), sheet.style.bold());
        sheet.paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", sheet.style.italic());
        sheet.paragraph(
                "Căn cứ Nghị định số " + dice.between(10, 150) + "/" + dice.between(2013, 2021)
                        + "/NĐ-CP của Chính phủ quy định"
                        + " chi tiết thi hành một số điều và biện pháp tổ chức thực hiện;",
                sheet.style.italic());
        sheet.paragraph(
                "Theo đề nghị của Trưởng phòng " + dice.of("Tư pháp", "Nội vụ", "Lao động - Thương binh và Xã hội")
                        + " tại Tờ trình số " + dice.between(1, 99) + "/TTr ngày " + Parts.day(day.minusDays(3)) + ".",
                sheet.style.italic());
        sheet.centered("QUYẾT ĐỊNH:", sheet.style.bold());
        sheet.paragraph(
                "Điều 1. Áp dụng đối với ông/bà " + person.name() + ", sinh ngày " + person.birthday() + ", số CCCD "
                        + person.number() + ", hiện cư trú tại " + place.full() + ". Mức tiền: " + amount
                        + " đồng, kể từ ngày "
                        + Parts.day(day) + ".",
                sheet.style.plain());
        sheet.paragraph(
                "Điều 2. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng các phòng, ban có liên quan và ông/bà có"
                        + " tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
                sheet.style.plain());
        sheet.paragraph("Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.", sheet.style.plain());
        sheet.down(0.5);
        Person officer = Person.born(dice, 1960, 1985);
        double top = sheet.y;
        for (String line : List.of("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.")) {
            sheet.canvas.line(
                    line,
                    Faces.font(sheet.style.body(), line.startsWith("N") ? 3 : 0, sheet.style.size() * 0.85),
                    sheet.style.ink(),
                    "print",
                    sheet.left,
                    sheet.y);
            sheet.y += sheet.style.size() * 1.15;
        }
        sheet.y = top;
        Parts.signatures(
                sheet,
                new Signer(
                        dice.of(List.of("CHỦ TỊCH"), List.of("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
                        officer.name(),
                        "ỦY BAN NHÂN DÂN " + place.district().toUpperCase()));
        sheet.is("so_ky_hieu", number);
        sheet.is("ngay_ban_hanh", Parts.day(day));
        sheet.is("co_quan", office);
        sheet.is("trich_yeu", subject);
        sheet.is("ho_ten", person.name());
        sheet.is("so_dinh_danh", person.number());
        sheet.is("muc_tien", amount);
        sheet.is("nguoi_ky", officer.name());
    }
}
