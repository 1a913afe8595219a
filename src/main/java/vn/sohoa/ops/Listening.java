package vn.sohoa.ops;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Who may come in from other machines: nobody, until the service is told under which names it is reached, and then by
 * TLS, its own or a reverse proxy's, unless plain http is allowed knowingly. Looked at before any engine is brought up.
 */
@Component
final class Listening implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final List<String> TLS =
            List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment given) {
        environment = given;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment != null) {
            check(environment);
        }
    }

    static void check(Environment environment) {
        if ("none".equalsIgnoreCase(environment.getProperty("spring.main.web-application-type"))) {
            return;
        }
        checkManagement(environment);
        String address = environment.getProperty("server.address", "");
        if (isLoopback(address)) {
            return;
        }
        Set<String> hosts = Binder.get(environment)
                .bind("sohoa.hosts", Bindable.setOf(String.class))
                .orElse(Set.of());
        if (hosts.isEmpty()) {
            throw new StartRefused(
                    "Dịch vụ được đặt nghe trên " + shown(address)
                            + " nhưng chưa khai báo tên máy chủ. Hãy đặt SOHOA_HOSTS là các tên mà người dùng mở, hoặc bỏ"
                            + " SOHOA_LISTEN.",
                    "The service would listen on " + shown(address)
                            + " but does not know its names. Set SOHOA_HOSTS to the names under which people open it, or"
                            + " remove SOHOA_LISTEN.");
        }
        if (!encrypted(environment) && !environment.getProperty("sohoa.plain-http", Boolean.class, false)) {
            throw new StartRefused(
                    "Dịch vụ nghe trên " + shown(address)
                            + " mà không có TLS: mật khẩu sẽ đi không mã hóa. Hãy đặt server.ssl.*, hoặc"
                            + " server.forward-headers-strategy=native sau máy chủ trung gian có TLS, hoặc"
                            + " sohoa.plain-http=true nếu chấp nhận.",
                    "The service would listen on " + shown(address)
                            + " without TLS: passwords would travel in the clear. Set server.ssl.*, or"
                            + " server.forward-headers-strategy=native behind a reverse proxy with TLS, or"
                            + " sohoa.plain-http=true if you accept that.");
        }
    }

    /** Health and metrics have no door of their own: never on another address or port than this machine's. */
    private static void checkManagement(Environment environment) {
        String address = environment.getProperty("management.server.address", "");
        boolean apart = !environment.getProperty("management.server.port", "").isBlank();
        if (!address.isBlank() && !isLoopback(address) || apart && address.isBlank()) {
            throw new StartRefused(
                    "management.server.address phải là 127.0.0.1 (đang là " + shown(address) + ").",
                    "management.server.address must be 127.0.0.1 (it is " + shown(address) + ").");
        }
    }

    private static boolean encrypted(Environment environment) {
        String strategy = environment.getProperty("server.forward-headers-strategy", "none");
        boolean own =
                TLS.stream().anyMatch(key -> !environment.getProperty(key, "").isBlank())
                        && environment.getProperty("server.ssl.enabled", Boolean.class, true);
        return own || "native".equalsIgnoreCase(strategy) || "framework".equalsIgnoreCase(strategy);
    }

    private static String shown(String address) {
        return address.isBlank() ? "*" : address;
    }

    static boolean isLoopback(String address) {
        if (address.isBlank()) {
            return false;
        }
        try {
            for (InetAddress found : InetAddress.getAllByName(address)) {
                if (!found.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
