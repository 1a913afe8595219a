package vn.sohoa.ops;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.jms.ConnectionFactory;
import jakarta.persistence.EntityManagerFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.CustomEditorConfigurer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.transaction.PlatformTransactionManager;
import vn.sohoa.storage.Durability;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.StoreSettings;

/**
 * Database, object store and broker: the named ones, and our own where none is named. Everything that uses one of them
 * is closed before it, by the order of the beans.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class Engines {
    /** A message is a hint, and intake waits while it is sent: a broker that says nothing for so long is away. */
    private static final Duration BROKER_SILENCE = Duration.ofSeconds(3);

    @Bean
    static CustomEditorConfigurer folders() {
        CustomEditorConfigurer editors = new CustomEditorConfigurer();
        editors.setCustomEditors(Map.of(Path.class, FolderEditor.class));
        return editors;
    }

    /** Every node has a folder of its own: its name and its work under way live there, whatever engines it uses. */
    @Bean
    DataFolder dataFolder(Settings settings) {
        return DataFolder.claim(settings.data());
    }

    @Bean
    HeadStart headStart(Settings settings, DataFolder data) {
        return HeadStart.of(settings, data);
    }

    /** As soon as the settings are known, long before anything asks for an engine. */
    @Bean
    static BeanFactoryPostProcessor enginesAhead() {
        return beans -> beans.getBean(HeadStart.class);
    }

    @Bean
    @Lazy
    OwnPostgres ownPostgres(HeadStart ahead) {
        return ahead.postgres();
    }

    @Bean
    @Lazy
    OwnObjectStore ownObjectStore(HeadStart ahead) {
        return ahead.store();
    }

    @Bean
    @Lazy
    OwnBroker ownBroker(HeadStart ahead) {
        return ahead.broker();
    }

    /** The database as its owner, who makes the tables. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @Qualifier("owner")
    DataSource owner(Settings settings, ObjectProvider<OwnPostgres> own) {
        Settings.Database db = settings.db();
        if (db.embedded()) {
            OwnPostgres postgres = own.getObject();
            return Databases.owner(postgres.url(), postgres.user(), postgres.password());
        }
        return Databases.owner(db.url(), db.user(), db.password());
    }

    /** The database as the service works with it: in a role that owns nothing. */
    @Bean
    HikariDataSource dataSource(
            Settings settings, ObjectProvider<OwnPostgres> own, @Qualifier("owner") DataSource owner) {
        Settings.Database db = settings.db();
        Databases.ensureService(owner);
        if (db.embedded()) {
            OwnPostgres postgres = own.getObject();
            return Databases.pool(
                    postgres.url(),
                    postgres.user(),
                    postgres.password(),
                    db.connections(),
                    settings.sweep().lease());
        }
        return Databases.pool(
                db.url(),
                db.user(),
                db.password(),
                db.connections(),
                settings.sweep().lease());
    }

    /** An outside broker tells of its own queues. */
    @Bean
    MeterBinder ownQueues(Settings settings, ObjectProvider<OwnBroker> own) {
        return registry -> {
            if (settings.broker().embedded()) {
                OwnBroker broker = own.getObject();
                Gauge.builder("sohoa.messages", broker, OwnBroker::messages)
                        .description("messages in the queues of this node's own broker")
                        .strongReference(true)
                        .register(registry);
            }
        };
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entities, DataSource database) {
        return new ScopedTransactions(entities, database);
    }

    @Bean
    ObjectStore objectStore(Settings settings, ObjectProvider<OwnObjectStore> own) {
        Settings.Store s3 = settings.s3();
        if (s3.embedded()) {
            OwnObjectStore store = own.getObject();
            return new ObjectStore(store.settings(), store.durability());
        }
        return new ObjectStore(
                new StoreSettings(URI.create(s3.url()), s3.accessKey(), s3.secretKey(), s3.region()),
                Durability.ofServer());
    }

    /** Checked before anything works with either: they must belong together. */
    @Bean(initMethod = "check")
    @DependsOnDatabaseInitialization
    StoreIdentity storeIdentity(DataSource database, ObjectStore store) {
        return new StoreIdentity(database, store);
    }

    /**
     * One shared connection with cached sessions. A consumer is handed one message at a time, so that a node that is
     * busy does not sit on what another could do.
     */
    @Bean
    ConnectionFactory connectionFactory(Settings settings, ObjectProvider<OwnBroker> own) {
        Settings.Broker broker = settings.broker();
        ActiveMQConnectionFactory artemis = broker.embedded()
                ? new ActiveMQConnectionFactory(own.getObject().url())
                : new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        artemis.setConsumerWindowSize(0);
        artemis.setBlockOnDurableSend(false);
        artemis.setCallTimeout(BROKER_SILENCE.toMillis());
        artemis.setCallFailoverTimeout(BROKER_SILENCE.toMillis());
        CachingConnectionFactory caching = new CachingConnectionFactory(artemis);
        caching.setSessionCacheSize(32);
        caching.setCacheConsumers(false);
        caching.setReconnectOnException(true);
        return caching;
    }
}
