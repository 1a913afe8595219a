package vn.sohoa.common;

/**
 * Why something could not go on: a stable code, and a detail without personal data (a number, a format name, a limit).
 *
 * @param code the kind of reason, stable across versions
 * @param detail what fills the sentence's place holder; empty where the sentence has none
 */
public record Reason(ReasonCode code, String detail) {
    private static final int DETAIL_LENGTH = 300;

    public Reason {
        detail = detail.length() > DETAIL_LENGTH ? detail.substring(0, DETAIL_LENGTH) : detail;
    }

    public static Reason of(ReasonCode code) {
        return new Reason(code, "");
    }

    public static Reason of(ReasonCode code, Object detail) {
        return new Reason(code, String.valueOf(detail));
    }

    /** The Vietnamese sentence: what is wrong and what to do. */
    public String vi() {
        return code.vi().replace("{}", detail).strip();
    }

    /** The English sentence: what is wrong and what to do. */
    public String en() {
        return code.en().replace("{}", detail).strip();
    }
}
