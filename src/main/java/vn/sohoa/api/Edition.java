package vn.sohoa.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The version of a thing that an edit is meant for. A handler that changes something takes one as an argument (from
 * {@code If-Match}) and calls {@link #require}; one that shows it answers with {@code eTag(Edition.tag(version))}.
 */
public record Edition(long version) {
    static final String HEADER = "If-Match";

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** For {@code ResponseEntity.ok().eTag(…)}. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses an edit of what has been changed meanwhile. */
    public void require(long current) {
        if (version != current) {
            throw changed();
        }
    }

    static Problem changed() {
        return new Problem(
                HttpStatus.PRECONDITION_FAILED,
                "changed-meanwhile",
                "Dữ liệu đã được người khác thay đổi. Hãy tải lại rồi sửa tiếp.",
                "It was changed meanwhile. Fetch it again, then edit.");
    }

    static Edition of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "Sửa đổi phải kèm If-Match với ETag của lần đọc trước.",
                    "An edit needs If-Match with the ETag of what was read.");
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw changed();
        }
        return new Edition(Long.parseLong(tag.group(1)));
    }
}
