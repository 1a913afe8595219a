package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class SettingsTest {
    @Test
    void withoutAnyNameEverythingIsEmbeddedUnderData() {
        Settings settings = bind(Map.of());
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.inbox()).isEqualTo(Path.of("data/inbox").toAbsolutePath());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.roles()).containsExactlyInAnyOrder(Settings.Role.values());
        assertThat(settings.routes()).isNull();
        assertThat(settings.db().embedded()).isTrue();
        assertThat(settings.s3().embedded()).isTrue();
        assertThat(settings.broker().embedded()).isTrue();
    }

    @Test
    void recordedWordsStandInForRecognizersOnlyWhereThatIsKnown() {
        Map<String, String> standIn = Map.of("SOHOA_RECOGNIZER_STANDIN", "/srv/recorded.jar");
        assertThat(catchThrowable(() -> bind(standIn)))
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageContaining("không đọc trang nào")
                .hasMessageContaining("reads no page");
        Map<String, String> knowingly = new HashMap<>(standIn);
        knowingly.put("SOHOA_RECOGNIZER_STANDINKNOWINGLY", "true");
        assertThat(bind(knowingly).recognizer().room().jvmOptions()).containsExactly("-javaagent:/srv/recorded.jar");
        assertThat(bind(Map.of()).recognizer().room().jvmOptions()).isEmpty();
    }

    @Test
    void theEnvironmentNamesWorkAsTheyAreWritten() {
        Settings settings = bind(Map.ofEntries(
                Map.entry("SOHOA_DATA", "/srv/sohoa"),
                Map.entry("SOHOA_INBOX", "/srv/scans"),
                Map.entry("SOHOA_PORT", "9090"),
                Map.entry("SOHOA_ROLES", "recognize,sweep"),
                Map.entry("SOHOA_ROUTES", "routes"),
                Map.entry("SOHOA_DB_URL", "jdbc:postgresql://db/sohoa"),
                Map.entry("SOHOA_DB_USER", "du"),
                Map.entry("SOHOA_DB_PASSWORD", "dp"),
                Map.entry("SOHOA_S3_URL", "https://s3.example:9000"),
                Map.entry("SOHOA_S3_ACCESS_KEY", "ak"),
                Map.entry("SOHOA_S3_SECRET_KEY", "sk"),
                Map.entry("SOHOA_S3_REGION", "hn"),
                Map.entry("SOHOA_BROKER_URL", "tcp://mq:61616"),
                Map.entry("SOHOA_BROKER_USER", "bu"),
                Map.entry("SOHOA_BROKER_PASSWORD", "bp")));
        assertThat(settings.data()).isEqualTo(Path.of("/srv/sohoa"));
        assertThat(settings.inbox()).isEqualTo(Path.of("/srv/scans"));
        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.roles()).containsExactlyInAnyOrder(Settings.Role.RECOGNIZE, Settings.Role.SWEEP);
        assertThat(settings.routes()).isEqualTo(Path.of("routes").toAbsolutePath());
        assertThat(settings.db()).isEqualTo(new Settings.Database("jdbc:postgresql://db/sohoa", "du", "dp", 16));
        assertThat(settings.s3()).isEqualTo(new Settings.Store("https://s3.example:9000", "ak", "sk", "hn"));
        assertThat(settings.broker()).isEqualTo(new Settings.Broker("tcp://mq:61616", "bu", "bp"));
    }

    @Test
    void aRelativeFolderIsAFolderEvenWhereTheClassPathHasThatName() {
        Settings settings = bind(Map.of("SOHOA_DATA", "db", "SOHOA_INBOX", "vn", "SOHOA_ROUTES", "db"));
        assertThat(settings.data()).isEqualTo(Path.of("db").toAbsolutePath());
        assertThat(settings.inbox()).isEqualTo(Path.of("vn").toAbsolutePath());
        assertThat(settings.routes()).isEqualTo(Path.of("db").toAbsolutePath());
    }

    @Test
    void whatCannotWorkIsRefusedInBothLanguages() {
        refused("Hãy đặt SOHOA_PORT", "Set SOHOA_PORT", Map.of("SOHOA_PORT", "70000"));
        refused("SOHOA_DB_URL phải", "SOHOA_DB_URL must", Map.of("SOHOA_DB_URL", "mysql://x"));
        refused("thiếu SOHOA_DB_USER", "SOHOA_DB_USER is not", Map.of("SOHOA_DB_URL", "jdbc:postgresql://x/y"));
        refused("SOHOA_S3_URL phải", "SOHOA_S3_URL must", Map.of("SOHOA_S3_URL", "s3.example"));
        refused("SOHOA_S3_URL phải", "SOHOA_S3_URL must", Map.of("SOHOA_S3_URL", "http://s3.example/path"));
        refused("thiếu SOHOA_S3_ACCESS_KEY", "SOHOA_S3_SECRET_KEY is not", Map.of("SOHOA_S3_URL", "http://s3:80"));
        refused("poll phải dài hơn 0", "poll must be longer", Map.of("SOHOA_INTAKE_POLL", "0s"));
        refused("quiet phải không âm", "quiet must be not negative", Map.of("SOHOA_INTAKE_QUIET", "-1s"));
        refused("lease phải", "lease must", Map.of("SOHOA_SWEEP_LEASE", "0s"));
        refused("workers phải từ 0", "workers must be 0", Map.of("SOHOA_RECOGNIZER_WORKERS", "65"));
        refused("pixels phải từ 1", "pixels must be 1", Map.of("SOHOA_LIMITS_PIXELS", "80000001"));
        refused("every phải", "every must", Map.of("SOHOA_FIXITY_EVERY", "0s"));
    }

    @Test
    void whatCannotBeReadIsNamedWithWhatIsAllowed() {
        FailureAnalysis roles = analysis(Map.of("SOHOA_ROLES", "recognise"));
        assertThat(roles.getDescription()).contains("sohoa.roles", "recognise", "web, intake, split, recognize");
        assertThat(roles.getAction()).contains("sohoa.roles", "recognise", "web, intake, split, recognize");
        assertThat(analysis(Map.of("SOHOA_PORT", "eighty")).getAction()).contains("sohoa.port = eighty");
    }

    private static FailureAnalysis analysis(Map<String, String> environment) {
        Throwable failure = catchThrowable(() -> bind(environment));
        FailureAnalysis analysis = new SettingsAnalyzer().analyze(failure);
        assertThat(analysis).isNotNull();
        return analysis;
    }

    @Test
    void secretsAreNotPrinted() {
        Settings settings = bind(Map.of(
                "SOHOA_DB_URL", "jdbc:postgresql://db/sohoa",
                "SOHOA_DB_USER", "du",
                "SOHOA_DB_PASSWORD", "hidden-d",
                "SOHOA_S3_URL", "http://s3:80",
                "SOHOA_S3_ACCESS_KEY", "ak",
                "SOHOA_S3_SECRET_KEY", "hidden-s",
                "SOHOA_BROKER_PASSWORD", "hidden-b"));
        assertThat(settings.toString()).contains("jdbc:postgresql://db/sohoa").doesNotContain("hidden");
    }

    private static void refused(String vi, String en, Map<String, String> environment) {
        assertThatThrownBy(() -> bind(environment))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(vi)
                .hasMessageContaining(en);
    }

    /** As at a start: the environment before our {@code application.yaml}. */
    private static Settings bind(Map<String, String> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(environment)));
        try {
            new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        StandardEnvironment whole = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources target) {
                sources.forEach(target::addLast);
            }
        };
        ConfigurationPropertySources.attach(whole);
        return new Binder(
                        ConfigurationPropertySources.get(whole),
                        new PropertySourcesPlaceholdersResolver(whole),
                        ApplicationConversionService.getSharedInstance(),
                        editors -> editors.registerCustomEditor(Path.class, new FolderEditor()))
                .bindOrCreate("sohoa", Settings.class);
    }
}
