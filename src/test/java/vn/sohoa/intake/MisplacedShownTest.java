package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.QuietApplication;
import vn.sohoa.ops.Settings;
import vn.sohoa.web.Visitor;

@ExtendWith(QuietApplication.class)
class MisplacedShownTest {
    @Test
    void theStatusPageShowsWhatLiesWhereNoCounterTakesIt(
            Inbox inbox, Settings settings, ConfigurableApplicationContext application) throws IOException {
        Path lost = settings.inbox().resolve("<b>lạc.pdf");
        Files.writeString(lost, "%PDF-1.4");
        inbox.look().forEachRemaining(ready -> {});
        Visitor visitor = new Visitor(application);

        assertThat(visitor.page("/?lang=vi"))
                .contains("Nằm ngoài thư mục của quầy (1)")
                .contains("&lt;b&gt;lạc.pdf");
        assertThat(visitor.page("/?lang=en")).contains("folder (1)");

        Files.delete(lost);
        inbox.look().forEachRemaining(ready -> {});
        assertThat(visitor.page("/")).doesNotContain("id=\"misplaced\"");
    }
}
