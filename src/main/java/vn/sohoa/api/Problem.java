package vn.sohoa.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import vn.sohoa.common.Reason;

/**
 * Why a request is refused: thrown anywhere below a REST handler, answered as an RFC 9457 problem.
 *
 * <p>{@code throw Problem.notFound();} or {@code throw Problem.invalid("name", "…", "…")}.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String vi;
    private final String en;
    private final TreeMap<String, String> errors = new TreeMap<>();

    /**
     * @param code stable across versions, in kebab-case
     * @param vi what is wrong and what to do
     * @param en the same in English
     */
    public Problem(HttpStatus status, String code, String vi, String en) {
        super(code + ": " + en);
        this.status = status;
        this.code = code;
        this.vi = vi;
        this.en = en;
    }

    /** Not there, or not theirs to see: the two are never told apart. */
    public static Problem notFound() {
        return new Problem(
                HttpStatus.NOT_FOUND, "not-found", "Không tìm thấy, hoặc không thuộc đơn vị của bạn.", "Not found.");
    }

    /** A value that cannot be accepted. */
    public static Problem invalid(String field, String vi, String en) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", field + ": " + vi, field + ": " + en);
    }

    /** The thing is not in the state that this asks for. */
    public static Problem conflict(String code, String vi, String en) {
        return new Problem(HttpStatus.CONFLICT, code, vi, en);
    }

    static Problem of(HttpStatus status, Reason reason) {
        String code = reason.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(status, code, reason.vi(), reason.en());
    }

    /** What is wrong, part by part. */
    Problem with(Map<String, String> wrong) {
        errors.putAll(wrong);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The members of the problem. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:sohoa:problem:" + code);
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("code", code);
        body.put("detail", vi);
        body.put("detailEn", en);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return body;
    }
}
