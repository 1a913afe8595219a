package vn.sohoa.scan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** Why a page should better be scanned again, as it stands in its row: {@code SCAN_BLURRED;SCAN_SKEWED=6.2°}. */
final class Flaws {
    private static final String BETWEEN = ";";

    private Flaws() {}

    static String write(List<Reason> flaws) {
        return flaws.stream()
                .map(flaw -> flaw.code().name() + (flaw.detail().isEmpty() ? "" : "=" + flaw.detail()))
                .collect(Collectors.joining(BETWEEN));
    }

    static List<Reason> read(String row) {
        return row.isEmpty()
                ? List.of()
                : Arrays.stream(row.split(BETWEEN)).map(Flaws::flaw).toList();
    }

    private static Reason flaw(String written) {
        int equal = written.indexOf('=');
        return equal < 0
                ? Reason.of(ReasonCode.valueOf(written))
                : new Reason(ReasonCode.valueOf(written.substring(0, equal)), written.substring(equal + 1));
    }
}
