package vn.sohoa.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.sohoa.common.Scope;
import vn.sohoa.common.Sha256;
import vn.sohoa.organization.Person;

/**
 * A {@code POST} with an {@code Idempotency-Key} is done once: sent again within a day it gets the same answer, and the
 * same key with another request is refused. Answers that say "our fault" are not kept.
 */
@Component
@Order(Idempotency.AFTER_SCOPE)
final class Idempotency extends OncePerRequestFilter {
    static final int AFTER_SCOPE = 1;
    static final String HEADER = "Idempotency-Key";

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final int LARGEST = 4 << 20;
    private static final List<String> KEPT = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final Answers answers;
    private final ProblemWriter problems;

    Idempotency(Answers answers, ProblemWriter problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            once(request, response, chain);
        } catch (Problem problem) {
            problems.write(problem, response);
        }
    }

    private void once(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Answers.Key key = key(request);
        byte[] body = body(request);
        String hash = hash(request, body);
        Optional<UUID> begun = answers.begin(key, hash);
        if (begun.isEmpty()) {
            again(key, hash, response);
            return;
        }
        UUID id = begun.get();
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(new Replayed(request, body), kept);
            done = kept.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
        } finally {
            if (done) {
                answers.end(id, answer(kept, hash));
            } else {
                answers.drop(id);
            }
        }
        kept.copyBodyToResponse();
    }

    private void again(Answers.Key key, String hash, HttpServletResponse response) throws IOException {
        Answers.Answer before = answers.find(key).orElseThrow(Idempotency::underWay);
        if (!before.requestHash().equals(hash)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng khóa mới.",
                    "This Idempotency-Key was used for another request. Use a new one.");
        }
        response.setStatus(before.status().orElseThrow(Idempotency::underWay));
        response.setHeader("Idempotency-Replayed", "true");
        if (before.contentType() != null) {
            response.setContentType(before.contentType());
        }
        Objects.requireNonNullElse(before.headers(), "")
                .lines()
                .forEach(line -> response.setHeader(
                        line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
        if (before.body() != null) {
            response.getOutputStream().write(before.body());
        }
    }

    private static Problem underWay() {
        return Problem.conflict(
                "idempotency-under-way",
                "Yêu cầu với Idempotency-Key này đang được xử lý. Hãy thử lại sau.",
                "The request with this Idempotency-Key is being worked on. Try again later.");
    }

    private static Answers.Answer answer(ContentCachingResponseWrapper kept, String hash) {
        String headers = KEPT.stream()
                .flatMap(name -> Stream.ofNullable(kept.getHeader(name)).map(value -> name + ":" + value))
                .collect(Collectors.joining("\n"));
        return new Answers.Answer(
                hash, Optional.of(kept.getStatus()), kept.getContentType(), headers, kept.getContentAsByteArray());
    }

    private static Answers.Key key(HttpServletRequest request) {
        String text = String.valueOf(request.getHeader(HEADER));
        if (!SHAPE.matcher(text).matches()) {
            throw Problem.invalid(
                    HEADER, "1 đến 100 ký tự ASCII, không dấu cách.", "1 to 100 visible ASCII characters.");
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Person person)) {
            throw Problem.notFound();
        }
        return new Answers.Key(unit(Scope.current()).orElseThrow(Problem::notFound), person.name(), text);
    }

    private static Optional<UUID> unit(Scope scope) {
        return scope instanceof Scope.Units units ? units.ids().stream().min(UUID::compareTo) : Optional.empty();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        @Nullable String type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            throw Problem.invalid(HEADER, "không dùng được với multipart.", "cannot be used with multipart.");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(
                    HttpStatus.CONTENT_TOO_LARGE, "too-large", "Nội dung yêu cầu quá lớn.", "The body is too large.");
        }
        return body;
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(
                (request.getRequestURI() + "?" + request.getQueryString() + "\n" + request.getContentType() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return Sha256.of(all.toByteArray()).hex();
    }
}
