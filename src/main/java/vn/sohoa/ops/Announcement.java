package vn.sohoa.ops;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Faults;

/** Says on standard output that the node is ready, and where: for people and for {@code infra/run.sh}. */
@Component
final class Announcement implements ApplicationListener<ApplicationReadyEvent> {
    private final Settings settings;

    Announcement(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            if (Faults.armed()) {
                System.out.println(
                        "CẢNH BÁO / WARNING: công tắc lỗi của bài thử đang bật, dịch vụ sẽ tự dừng hoặc tự lỗi. | "
                                + "the fault switch of the tests is on, the service will stop or fail by itself.");
            }
            System.out.printf("inbox: %s%n", settings.inbox());
            System.out.printf(
                    "sohoa: http://127.0.0.1:%d/%n", web.getWebServer().getPort());
        }
    }
}
