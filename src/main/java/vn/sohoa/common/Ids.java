package vn.sohoa.common;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes database ids: UUID version 7 (RFC 9562), so that new rows stand together in an index. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** The last eight hexadecimal digits, random in a version 7 id: short enough for a file name. */
    public static String tail(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - 8);
    }
}
