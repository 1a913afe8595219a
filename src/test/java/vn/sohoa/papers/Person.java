package vn.sohoa.papers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Nobody: invented from common words. */
record Person(
        String name,
        boolean man,
        LocalDate birth,
        String number,
        String people,
        Place home,
        Place origin,
        String phone) {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static Person born(Dice dice, int from, int to) {
        return of(dice, dice.of(Words.SURNAMES), dice.chance(0.5), from, to);
    }

    static Person of(Dice dice, String surname, boolean man, int from, int to) {
        String between = man ? dice.of(Words.MEN_BETWEEN) : dice.of(Words.WOMEN_BETWEEN);
        String more = dice.chance(0.15) ? " " + dice.of(man ? Words.MEN : Words.WOMEN) : "";
        String given = dice.of(man ? Words.MEN : Words.WOMEN);
        String name = surname + " " + between + (more.equals(" " + given) ? "" : more) + " " + given;
        LocalDate birth = LocalDate.of(dice.between(from, to), dice.between(1, 12), dice.between(1, 28));
        Place home = Place.any(dice);
        Place origin = home.near(dice);
        int century = (birth.getYear() / 100 - 19) * 2 + (man ? 0 : 1);
        String number = origin.code() + century + String.format("%02d", birth.getYear() % 100) + dice.digits(6);
        String phone = dice.of("090", "091", "097", "038", "088") + dice.digits(7);
        return new Person(name, man, birth, number, dice.of(Words.PEOPLES), home, origin, phone);
    }

    String surname() {
        return name.substring(0, name.indexOf(' '));
    }

    String sex() {
        return man ? "Nam" : "Nữ";
    }

    String birthday() {
        return DAY.format(birth);
    }

    String year() {
        return Integer.toString(birth.getYear());
    }
}
