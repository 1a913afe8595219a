package vn.sohoa.containers;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * The engines of this test run: each is started when first asked for, shared by all tests of the JVM, and removed when
 * the JVM ends. Tests that share one keep apart by names of their own (a schema, a bucket).
 *
 * <p>An engine is absent where no container engine answers or its image is not there; that skips tests, unless {@code
 * SOHOA_TEST_CONTAINERS=required} says that it was there a moment ago. An engine whose container starts but does not come
 * up is a failure, never an absence.
 */
public final class Engines {
    /** Why {@code infra/containers.sh up} could get no container engine to run. */
    private static final String NONE = "SOHOA_TEST_NO_CONTAINERS";

    private static final String REQUIRED = "SOHOA_TEST_CONTAINERS";

    private static final Lazy<Postgres> POSTGRES = new Lazy<>(PostgresContainer::start);
    private static final Lazy<S3> S3 = new Lazy<>(S3Container::start);

    private static @Nullable String noContainers;

    private Engines() {}

    /** A database of its own, empty, owned by {@code user}, who is a superuser. */
    public record Postgres(String jdbcUrl, String user, String password) {}

    /** An S3 server with one user; path-style addresses. */
    public record S3(URI endpoint, String accessKey, String secretKey, String region) {}

    /** PostgreSQL; empty where {@link #absence} says why. */
    public static Optional<Postgres> postgres() {
        return get(POSTGRES);
    }

    /** An S3 server that knows versions and retention; empty where {@link #absence} says why. */
    public static Optional<S3> s3() {
        return get(S3);
    }

    /** Why an engine cannot be had here; empty when it answers. */
    public static Optional<String> absence(Engine engine) {
        Lazy<?> lazy = engine == Engine.POSTGRES ? POSTGRES : S3;
        return get(lazy).isPresent() ? Optional.empty() : Optional.of(lazy.absence());
    }

    private static synchronized <T> Optional<T> get(Lazy<T> lazy) {
        Optional<String> reason = noContainers();
        return reason.isPresent() ? lazy.absent(reason.get()) : lazy.get();
    }

    /** Asked once: a JVM without an engine should not look for one before each class. */
    private static Optional<String> noContainers() {
        if (noContainers == null) {
            String told = System.getenv(NONE);
            if (told != null) {
                noContainers = "no container engine answers (" + told + ")";
            } else if (!DockerClientFactory.instance().isDockerAvailable()) {
                noContainers = "no container engine answers (infra/containers.sh up starts one)";
            } else {
                noContainers = "";
            }
        }
        return noContainers.isEmpty() ? Optional.empty() : Optional.of(noContainers);
    }

    /** An engine not asked for yet, up, or absent; a start that failed is not tried again. */
    private static final class Lazy<T> {
        private final Supplier<T> start;
        private @Nullable T value;
        private @Nullable String absence;
        private @Nullable RuntimeException failure;

        Lazy(Supplier<T> start) {
            this.start = start;
        }

        Optional<T> get() {
            if (failure != null) {
                throw new IllegalStateException("This engine did not start before", failure);
            }
            if (value == null && absence == null) {
                try {
                    value = start.get();
                } catch (EngineContainer.ImageMissing e) {
                    return absent(e.getMessage());
                } catch (RuntimeException e) {
                    failure = e;
                    throw e;
                }
            }
            return Optional.ofNullable(value);
        }

        Optional<T> absent(String why) {
            absence = why;
            if ("required".equals(System.getenv(REQUIRED))) {
                throw new IllegalStateException(REQUIRED + " is set, but " + why);
            }
            return Optional.empty();
        }

        String absence() {
            return absence == null ? "absent" : absence;
        }
    }
}
