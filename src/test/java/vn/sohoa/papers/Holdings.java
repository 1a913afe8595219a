package vn.sohoa.papers;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.sohoa.papers.Parts.Signer;
import vn.sohoa.papers.Sheet.Blank;

/** What people have: land, a business, a diploma. */
final class Holdings {
    private Holdings() {}

    static void land(Sheet sheet) {
        Dice dice = sheet.dice;
        Person person = Person.born(dice, 1940, 1992);
        Place plot = person.home().near(dice);
        LocalDate day = LocalDate.of(dice.between(2005, 2023), dice.between(1, 12), dice.between(1, 28));
        String serial = dice.of("AB", "BN", "CH", "DĐ", "CT", "BK") + " " + dice.digits(dice.of(6, 6, 8));
        String number = Integer.toString(dice.between(1, 980));
        String map = Integer.toString(dice.between(1, 120));
        String area = dice.between(45, 1800) + (dice.chance(0.7) ? "," + dice.between(1, 9) : "");
        Parts.frame(sheet, dice.between(20.0, 30.0), dice.between(1, 2));
        Parts.country(sheet);
        Parts.title(sheet, dice.between(1.5, 1.9), "GIẤY CHỨNG NHẬN");
        Parts.title(sheet, dice.between(1.05, 1.2), dice.of(new String[] {"QUYỀN SỬ DỤNG ĐẤT"}, new String[] {
            "QUYỀN SỬ DỤNG ĐẤT", "QUYỀN SỞ HỮU NHÀ Ở VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT"
        }));
        double end = sheet.right;
        sheet.canvas.line(
                serial,
                sheet.style.bold(),
                sheet.style.ink(),
                "print",
                end - sheet.canvas.widthOf(serial, sheet.style.bold()),
                sheet.y);
        sheet.down(1.4);
        sheet.plain("I. Người sử dụng đất", sheet.style.bold());
        sheet.row(
                person.man() ? dice.of("Ông:", "Hộ ông:") : dice.of("Bà:", "Hộ bà:"),
                person.name() + ", sinh năm " + person.year() + ", CCCD số " + person.number());
        sheet.row("Địa chỉ thường trú:", person.home().full());
        sheet.plain("II. Thửa đất", sheet.style.bold());
        sheet.row(new Blank("1. Thửa đất số:", number), new Blank("Tờ bản đồ số:", map));
        sheet.row("2. Địa chỉ:", plot.full());
        sheet.row(
                new Blank("3. Diện tích:", area + " m2"),
                new Blank("Hình thức sử dụng:", dice.of("Sử dụng riêng", "Sử dụng chung")));
        sheet.row("4. Mục đích sử dụng:", dice.of("Đất ở tại nông thôn", "Đất ở tại đô thị", "Đất trồng lúa"));
        sheet.row("5. Thời hạn sử dụng:", dice.of("Lâu dài", "Đến tháng 10 năm 2063"));
        sheet.row(
                "6. Nguồn gốc sử dụng:",
                dice.of("Nhà nước giao đất có thu tiền sử dụng đất", "Nhận chuyển nhượng đất"));
        if (dice.chance(0.7)) {
            sheet.plain("III. Sơ đồ thửa đất", sheet.style.bold());
            sketch(sheet);
        }
        Person officer = Person.born(dice, 1955, 1985);
        Parts.signatures(
                sheet,
                new Signer(
                        List.of(
                                Place.bare(plot.district()) + ", " + Parts.longDay(day),
                                "TM. ỦY BAN NHÂN DÂN",
                                "CHỦ TỊCH"),
                        officer.name(),
                        "ỦY BAN NHÂN DÂN " + plot.district().toUpperCase(Locale.ROOT)));
        sheet.is("so_phat_hanh", serial);
        sheet.is("ho_ten", person.name());
        sheet.is("so_dinh_danh", person.number());
        sheet.is("thua_dat_so", number);
        sheet.is("to_ban_do_so", map);
        sheet.is("dien_tich", area);
        sheet.is("dia_chi_thua_dat", plot.full());
        sheet.is("ngay_cap", Parts.day(day));
        sheet.is("nguoi_ky", officer.name());
    }

