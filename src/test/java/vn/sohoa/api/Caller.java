package vn.sohoa.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Clients;
import vn.sohoa.organization.Role;

/** Another system that speaks REST, with a token of its own unless told otherwise. */
public final class Caller {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String name;
    private final String secret;
    private String token = "";

    private Caller(ApplicationContext application, String name, String secret) {
        var server = ((WebServerApplicationContext) application).getWebServer();
        this.base = "http://127.0.0.1:" + Objects.requireNonNull(server).getPort();
        this.name = name;
        this.secret = secret;
    }

    /** A system with these roles in a unit. */
    public static Caller as(ApplicationContext application, UUID unit, Role... roles) {
        String name = "he-thong-" + Ids.tail(Ids.next());
        EnumSet<Role> some = EnumSet.noneOf(Role.class);
        some.addAll(List.of(roles));
        String secret = application
                .getBean(Clients.class)
                .create(unit, name, some, "thu")
                .secret();
        Caller caller = new Caller(application, name, secret);
        caller.token = caller.basic(name, secret).json().path("access_token").asString("");
        return caller;
    }

    public static Caller stranger(ApplicationContext application) {
        return new Caller(application, "", "");
    }

    /** What came back. */
    public record Answer(int status, String body, java.net.http.HttpHeaders headers) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String code() {
            return json().path("code").asString("");
        }

        public String header(String header) {
            return headers.firstValue(header).orElse("");
        }
    }

    public Answer basic(String who, String password) {
        String pair = Base64.getEncoder().encodeToString((who + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    public Answer form(String form) {
        return send(HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Answer send(String method, String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    public String name() {
        return name;
    }

    public String secret() {
        return secret;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
