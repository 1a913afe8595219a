package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.sohoa.common.Failure;
import vn.sohoa.common.ReasonCode;

/** Whose fault it is. */
class EdgeTest {
    @Test
    void aFullDiskUnderALibraryIsNotThePapersFault() {
        assertThatThrownBy(() -> Edge.page("page 1", () -> {
                    throw new IOException("wrapped", new IOException("No space left on device"));
                }))
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        e -> assertThat(e.reason().code()).isEqualTo(ReasonCode.DISK_FULL));
        assertThatThrownBy(() -> Edge.page("page 1", () -> {
                    throw new IOException("a broken paper, at /a/place/of/ours");
                }))
                .isInstanceOfSatisfying(
                        Failure.BadInput.class,
                        e -> assertThat(e.reason().detail()).doesNotContain("/a/place"));
    }
}
