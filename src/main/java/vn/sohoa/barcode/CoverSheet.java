package vn.sohoa.barcode;

import java.util.List;
import java.util.Optional;
import vn.sohoa.common.DossierCode;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Modules;

/**
 * What the QR of a cover sheet says: {@code SOHOA:} and a dossier's code on ours, the bare code on those of other
 * software.
 */
public final class CoverSheet {
    private static final String OURS = "SOHOA:";
    /** A bare code may also stand on a receipt or a result; a cover sheet has little more print than a title. */
    private static final int FEW_LETTERS = 400;

    private CoverSheet() {}

    /** What our own sheets carry. */
    public static String payload(DossierCode code) {
        return OURS + code.canonical();
    }

    /** The QR of our own sheet for a dossier. */
    public static Modules qr(DossierCode code) {
        return QrDrawing.of(payload(code));
    }

    /** The dossier that a QR names; nothing where it says anything else. */
    public static Optional<DossierCode> parse(String value) {
        String text = value.strip();
        return text.startsWith(OURS)
                ? DossierCode.parse(text.substring(OURS.length()))
                : DossierCode.parse(text).filter(DossierCode::isNational);
    }

    /**
     * The dossier that the pages after this one belong to, where the page is a cover sheet.
     *
     * @param letters how many were read on the page
     */
    public static Optional<DossierCode> on(List<Barcode> barcodes, int letters) {
        return barcodes.stream()
                .filter(barcode -> barcode.format() == Barcode.Format.QR_CODE)
                .filter(barcode -> letters <= FEW_LETTERS || barcode.value().startsWith(OURS))
                .flatMap(barcode -> parse(barcode.value()).stream())
                .findFirst();
    }
}
