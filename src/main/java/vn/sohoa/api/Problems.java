package vn.sohoa.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.sohoa.common.Failure;
import vn.sohoa.organization.Administration;

/** Answers everything that goes wrong under {@code /api} as a problem, whoever threw it. */
@Component
final class Problems implements HandlerExceptionResolver, Ordered {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ProblemWriter writer;
    private final MessageSource texts;

    Problems(ProblemWriter writer, MessageSource texts) {
        this.writer = writer;
        this.texts = texts;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        try {
            writer.write(of(thrown), response);
        } catch (IOException e) {
            log.debug("Whoever asked has gone: {}", e.toString());
        }
        return new ModelAndView();
    }

    private Problem of(Exception thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof Failure failure) {
            return of(failure);
        }
        if (thrown instanceof Administration.Refused refused) {
            return of(refused.refusal());
        }
        if (thrown instanceof OptimisticLockingFailureException) {
            return Edition.changed();
        }
        if (thrown instanceof TransientDataAccessException) {
            return new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "later",
                    "Hệ thống đang bận. Hãy thử lại sau.",
                    "Busy. Try again later.");
        }
        Problem bad = badRequest(thrown);
        if (bad != null) {
            return bad;
        }
        if (thrown instanceof ErrorResponse answer) {
            return of(HttpStatus.valueOf(answer.getStatusCode().value()));
        }
        log.error("A REST request failed", thrown);
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Chương trình gặp lỗi. Hãy báo quản trị viên.",
                "A fault in the program. Tell the administrator.");
    }

    private Problem of(Administration.Refusal refusal) {
        HttpStatus status =
                switch (refusal) {
                    case NOT_YOURS -> HttpStatus.NOT_FOUND;
                    case NAME_TAKEN, UNIT_TAKEN, LAST_ADMINISTRATOR -> HttpStatus.CONFLICT;
                    default -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        if (status == HttpStatus.NOT_FOUND) {
            return Problem.notFound();
        }
        String text = "admin.refused." + refusal;
        return new Problem(
                status,
                refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                texts.getMessage(text, null, Locale.forLanguageTag("vi")),
                texts.getMessage(text, null, Locale.ENGLISH));
    }

    private static Problem of(Failure failure) {
        HttpStatus status = failure instanceof Failure.Conflict
                ? HttpStatus.CONFLICT
                : failure instanceof Failure.Unavailable
                        ? HttpStatus.SERVICE_UNAVAILABLE
                        : HttpStatus.UNPROCESSABLE_CONTENT;
        return Problem.of(status, failure.reason());
    }

    private static @Nullable Problem badRequest(Exception thrown) {
        if (thrown instanceof MethodArgumentTypeMismatchException wrong) {
            return Problem.invalid(wrong.getName(), "giá trị không hợp lệ.", "not a valid value.");
        }
        if (thrown instanceof TypeMismatchException) {
            return Problem.invalid("?", "giá trị không hợp lệ.", "not a valid value.");
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return Problem.invalid(missing.getParameterName(), "thiếu.", "is missing.");
        }
        if (thrown instanceof MissingRequestHeaderException missing) {
            return Problem.invalid(missing.getHeaderName(), "thiếu.", "is missing.");
        }
        if (thrown instanceof BindException bound) {
            String fields =
                    bound.getFieldErrors().stream().map(FieldError::getField).collect(Collectors.joining(", "));
            return Problem.invalid(fields, "giá trị không hợp lệ.", "not a valid value.");
        }
        if (thrown instanceof HttpMessageNotReadableException) {
            return new Problem(
                    HttpStatus.BAD_REQUEST,
                    "body-unreadable",
                    "Không đọc được nội dung yêu cầu: không phải JSON đúng mẫu.",
                    "The body of the request cannot be read: it is no JSON of the agreed form.");
        }
        return null;
    }

    private static Problem of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problem.notFound();
            case METHOD_NOT_ALLOWED ->
                new Problem(
                        status,
                        "method-not-allowed",
                        "Địa chỉ này không nhận phương thức đó.",
                        "Not with this method.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new Problem(status, "media-type", "Hãy gửi nội dung dạng JSON.", "Send the body as JSON.");
            case NOT_ACCEPTABLE ->
                new Problem(status, "not-acceptable", "Chỉ trả lời được dạng JSON.", "Answers are JSON only.");
            case CONTENT_TOO_LARGE ->
                new Problem(status, "too-large", "Nội dung yêu cầu quá lớn.", "The body of the request is too large.");
            case SERVICE_UNAVAILABLE ->
                new Problem(status, "later", "Chưa phục vụ được. Hãy thử lại sau.", "Not available. Try again later.");
            default -> new Problem(status, "refused", "Yêu cầu không hợp lệ.", "The request is not valid.");
        };
    }
}
