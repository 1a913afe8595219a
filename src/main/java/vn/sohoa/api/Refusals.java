package vn.sohoa.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What REST says to those who may not come in; the security chain knows it by Spring's interfaces. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String NOWHERE = "not-found";
    private static final String PASSWORD_FIRST = "password-must-change";

    private final ProblemWriter writer;

    Refusals(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        writer.write(
                new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "not-signed-in",
                        "Cần mã truy cập còn hạn. Hãy lấy mã mới ở /oauth2/token.",
                        "A token that is still good is needed. Ask for one at /oauth2/token."),
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        writer.write(of(denied), response);
    }

    private static Problem of(AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            return new Problem(
                    HttpStatus.FORBIDDEN,
                    "csrf",
                    "Yêu cầu bằng phiên đăng nhập phải kèm mã X-CSRF-TOKEN của trang.",
                    "A change in a session has to carry the page's X-CSRF-TOKEN.");
        }
        if (NOWHERE.equals(denied.getMessage())) {
            return Problem.notFound();
        }
        if (PASSWORD_FIRST.equals(denied.getMessage())) {
            return new Problem(
                    HttpStatus.FORBIDDEN,
                    PASSWORD_FIRST,
                    "Hãy đổi mật khẩu lần đầu ở /password trước.",
                    "Change the first password at /password before anything else.");
        }
        return new Problem(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Vai trò của bạn không được làm việc này.",
                "Your roles do not allow this.");
    }
}