    private static void sketch(Sheet sheet) {
        Dice dice = sheet.dice;
        double top = sheet.y;
        double left = sheet.left + 15;
        Path2D plot = new Path2D.Double();
        plot.moveTo(left + dice.between(0.0, 20.0), top + dice.between(0.0, 20.0));
        plot.lineTo(left + dice.between(90.0, 125.0), top + dice.between(0.0, 25.0));
        plot.lineTo(left + dice.between(90.0, 125.0), top + dice.between(75.0, 100.0));
        plot.lineTo(left + dice.between(0.0, 25.0), top + dice.between(75.0, 100.0));
        plot.closePath();
        sheet.canvas.draw(plot, Color.BLACK, 1);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            rows.add(List.of(
                    Integer.toString(i),
                    dice.between(1_100_000, 2_500_000) + "." + dice.digits(2),
                    dice.between(400_000, 600_000) + "." + dice.digits(2),
                    dice.between(4, 40) + "." + dice.digits(2)));
        }
        sheet.y = top + 14;
        sheet.table(
                sheet.left + 165,
                sheet.right,
                new double[] {0.7, 1.5, 1.4, 1},
                List.of("Điểm", "X (m)", "Y (m)", "Cạnh (m)"),
                rows,
                false,
                sheet.style.size() * 0.85);
        sheet.y = Math.max(sheet.y, top + 125);
    }

    static void business(Sheet sheet) {
        Dice dice = sheet.dice;
        Person person = Person.born(dice, 1950, 2000);
        Place place = person.home();
        LocalDate day = LocalDate.of(dice.between(2010, 2024), dice.between(1, 12), dice.between(1, 28));
        String number = dice.digits(2) + dice.of("A", "B", "D", "E") + dice.of("8", "80") + dice.digits(6);
        String given =
                person.name().substring(person.name().lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT);
        String name =
                dice.of("CỬA HÀNG TẠP HÓA ", "QUÁN CƠM ", "HIỆU MAY ", "ĐẠI LÝ VẬT TƯ ", "NHÀ THUỐC ", "TIỆM SỬA XE ")
                        + given;
        String trade = dice.of(
                "Bán lẻ hàng tạp hóa",
                "Dịch vụ ăn uống",
                "May đo quần áo",
                "Bán lẻ vật liệu xây dựng",
                "Sửa chữa xe máy");
        String capital = dice.between(2, 90) + "0.000.000";
        Parts.office(sheet, "UBND " + place.district().toUpperCase(Locale.ROOT), "PHÒNG TÀI CHÍNH - KẾ HOẠCH", "", "");
        Parts.title(sheet, 1.35, "GIẤY CHỨNG NHẬN", "ĐĂNG KÝ HỘ KINH DOANH");
        sheet.centered("Số: " + number, sheet.style.bold());
        sheet.centered("Đăng ký lần đầu, " + Parts.longDay(day), sheet.style.italic());
        sheet.down(0.3);
        sheet.row("1. Tên hộ kinh doanh:", name);
        sheet.row("2. Địa điểm kinh doanh:", place.full());
        sheet.row("Điện thoại:", person.phone());
        sheet.row("3. Ngành, nghề kinh doanh:", trade);
        sheet.row("4. Vốn kinh doanh:", capital + " đồng");
        sheet.row("5. Họ và tên chủ hộ kinh doanh:", Parts.named(sheet, person.name()));
        sheet.row(
                new Blank("Giới tính:", person.sex()),
                new Blank("Sinh ngày:", person.birthday()),
                new Blank("Dân tộc:", person.people()));
        sheet.row("Số định danh cá nhân:", person.number());
        sheet.row("Nơi đăng ký hộ khẩu thường trú:", place.full());
        sheet.row("Chỗ ở hiện tại:", place.full());
        sheet.down(0.5);
        Person officer = Person.born(dice, 1965, 1988);
        Parts.signatures(sheet, new Signer(List.of("TRƯỞNG PHÒNG"), officer.name(), "PHÒNG TÀI CHÍNH - KẾ HOẠCH"));
        sheet.is("so", number);
        sheet.is("ten_ho_kinh_doanh", name);
        sheet.is("nganh_nghe", trade);
        sheet.is("von", capital);
        sheet.is("ho_ten", person.name());
        sheet.is("ngay_sinh", person.birthday());
        sheet.is("so_dinh_danh", person.number());
        sheet.is("dien_thoai", person.phone());
        sheet.is("ngay_cap", Parts.day(day));
        sheet.is("nguoi_ky", officer.name());
    }

    static void diploma(Sheet sheet) {
        Dice dice = sheet.dice;
        Person person = Person.born(dice, 1975, 2005);
        int year = person.birth().getYear() + 18;
        LocalDate day = LocalDate.of(year, dice.between(6, 12), dice.between(1, 28));
        String school = "Trường THPT " + Words.place(dice);
        String grade = dice.of("Giỏi", "Khá", "Trung bình");
        String serial = dice.of("A", "B", "C") + " " + dice.digits(7);
        String entry = dice.between(1, 900) + "/" + year;
        String province = person.home().provinceName();
        Parts.frame(sheet, dice.between(22.0, 30.0), dice.between(1, 2));
        Parts.country(sheet);
        sheet.centered("SỞ GIÁO DỤC VÀ ĐÀO TẠO " + province.toUpperCase(Locale.ROOT), sheet.style.bold());
        sheet.centered("cấp", sheet.style.italic());
        Parts.title(sheet, dice.between(1.7, 2.3), "BẰNG");
        Parts.title(sheet, 1.4, "TỐT NGHIỆP TRUNG HỌC PHỔ THÔNG");
        sheet.down(0.3);
        sheet.row("Cho:", Parts.named(sheet, person.name()));
        sheet.row(
                new Blank("Ngày sinh:", person.birthday()),
                new Blank("Nơi sinh:", person.home().province()));
        sheet.row(new Blank("Giới tính:", person.sex()), new Blank("Dân tộc:", person.people()));
        sheet.row("Học sinh trường:", school);
        sheet.row(new Blank("Kỳ thi năm:", Integer.toString(year)), new Blank("Xếp loại tốt nghiệp:", grade));
        double top = sheet.y;
        Person officer = Person.born(dice, 1950, 1980);
        Parts.signatures(
                sheet,
                new Signer(
                        List.of(province + ", " + Parts.longDay(day), "GIÁM ĐỐC"),
                        officer.name(),
                        "SỞ GIÁO DỤC VÀ ĐÀO TẠO " + province.toUpperCase(Locale.ROOT)));
        sheet.canvas.line("Số hiệu: " + serial, sheet.style.plain(), sheet.style.ink(), "print", sheet.left, top + 60);
        sheet.canvas.line(
                "Số vào sổ cấp bằng: " + entry, sheet.style.plain(), sheet.style.ink(), "print", sheet.left, top + 78);
        sheet.is("ho_ten", person.name());
        sheet.is("ngay_sinh", person.birthday());
        sheet.is("gioi_tinh", person.sex());
        sheet.is("dan_toc", person.people());
        sheet.is("truong", school);
        sheet.is("nam_thi", Integer.toString(year));
        sheet.is("xep_loai", grade);
        sheet.is("so_hieu", serial);
        sheet.is("so_vao_so", entry);
        sheet.is("ngay_cap", Parts.day(day));
        sheet.is("nguoi_ky", officer.name());
    }
}
