package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.HandClock;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Failure.Unavailable;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.web.Visitor;

@ExtendWith(QuietApplication.class)
class PauseShownTest {
    @Test
    void theStatusPageTellsThatIntakePausesAndThatItGoesOn(
            FreeSpace space, ConfigurableApplicationContext application) {
        Visitor visitor = new Visitor(application);
        assertThatThrownBy(() -> space.require(1L << 55)).isInstanceOf(Unavailable.class);
        assertThat(visitor.page("/?lang=vi"))
                .contains("Đang tạm dừng nhận tệp.")
                .contains("Không đủ chỗ trống trên đĩa");
        assertThat(visitor.page("/?lang=en"))
                .contains("Files are not being taken")
                .contains("Not enough free disk");
        space.require(0);
        assertThat(visitor.page("/")).doesNotContain("id=\"pause\"");
    }

    @Test
    void theStatusPageTellsWhatIntakeWaitsFor(Pause pause, ConfigurableApplicationContext application) {
        Visitor visitor = new Visitor(application);
        pause.because(Reason.of(ReasonCode.STORE_UNAVAILABLE, "503"));
        assertThat(visitor.page("/?lang=vi")).contains("id=\"pause\"").contains("Kho lưu trữ chưa sẵn sàng");
        assertThat(visitor.page("/?lang=en")).contains("The object store is not available");
        pause.over();
        assertThat(visitor.page("/")).doesNotContain("id=\"pause\"");
    }

    @Test
    void whatNobodyTriesAnyMoreIsNoPause() {
        HandClock clock = new HandClock();
        Pause pause = new Pause(clock);
        pause.because(Reason.of(ReasonCode.STORE_UNAVAILABLE, "503"));
        assertThat(pause.reason()).isPresent();
        clock.pass(Duration.ofMinutes(6));
        assertThat(pause.reason()).isEmpty();
    }
}
