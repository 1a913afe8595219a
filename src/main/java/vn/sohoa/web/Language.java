package vn.sohoa.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Vietnamese or English: what this request asks for ({@code ?lang=}), what this browser asked for before (a cookie),
 * what it prefers, Vietnamese.
 */
final class Language implements LocaleResolver, HandlerInterceptor {
    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    static final Locale ENGLISH = Locale.ENGLISH;

    private static final String NAME = "lang";
    private static final Map<String, Locale> KNOWN = Map.of("vi", VIETNAMESE, "en", ENGLISH);
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return asked(request)
                .or(() -> Optional.ofNullable(cookie).map(Cookie::getValue).map(KNOWN::get))
                .or(() -> preferred(request))
                .orElse(VIETNAMESE);
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME)).map(KNOWN::get);
    }

    private static Optional<Locale> preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        List<Locale> wishes = Collections.list(request.getLocales());
        return wishes.stream()
                .map(wish -> KNOWN.get(wish.getLanguage()))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Keeps what was asked for. A preference only: nothing of ours changes by it. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        asked(request)
                .map(locale -> ResponseCookie.from(NAME, locale.getLanguage())
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .build())
                .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
        return true;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is asked for with ?lang=");
    }
}
