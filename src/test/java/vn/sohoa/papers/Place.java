package vn.sohoa.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * An invented place.
 *
 * @param hamlet with its kind, as the rest: {@code thôn An Bình}
 */
record Place(String hamlet, String commune, String district, String province, String code) {
    static Place in(Dice dice, String code) {
        String province = Words.PROVINCES.getOrDefault(code, "tỉnh Thái Bình");
        String hamlet =
                switch (dice.between(0, 7)) {
                    case 0 -> "tổ dân phố số " + dice.between(1, 19);
                    case 1 -> "khu phố " + dice.between(1, 9);
                    case 2 -> "ấp " + Words.place(dice);
                    case 3 -> "xóm " + dice.between(1, 15);
                    case 4 -> "số " + dice.between(2, 240) + " đường " + Words.place(dice);
                    default -> "thôn " + Words.place(dice);
                };
        String commune = dice.of("xã ", "xã ", "xã ", "phường ", "thị trấn ") + Words.place(dice);
        String district = dice.of("huyện ", "huyện ", "huyện ", "thị xã ", "thành phố ", "quận ") + Words.place(dice);
        return new Place(hamlet, commune, district, province, code);
    }

    static Place any(Dice dice) {
        return in(dice, dice.of(new ArrayList<>(new TreeMap<>(Words.PROVINCES).keySet())));
    }

    /** Another place not far away. */
    Place near(Dice dice) {
        Place other = in(dice, code);
        return dice.chance(0.5) ? new Place(other.hamlet, other.commune, district, province, code) : other;
    }

    String full() {
        return String.join(", ", hamlet, commune, district, province);
    }

    String fromCommune() {
        return String.join(", ", commune, district, province);
    }

    String office() {
        return "Ủy ban nhân dân " + fromCommune();
    }

    /** As on a card: no kinds, the first letter large. */
    String onCard() {
        return String.join(", ", List.of(bare(hamlet), bare(commune), bare(district), bare(province)));
    }

    String communeName() {
        return bare(commune);
    }

    String provinceName() {
        return bare(province);
    }

    static String bare(String named) {
        for (String kind : List.of(
                "thị trấn ", "thị xã ", "thành phố ", "phường ", "huyện ", "quận ", "tỉnh ", "xã ", "thôn ", "ấp ")) {
            if (named.startsWith(kind)) {
                return named.substring(kind.length());
            }
        }
        return Character.toUpperCase(named.charAt(0)) + named.substring(1);
    }
}
