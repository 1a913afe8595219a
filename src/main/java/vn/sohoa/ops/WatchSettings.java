package vn.sohoa.ops;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the work is watched; part of {@link Settings}.
 *
 * @param stalled work that lies in a stage for longer than this while the stage finishes nothing is called stalled
 * @param zone where the office is: its days begin and end there
 */
record WatchSettings(
        @DefaultValue("2m") Duration stalled,
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {
    WatchSettings {
        if (stalled.isNegative() || stalled.isZero()) {
            throw new StartRefused(
                    "sohoa.watch.stalled phải lớn hơn 0 (đang là " + stalled + ").",
                    "sohoa.watch.stalled must be longer than nothing (it is " + stalled + ").");
        }
    }
}
