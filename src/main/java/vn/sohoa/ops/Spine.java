package vn.sohoa.ops;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The spine: the route files, the values they ask for, and the component that carries their messages. */
@Configuration(proxyBeanMethods = false)
class Spine {
    /**
     * So long a consumer waits for a message before it asks whether it should stop; a message ends the wait at once. Asking costs
     * the broker a round trip: once a second by every consumer it was a third of what a node takes at rest. A stop waits as long.
     */
    private static final Duration WAIT = Duration.ofSeconds(3);

    private static final String PACKED = "classpath*:routes/*.camel.yaml";

    /** Messages are hints: not persistent, and fetched one at a time so that a slow node hoards none. */
    @Bean
    JmsComponent jms(ConnectionFactory connections) {
        JmsComponent jms = JmsComponent.jmsComponentAutoAcknowledge(connections);
        jms.setDeliveryPersistent(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setTestConnectionOnStartup(false);
        jms.setAcceptMessagesWhileStopping(false);
        jms.setReceiveTimeout(WAIT.toMillis());
        return jms;
    }

    @Bean
    CamelContextConfiguration routes(Settings settings) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.getPropertiesComponent().setInitialProperties(values(settings));
                load(context, settings);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // nothing is left to do once the routes run
            }
        };
    }

    private static void load(CamelContext context, Settings settings) {
        try {
            Collection<Resource> files = routeFiles(context, settings).values();
            PluginHelper.getRoutesLoader(context).loadRoutes(files);
        } catch (Exception e) {
            throw new StartRefused(
                    "Không nạp được các tuyến xử lý (routes): " + e.getMessage(),
                    "The routes cannot be loaded: " + e.getMessage());
        }
    }

    /** Packed route files by name; a folder given by the settings replaces those of the same name and may add some. */
    private static Map<String, Resource> routeFiles(CamelContext context, Settings settings) throws IOException {
        Map<String, Resource> files = new TreeMap<>();
        for (var packed : new PathMatchingResourcePatternResolver().getResources(PACKED)) {
            String name = String.valueOf(packed.getFilename());
            files.put(name, ResourceHelper.resolveMandatoryResource(context, "classpath:routes/" + name));
        }
        Path own = settings.routes();
        if (own != null) {
            try (Stream<Path> found = Files.list(own)) {
                found.filter(file -> file.toString().endsWith(".camel.yaml"))
                        .forEach(file -> files.put(
                                String.valueOf(file.getFileName()),
                                ResourceHelper.resolveResource(context, "file:" + file)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return files;
    }

    private static Properties values(Settings settings) {
        Properties values = new Properties();
        for (Settings.Role role : Settings.Role.values()) {
            values.setProperty(
                    "sohoa.role." + role.id(), String.valueOf(settings.roles().contains(role)));
        }
        int workers = settings.recognizer().count();
        // Some pages are brought, or taken away, while all recognizers read: none of those waits for the store.
        values.setProperty("sohoa.workers.read", String.valueOf(workers + (workers + 1) / 2));
        values.setProperty("sohoa.workers.split", "1");
        values.setProperty("sohoa.workers.understand", "1");
        values.setProperty("sohoa.workers.extract", "1");
        values.setProperty("sohoa.workers.render", "1");
        values.setProperty("sohoa.workers.publish", "1");
        values.setProperty("sohoa.intake.poll", millis(settings.intake().poll()));
        values.setProperty("sohoa.books.poll", millis(settings.books().poll()));
        values.setProperty("sohoa.intake.tidy", millis(settings.intake().tidy()));
        values.setProperty("sohoa.fixity.period", millis(settings.fixity().period()));
        values.setProperty("sohoa.learning.period", millis(settings.learning().period()));
        values.setProperty("sohoa.audit.seal", millis(settings.audit().seal()));
        values.setProperty("sohoa.sweep.period", millis(settings.sweep().period()));
        return values;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
