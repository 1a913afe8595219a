package vn.sohoa.ops;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only requests that name this machine or one of the service's own names. A web page elsewhere can point a name
 * of its own at us and so have a clerk's browser read from here (DNS rebinding); the name it must then send gives it
 * away. From other machines only TLS will do, and of health only whether we are up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KnownHost extends OncePerRequestFilter {
    private static final Pattern LOOPBACK = Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final String WATCHED = "/actuator";
    private static final String UP = "/actuator/health/up";
    private static final String UNKNOWN = """
            Địa chỉ này không phải của dịch vụ. Trên chính máy chủ hãy mở 127.0.0.1; từ máy khác hãy dùng tên đã khai báo (SOHOA_HOSTS).
            The service is not known by this name. On this machine open 127.0.0.1, from others a name of SOHOA_HOSTS.
            """;
    private static final String PLAIN = """
            Từ máy khác chỉ truy cập được qua https.
            From other machines the service is reached by https only.
            """;

    private final Set<String> hosts;
    private final boolean plainHttp;

    KnownHost(Settings settings) {
        this.hosts = settings.hosts().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.plainHttp = settings.plainHttp();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        boolean here = isLoopback(host) && Listening.isLoopback(request.getRemoteAddr());
        if (!isLoopback(host) && !isOurs(host)) {
            refuse(response, HttpServletResponse.SC_MISDIRECTED_REQUEST, UNKNOWN);
        } else if (!Listening.isLoopback(request.getRemoteAddr()) && !request.isSecure() && !plainHttp) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, PLAIN);
        } else if (!here
                && request.getServletPath().startsWith(WATCHED)
                && !request.getServletPath().equals(UP)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(why);
    }

    private boolean isOurs(@Nullable String host) {
        return host != null
                && hosts.contains(PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT));
    }

    static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }
}
