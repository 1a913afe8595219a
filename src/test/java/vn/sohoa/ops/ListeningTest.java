package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.sohoa.QuietApplication;
import vn.sohoa.RunningApplication;
import vn.sohoa.Sohoa;

class ListeningTest {
    @Test
    void aNodeThatWouldListenElsewhereDoesNotStart() {
        String data = "--sohoa.data=" + RunningApplication.newFolder();
        assertThatThrownBy(() -> new SpringApplicationBuilder(Sohoa.class)
                        .run(data, "--sohoa.port=0", "--server.address=0.0.0.0"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("nghe trên 0.0.0.0")
                .hasMessageContaining("does not know its names");
    }

    @Test
    void onlyAddressesOfThisMachineWillDo() {
        for (String address : List.of("127.0.0.1", "127.0.0.2", "::1", "localhost")) {
            assertThatCode(() -> check(Map.of("server.address", address))).doesNotThrowAnyException();
        }
        for (String address : List.of("", "0.0.0.0", "::", "192.0.2.1", "no.such.name.invalid")) {
            assertThatThrownBy(() -> check(Map.of("server.address", address))).isInstanceOf(StartRefused.class);
        }
        assertThatThrownBy(() -> check(Map.of("server.address", "127.0.0.1", "management.server.address", "0.0.0.0")))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> check(Map.of("server.address", "127.0.0.1", "management.server.port", "9000")))
                .isInstanceOf(StartRefused.class);
        assertThatCode(() -> check(Map.of("spring.main.web-application-type", "none")))
                .doesNotThrowAnyException();
    }

    @Test
    void otherMachinesComeInByNameAndByTlsOrKnowinglyWithout() {
        Map<String, Object> known = Map.of("server.address", "0.0.0.0", "sohoa.hosts", "sohoa.example.vn");
        assertThatThrownBy(() -> check(known)).isInstanceOf(StartRefused.class).hasMessageContaining("without TLS");
        for (String[] tls : new String[][] {
            {"server.ssl.bundle", "web"}, {"server.forward-headers-strategy", "native"}, {"sohoa.plain-http", "true"}
        }) {
            Map<String, Object> settings = new java.util.HashMap<>(known);
            settings.put(tls[0], tls[1]);
            assertThatCode(() -> check(settings)).as(tls[0]).doesNotThrowAnyException();
            settings.remove("sohoa.hosts");
            assertThatThrownBy(() -> check(settings)).as(tls[0]).isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void underItsNameItIsReachedButNotItsInsides() throws Exception {
        String[] arguments = {
            "--sohoa.data=" + RunningApplication.newFolder(),
            "--sohoa.port=0",
            "--sohoa.roles=web",
            "--sohoa.listen=0.0.0.0",
            "--sohoa.hosts=sohoa.example.vn",
            "--sohoa.plain-http=true"
        };
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Sohoa.class).run(arguments)) {
            assertThat(answer(application, "/sign-in", "sohoa.example.vn:80")).startsWith("HTTP/1.1 200");
            assertThat(answer(application, "/sign-in", "evil.example")).startsWith("HTTP/1.1 421");
            assertThat(answer(application, "/actuator/prometheus", "sohoa.example.vn"))
                    .startsWith("HTTP/1.1 404");
            assertThat(answer(application, "/actuator/health", "sohoa.example.vn"))
                    .startsWith("HTTP/1.1 404");
            assertThat(answer(application, "/actuator/health/up", "sohoa.example.vn"))
                    .contains("\"status\"")
                    .doesNotContain("components");
            assertThat(answer(application, "/actuator/health", "127.0.0.1")).contains("components");
        }
    }

    @Test
    void onlyNamesOfThisMachineAreHosts() {
        for (String host : List.of("localhost", "LOCALHOST:8080", "127.0.0.1:1", "127.9.9.9", "[::1]:8080")) {
            assertThat(KnownHost.isLoopback(host)).as(host).isTrue();
        }
        for (String host :
                List.of("", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "[::2]")) {
            assertThat(KnownHost.isLoopback(host)).as(host).isFalse();
        }
        assertThat(KnownHost.isLoopback(null)).isFalse();
    }

    @ExtendWith(QuietApplication.class)
    @Test
    void aPageElsewhereCannotReadFromHere(ConfigurableApplicationContext application) throws Exception {
        for (String path : List.of("/sign-in", "/actuator/info", "/assets/sohoa.css")) {
            assertThat(answer(application, path, "evil.example")).as(path).startsWith("HTTP/1.1 421");
            assertThat(answer(application, path, "localhost")).as(path).startsWith("HTTP/1.1 200");
        }
    }

    private static String answer(ConfigurableApplicationContext application, String path, String host)
            throws Exception {
        var server = ((WebServerApplicationContext) application).getWebServer();
        try (Socket socket =
                new Socket("127.0.0.1", Objects.requireNonNull(server).getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void check(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        Listening.check(environment);
    }
}
