package vn.sohoa.papers;

import java.util.List;
import java.util.Map;

/** What invented people and places are put together from: common words of names, no person and no commune that is meant. */
final class Words {
    static final List<String> SURNAMES = split(
            "Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh"
                    + " Mai Tạ Lương Cao Hà Phùng Tô Chu Kiều Thái Lâm Tăng Quách Triệu Nông Vi Giàng Ksor");
    static final List<String> MEN_BETWEEN = split(
            "Văn Văn Văn Đức Hữu Quang Minh Xuân Đình Công Thanh Bá Trọng Gia Ngọc Tiến Khắc Duy Quốc Viết Nhật Hoàng");
    static final List<String> WOMEN_BETWEEN =
            split("Thị Thị Thị Thị Ngọc Thu Kim Bích Thùy Phương Mỹ Hồng Diệu Khánh Thanh Quỳnh Tường Ái Mai Hoài");
    static final List<String> MEN = split(
            "An Bình Cường Dũng Đạt Đông Giang Hải Hiếu Hòa Hùng Huy Khang Khoa Khôi Kiên Lâm Long Lộc Mạnh Nam Nghĩa Nhân"
                    + " Phát Phong Phú Phúc Quân Quý Sơn Tài Tâm Thắng Thành Thịnh Thọ Tiến Toàn Trí Trung Tuấn Tùng Việt Vinh Vũ"
                    + " Bằng Chiến Được Điệp Hậu Khởi Luật Mẫn Ngữ Nhẫn Thưởng Thuận Ước Vượng Tuyển");
    static final List<String> WOMEN = split(
            "Anh Ánh Bích Chi Cúc Diễm Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hòa Huệ Hương Hường Lan Liên Liễu Linh Loan"
                    + " Mai My Nga Ngân Nguyệt Nhàn Nhi Nhung Oanh Phượng Quyên Quỳnh Sen Tâm Thảo Thu Thủy Thúy Trang Trâm Trinh"
                    + " Tuyết Uyên Vân Xuân Yến Đượm Lụa Mỵ Nghĩa Nhiễu Thắm Thơm Tỵ Vẻ Ửng");

    /** Real codes and names of provinces; what lies in them is invented. */
    static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("034", "tỉnh Thái Bình"),
            Map.entry("036", "tỉnh Nam Định"),
            Map.entry("038", "tỉnh Thanh Hóa"),
            Map.entry("040", "tỉnh Nghệ An"),
            Map.entry("042", "tỉnh Hà Tĩnh"),
            Map.entry("049", "tỉnh Quảng Nam"),
            Map.entry("052", "tỉnh Bình Định"),
            Map.entry("056", "tỉnh Khánh Hòa"),
            Map.entry("064", "tỉnh Gia Lai"),
            Map.entry("066", "tỉnh Đắk Lắk"),
            Map.entry("068", "tỉnh Lâm Đồng"),
            Map.entry("075", "tỉnh Đồng Nai"),
            Map.entry("080", "tỉnh Long An"),
            Map.entry("087", "tỉnh Đồng Tháp"),
            Map.entry("092", "thành phố Cần Thơ"),
            Map.entry("020", "tỉnh Lạng Sơn"),
            Map.entry("025", "tỉnh Phú Thọ"),
            Map.entry("001", "thành phố Hà Nội"));

    private static final List<String> FIRST = split(
            "An Bình Châu Đại Đông Đức Hòa Hồng Hưng Khánh Kim Liên Long Mỹ Nam Nghĩa Phú Phước Quảng Sơn Tân Tây Thạnh"
                    + " Thanh Thái Thiện Thuận Tiên Trung Trường Vĩnh Xuân Yên");
    private static final List<String> SECOND = split(
            "An Bình Cường Điền Hà Hải Hiệp Hòa Hội Hưng Khê Lạc Lâm Lập Lộc Lợi Lương Mỹ Ninh Phong Phú Phúc Quang Sơn"
                    + " Tâm Thành Thạnh Thịnh Thọ Thủy Tiến Trạch Trung Tường Xá Xuyên");

    static final List<String> PEOPLES =
            split("Kinh Kinh Kinh Kinh Kinh Kinh Kinh Tày Thái Mường Khmer Hoa Nùng H'Mông Dao Gia-rai Ê-đê Chăm");

    private Words() {}

    static String place(Dice dice) {
        String first = dice.of(FIRST);
        String second = dice.of(SECOND);
        return first + " " + (second.equals(first) ? "Giang" : second);
    }

    static List<String> split(String words) {
        return List.of(words.split(" "));
    }
}
