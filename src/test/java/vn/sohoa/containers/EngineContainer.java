package vn.sohoa.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container on the host's own network whose server listens on a loopback port of our choice: no bridge, no port
 * mapping and no firewall rule is needed, so that it also works where an engine may have none of them.
 */
final class EngineContainer extends GenericContainer<EngineContainer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SHOWN_LOG = 4_000;

    private final Engine engine;
    private final int port = freePort();

    EngineContainer(Engine engine) {
        super(DockerImageName.parse(engine.image()));
        this.engine = engine;
        withImagePullPolicy(engine.mayBePulled() ? PullPolicy.defaultPolicy() : name -> false);
        withNetworkMode("host");
        // Lets infra/containers.sh remove what a killed test run leaves.
        withLabel("vn.sohoa.test.jvm", Long.toString(ProcessHandle.current().pid()));
    }

    int port() {
        return port;
    }

    /** Starts and waits until the question is answered without an exception. */
    void startUntil(Callable<?> answers) {
        try {
            start();
        } catch (RuntimeException e) {
            throw isImageMissing(e) ? new ImageMissing(engine) : e;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                answers.call();
                return;
            } catch (Exception e) {
                if (!isRunning() || System.nanoTime() > deadline) {
                    String log = getLogs();
                    stop();
                    throw new IllegalStateException(
                            engine.image() + " does not answer on port " + port + ":\n"
                                    + log.substring(Math.max(0, log.length() - SHOWN_LOG)),
                            e);
                }
                pause(e);
            }
        }
    }

    private static void pause(Exception lastAnswer) {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an engine was coming up", lastAnswer);
        }
    }

    private static boolean isImageMissing(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains("No such image")) {
                return true;
            }
        }
        return false;
    }

    /** Free now; a container that finds it taken a moment later says so in its log. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The local image has not been built. */
    static final class ImageMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ImageMissing(Engine engine) {
            super("image " + engine.image() + " is not here (infra/containers.sh up builds it)");
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
