package vn.sohoa.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;

/** A browser in little. Signed in as someone who may see the papers of every unit, unless told otherwise. */
public final class Visitor {
    public static final String PASSWORD = "Mật khẩu thử 1!";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Optional<ApplicationContext> application;
    private final String base;
    private String name = "";

    private Visitor(ApplicationContext application, boolean nobody) {
        this.application = Optional.of(application);
        var server = ((WebServerApplicationContext) application).getWebServer();
        base = "http://127.0.0.1:" + java.util.Objects.requireNonNull(server).getPort();
    }

    private Visitor(String base) {
        this.application = Optional.empty();
        this.base = base;
    }

    /** Nobody yet, before a node that is a process of its own. */
    public static Visitor at(String base) {
        return new Visitor(base);
    }

    public Visitor(ApplicationContext application) {
        this(application, true);
        signIn(account(application, Units.ROOT, Role.UNIT_ADMIN, Role.AUDITOR));
    }

    /** Nobody yet. */
    public static Visitor stranger(ApplicationContext application) {
        return new Visitor(application, true);
    }

    /** A person with these roles in a unit. */
    public static Visitor as(ApplicationContext application, UUID unit, Role... roles) {
        Visitor visitor = new Visitor(application, true);
        visitor.signIn(account(application, unit, roles));
        return visitor;
    }

    /** Makes an account with {@link #PASSWORD}; returns the name to sign in with. */
    public static String account(ApplicationContext application, UUID unit, Role... roles) {
        Accounts accounts = application.getBean(Accounts.class);
        String name = "thu-" + Ids.tail(Ids.next());
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            UUID account = accounts.create(name, "Người thử", PASSWORD);
            Set.of(roles).forEach(role -> accounts.grant(account, unit, role));
            accounts.choose(account, PASSWORD);
        });
        return name;
    }

    /** What they sign in with. */
    public String name() {
        return name;
    }

    public HttpResponse<String> signIn(String name) {
        this.name = name;
        return post("/sign-in", "/sign-in", "name", name, "password", PASSWORD);
    }

    public String base() {
        return base;
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Fills in the form on a page and sends it, with the page's token. */
    public HttpResponse<String> post(String formPage, String path, String... fields) {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(token(formPage)));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,*/*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The token that a page carries. */
    public String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException(page + " carries no token");
        }
        return token.group(1);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String page(String path, String... headers) {
        return get(path, headers).body();
    }

    public ApplicationContext application() {
        return application.orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
