package vn.sohoa.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.barcode.IdentityCard;
import vn.sohoa.barcode.MachineZone;
import vn.sohoa.extraction.CardCode;
import vn.sohoa.extraction.CardPart;
import vn.sohoa.extraction.Found;
import vn.sohoa.page.Barcode;

/** What the codes of an identity card tell of it: the QR, and the machine-readable zone on its back. */
final class CardCodes {
    private static final int FIRST_CENTURY = 19;
    private static final int CENTURY_AND_SEX = 3;
    private static final int YEARS_OF_A_CARD = 60;
    private static final String UNLIMITED = "991231";

    private CardCodes() {}

    /** The QR first: it has the marks of names. */
    static List<CardCode> of(List<SeenPage> pages) {
        List<CardCode> codes = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Optional<SeenPage.Card> seen = pages.get(i).card();
            if (seen.isPresent() && codes.isEmpty()) {
                codes.add(new CardCode(
                        Found.Source.QR,
                        parts(seen.get().card()),
                        i,
                        seen.get().code().box()));
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            for (Barcode code : pages.get(i).text().barcodes()) {
                int page = i;
                zone(code).ifPresent(zone -> codes.add(new CardCode(Found.Source.MRZ, parts(zone), page, code.box())));
            }
        }
        return codes;
    }

    /** The number on the card whose code was read on the page; empty where none was. */
    static String holder(SeenPage page) {
        return page.card()
                .map(card -> card.card().number())
                .or(() -> page.text().barcodes().stream()
                        .flatMap(code -> zone(code).stream())
                        .map(MachineZone::number)
                        .findFirst())
                .orElse("");
    }

    private static Optional<MachineZone> zone(Barcode code) {
        return code.format() == Barcode.Format.MRZ ? MachineZone.parse(code.value()) : Optional.empty();
    }

    private static Map<CardPart, String> parts(IdentityCard card) {
        Map<CardPart, String> parts = new EnumMap<>(CardPart.class);
        parts.put(CardPart.NUMBER, card.number());
        parts.put(CardPart.OLD_NUMBER, card.oldNumber());
        parts.put(CardPart.NAME, card.name());
        parts.put(CardPart.BIRTH, card.birth());
        parts.put(CardPart.SEX, card.sex());
        parts.put(CardPart.RESIDENCE, card.residence());
        parts.put(CardPart.ISSUED, card.issued());
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /** Without the name, whose marks it does not have. The fourth digit of the number tells the century of birth. */
    private static Map<CardPart, String> parts(MachineZone zone) {
        Map<CardPart, String> parts = new EnumMap<>(CardPart.class);
        parts.put(CardPart.NUMBER, zone.number());
        int century = FIRST_CENTURY + (zone.number().charAt(CENTURY_AND_SEX) - '0') / 2;
        day(century, zone.birth()).ifPresent(birth -> parts.put(CardPart.BIRTH, birth));
        if (!zone.expiry().equals(UNLIMITED) && Integer.parseInt(zone.expiry()) / 10_000 < YEARS_OF_A_CARD) {
            day(FIRST_CENTURY + 1, zone.expiry()).ifPresent(expiry -> parts.put(CardPart.EXPIRY, expiry));
        }
        if (!zone.sex().equals("N")) {
            parts.put(CardPart.SEX, zone.sex().equals("M") ? "Nam" : "Nữ");
        }
        return parts;
    }

    /** {@code yyMMdd} as {@code dd/MM/yyyy}. */
    private static Optional<String> day(int century, String text) {
        try {
            LocalDate day = LocalDate.of(
                    century * 100 + Integer.parseInt(text.substring(0, 2)),
                    Integer.parseInt(text.substring(2, 4)),
                    Integer.parseInt(text.substring(4)));
            return Optional.of("%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
