package vn.sohoa.recognition;

import java.util.Optional;
import vn.sohoa.barcode.IdentityCard;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Upright;
import vn.sohoa.scan.PageView;

/** A page with what was read on it, upright. */
record SeenPage(PageView view, Upright upright) {
    SeenPage(PageView view, PageText scanned) {
        this(view, Upright.of(scanned));
    }

    /** What lies upside down is read as words that mean nothing, and the recognizer knows. */
    private static final double MEANS_SOMETHING = 0.5;

    /** A card that tells its holder, and where its code stands. */
    record Card(IdentityCard card, Barcode code) {}

    PageText text() {
        return upright.text();
    }

    boolean readable() {
        return text().confidence() >= MEANS_SOMETHING;
    }

    Optional<Card> card() {
        return text().barcodes().stream()
                .flatMap(code -> IdentityCard.parse(code.value()).map(card -> new Card(card, code)).stream())
                .findFirst();
    }
}
