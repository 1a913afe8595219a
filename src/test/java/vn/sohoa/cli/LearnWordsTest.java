package vn.sohoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.QuietApplication;
import vn.sohoa.catalog.WordLessons;

@ExtendWith(QuietApplication.class)
class LearnWordsTest {
    private final WordLessons lessons;
    private final DataSource owner;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    LearnWordsTest(ConfigurableApplicationContext application, WordLessons lessons) {
        this.lessons = lessons;
        this.owner = application.getBean("owner", DataSource.class);
    }

    @AfterEach
    void quiet() {
        lessons.ask(Instant.now().plus(Duration.ofDays(30)), "");
    }

    private int run(VerifyAudit.Opener opener, String... arguments) {
        PrintStream words = new PrintStream(said, true, StandardCharsets.UTF_8);
        return LearnWords.run(List.of(arguments), words, words, opener);
    }

    private VerifyAudit.Opener opener() {
        return settings -> new VerifyAudit.Opened() {
            @Override
            public Connection connection() throws SQLException {
                return owner.getConnection();
            }

            @Override
            public boolean served() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLessonIsDueOnceItWasAskedFor() {
        assertThat(run(opener(), "--sohoa.data=/nowhere")).isZero();
        assertThat(said()).contains("trong vài phút", "within minutes", "/admin/words");
        assertThat(lessons.next().askedBy()).isEqualTo("learn-words");
        assertThat(lessons.next().at()).isBeforeOrEqualTo(Instant.now().plusSeconds(5));
    }

    @Test
    void whatItDoesNotKnowItExplains() {
        assertThat(run(opener(), "--now")).isEqualTo(2);
        assertThat(said()).contains("learn-words");
        assertThat(run(opener(), "--help")).isZero();
        assertThat(lessons.next().askedBy()).isEmpty();
    }

    @Test
    void withoutADatabaseItSaysSo() {
        assertThat(run(settings -> {
                    throw new IllegalStateException("không có cơ sở dữ liệu");
                }))
                .isEqualTo(2);
        assertThat(said()).contains("Không yêu cầu được", "cannot be asked for");
    }
}
