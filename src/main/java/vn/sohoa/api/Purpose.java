package vn.sohoa.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What personal data is read for: a dossier code or a reason, from the header {@code X-Purpose} (percent-encoded
 * UTF-8). A handler that shows personal data takes one as an argument and hands it to {@link Reads}; without the header
 * the request is refused before the handler runs.
 */
public record Purpose(String text) {
    static final String HEADER = "X-Purpose";

    private static final int LONGEST = 300;

    static Purpose of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "purpose-missing",
                    "Đọc dữ liệu cá nhân phải nêu mục đích trong X-Purpose (mã hồ sơ hoặc lý do, mã hóa phần trăm UTF-8).",
                    "Reading personal data needs a purpose in X-Purpose (a dossier code or a reason, percent-encoded"
                            + " UTF-8).");
        }
        String text;
        try {
            text = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        if (text.isEmpty()
                || text.length() > LONGEST
                || text.indexOf('\ufffd') >= 0
                || text.chars().anyMatch(Character::isISOControl)) {
            throw unreadable();
        }
        return new Purpose(text);
    }

    private static Problem unreadable() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "purpose-unreadable",
                "X-Purpose phải là chữ UTF-8 mã hóa phần trăm, dài 1 đến 300 ký tự.",
                "X-Purpose has to be percent-encoded UTF-8 of 1 to 300 characters.");
    }
}
