package vn.sohoa.papers;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A double page of a birth register, one table over both leaves or one on each. */
final class Registers {
    private static final List<String> HEAD = List.of(
            "Số",
            "Ngày đăng ký",
            "Họ và tên người được khai sinh",
            "Ngày sinh",
            "Giới tính",
            "Họ và tên cha",
            "Họ và tên mẹ",
            "Nơi cư trú",
            "Ghi chú");
    private static final List<String> KEYS = List.of(
            "so",
            "ngay_dang_ky",
            "ho_ten",
            "ngay_sinh",
            "gioi_tinh",
            "ho_ten_cha",
            "ho_ten_me",
            "noi_cu_tru",
            "ghi_chu");
    private static final double[] SHARES = {0.5, 1.1, 1.9, 1.1, 0.7, 1.7, 1.7, 2.1, 1.0};
    private static final int LEFT_LEAF = 5;

    private Registers() {}

    static void births(Sheet sheet) {
        Dice dice = sheet.dice;
        Place office = Place.any(dice);
        int year = dice.between(1988, 2015);
        int first = dice.between(1, 200);
        int count = dice.between(5, 8);
        List<List<String>> rows = new ArrayList<>();
        List<Object> truth = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Person father = Person.of(dice, dice.of(Words.SURNAMES), true, year - 45, year - 20);
            Person mother = Person.of(dice, dice.of(Words.SURNAMES), false, year - 42, year - 19);
            Person child = Person.of(dice, father.surname(), dice.chance(0.5), year, year);
            Place home = Place.in(dice, office.code());
            String note = dice.of("", "", "", "Quá hạn", "Đăng ký lại");
            List<String> row = List.of(
                    Integer.toString(first + i),
                    Parts.day(child.birth().plusDays(dice.between(1, 40))),
                    child.name(),
                    child.birthday(),
                    child.sex(),
                    father.name(),
                    mother.name(),
                    String.join(", ", home.hamlet(), home.commune(), home.district()),
                    note);
            rows.add(row);
            Map<String, Object> told = new LinkedHashMap<>();
            for (int k = 0; k < KEYS.size(); k++) {
                told.put(KEYS.get(k), row.get(k));
            }
            truth.add(told);
        }
        sheet.centered("SỔ HỘ TỊCH - ĐĂNG KÝ KHAI SINH NĂM " + year, sheet.style.bold());
        sheet.centered(office.office() + " - Quyển số 0" + dice.between(1, 3) + "/" + year, sheet.style.plain());
        sheet.down(0.8);
        if (dice.chance(0.5)) {
            leaves(sheet, rows);
        } else {
            double left = sheet.left * 0.6;
            sheet.table(left, sheet.canvas.width - left, SHARES, HEAD, rows, false, dice.between(7.5, 9.0));
        }
        sheet.canvas.line(
                "Cộng trang: " + count + " trường hợp",
                sheet.style.italic(),
                sheet.style.ink(),
                "print",
                sheet.left,
                sheet.y);
        sheet.is("nam", Integer.toString(year));
        sheet.is("noi_dang_ky", office.office());
        sheet.is("so_truong_hop", Integer.toString(count));
        sheet.is("rows", truth);
    }

    /** Two leaves with the spine between them; rows stand side by side. */
    private static void leaves(Sheet sheet, List<List<String>> rows) {
        double middle = sheet.canvas.width / 2;
        for (int i = 0; i < 9; i++) {
            double half = 9 - i;
            sheet.canvas.fill(
                    new Rectangle2D.Double(middle - half, 0, 2 * half, sheet.canvas.height), new Color(30, 30, 30, 16));
        }
        double top = sheet.y;
        double size = sheet.dice.between(7.2, 8.4);
        double edge = sheet.left * 0.5;
        half(sheet, rows, 0, LEFT_LEAF, edge, middle - 16, size);
        double lowest = sheet.y;
        sheet.y = top;
        half(sheet, rows, LEFT_LEAF, HEAD.size(), middle + 16, sheet.canvas.width - edge, size);
        sheet.y = Math.max(sheet.y, lowest);
    }

    private static void half(
            Sheet sheet, List<List<String>> rows, int from, int to, double left, double right, double size) {
        double[] shares = java.util.Arrays.copyOfRange(SHARES, from, to);
        sheet.table(
                left,
                right,
                shares,
                HEAD.subList(from, to),
                rows.stream().map(row -> row.subList(from, to)).toList(),
                false,
                size);
    }
}
