package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.catalog.WordLessons;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;

@ExtendWith(QuietApplication.class)
class WordModelScreenTest {
    private final ConfigurableApplicationContext application;
    private final WordModels models;
    private final WordLessons lessons;
    private final JdbcClient owner;
    private final int packed;

    WordModelScreenTest(ConfigurableApplicationContext application, WordModels models, WordLessons lessons) {
        this.application = application;
        this.models = models;
        this.lessons = lessons;
        this.owner = JdbcClient.create(application.getBean("owner", javax.sql.DataSource.class));
        this.packed = models.inForce().orElseThrow().number();
    }

    @AfterEach
    void quiet() {
        owner.sql("update word_lesson set due_at = now() + interval '30 days', asked_by = ''")
                .update();
    }

    @Test
    void everybodySeesWhatTheModelInForceLearnedFromAndHowWellItDid() {
        UUID unit = new Papers(application).counter().unitId();
        String page = Visitor.as(application, unit, Role.CLERK).page("/certainty");
        assertThat(page)
                .contains("Mô hình số " + packed, "680 giấy mẫu kèm phần mềm", "Giấy chứng sinh")
                .doesNotContain("giay_chung_sinh");
    }

    @Test
    void whoAdministersAllUnitsDecidesAndAsks() {
        Visitor admin = Visitor.as(application, Units.ROOT, Role.UNIT_ADMIN);
        assertThat(admin.page("/admin/words")).contains("Đang dùng", "Học mô hình mới ngay");
        assertThat(admin.post("/admin/words", "/admin/words").body())
                .contains("Đã ghi nhận", "Đang chờ học mô hình mới");
        assertThat(lessons.next().askedBy()).isNotEmpty();
        assertThat(admin.post("/admin/words", "/admin/words/" + packed).body()).contains("Từ nay mô hình này");
        assertThat(admin.post("/admin/words", "/admin/words/9999").body()).contains("Không có mô hình này");
        assertThat(written()).containsSubsequence("WORD_MODEL_ASKED_FOR", "WORD_MODEL_PUT_IN_FORCE");
    }

    private List<String> written() {
        return owner.sql("select action from audit_entry where subject_kind = 'WORD_MODEL' order by id")
                .query(String.class)
                .list();
    }

    @Test
    void whoAdministersOneUnitOnlyLooks() {
        UUID unit = new Papers(application).counter().unitId();
        Visitor admin = Visitor.as(application, unit, Role.UNIT_ADMIN);
        assertThat(admin.page("/admin/words")).contains("Đang dùng").doesNotContain("Học mô hình mới ngay");
        assertThat(admin.post("/admin/accounts", "/admin/words").body()).contains("Không thuộc đơn vị bạn quản trị");
        assertThat(admin.post("/admin/accounts", "/admin/words/" + packed).body())
                .contains("Không thuộc đơn vị bạn quản trị");
        assertThat(lessons.next().askedBy()).isEmpty();
    }
}
