package vn.sohoa;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.common.Ids;
import vn.sohoa.common.NodeName;
import vn.sohoa.scan.Leases;

/**
 * The whole application as a node that only shows ({@code sohoa.roles=web}): no route takes up what a test puts into the
 * records, and its clock goes on when a test says so. Started once for all tests of the JVM that ask for it; they share
 * database, store and clock, and run one after the other.
 */
public final class QuietApplication implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(QuietApplication.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.isAssignableFrom(ConfigurableApplicationContext.class)
                || type == HandClock.class
                || running(context).getBeanNamesForType(type).length == 1;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        ConfigurableApplicationContext application = running(context);
        return type.isAssignableFrom(ConfigurableApplicationContext.class) ? application : application.getBean(type);
    }

    private static ConfigurableApplicationContext running(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Application.class, key -> Application.start(), Application.class)
                .context;
    }

    /** A clock that runs, and that a test can put forward. */
    public static final class HandClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        public void forward(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("moments only");
        }
    }

    /** One of its own on this folder, with more arguments of the service, to be closed by the caller. */
    public static ConfigurableApplicationContext start(Path data, String... more) {
        return new SpringApplicationBuilder(Sohoa.class)
                .initializers((ApplicationContextInitializer<GenericApplicationContext>) QuietApplication::ours)
                .run(Stream.concat(
                                Stream.of("--sohoa.data=" + data, "--sohoa.port=0", "--sohoa.roles=web"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Closed by JUnit when the last test is done. */
    private record Application(ConfigurableApplicationContext context, Path data) implements AutoCloseable {
        static Application start() {
            Path data = RunningApplication.newFolder();
            return new Application(QuietApplication.start(data), data);
        }

        @Override
        public void close() throws java.io.IOException {
            context.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void ours(GenericApplicationContext context) {
        context.registerBean("handClock", HandClock.class, HandClock::new, bean -> bean.setPrimary(true));
        context.registerBean("anyName", NodeName.class, QuietApplication::anyName, bean -> bean.setFallback(true));
        context.registerBean("anyLeases", Leases.class, () -> Leases.DEFAULT, bean -> bean.setFallback(true));
    }

    private static NodeName anyName() {
        return new NodeName("test-" + Ids.tail(Ids.next()));
    }
}
