package vn.sohoa.page;

/**
 * A machine-readable code on a page.
 *
 * @param value in NFC, as the code says it
 * @param box the smallest upright rectangle around it
 */
public record Barcode(Format format, String value, Box box) {
    /** The codes that are looked for. */
    public enum Format {
        QR_CODE,
        DATA_MATRIX,
        CODE_128,
        /** The machine-readable zone of an identity card: print, but made for machines and with check digits. */
        MRZ
    }
}
