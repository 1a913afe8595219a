package vn.sohoa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application with its embedded engines, started once for all tests of the JVM on a folder of its own and a
 * free port. A test class asks with {@code @ExtendWith(RunningApplication.class)} and takes the context, or any bean, as
 * a parameter. The tests share database and store: they tell their own things apart by id, and delete nothing.
 */
public final class RunningApplication implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(RunningApplication.class);

    /** Unpacked once for all test runs of the working copy. */
    public static final Path SOFTWARE = Path.of("target", "postgres-software").toAbsolutePath();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.isAssignableFrom(ConfigurableApplicationContext.class)
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

    /** Closed by JUnit when the last test is done. */
    private record Application(ConfigurableApplicationContext context, Path data) implements AutoCloseable {
        static Application start() {
            Path data = newFolder();
            ConfigurableApplicationContext context =
                    new SpringApplicationBuilder(Sohoa.class).run("--sohoa.data=" + data, "--sohoa.port=0");
            return new Application(context, data);
        }

        @Override
        public void close() throws IOException {
            context.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    /** A fresh data folder that borrows the unpacked PostgreSQL. */
    public static Path newFolder() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "run-");
            Files.createDirectories(SOFTWARE);
            Files.createSymbolicLink(data.resolve("software"), SOFTWARE);
            return data.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
