package vn.sohoa.ops;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.scan.Patience;

/** What the status page and the health check go by. */
@Configuration(proxyBeanMethods = false)
class Watch {
    @Bean
    Patience patience(Settings settings, Clock clock) {
        return new Patience(settings.watch().stalled(), clock.instant());
    }

    @Bean
    ZoneId officeZone(Settings settings) {
        return settings.watch().zone();
    }
}
