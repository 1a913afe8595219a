package vn.sohoa.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as content streams have them: no exponent, and no digit that says nothing. */
final class Numbers {
    private Numbers() {}

    static String of(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
