package vn.sohoa.extraction;

/** What the QR or the machine-readable zone of an identity card tells. */
public enum CardPart {
    NUMBER,
    OLD_NUMBER,
    NAME,
    BIRTH,
    SEX,
    RESIDENCE,
    ISSUED,
    EXPIRY
}
