package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;

@ExtendWith(QuietApplication.class)
class AdministrationTest {
    private static final String NOT_YOURS = "Không thuộc đơn vị bạn quản trị";

    private ConfigurableApplicationContext application;
    private JdbcClient owner;
    private UUID unit;
    private UUID other;
    private Visitor admin;

    @BeforeEach
    void begin(ConfigurableApplicationContext running) {
        application = running;
        owner = JdbcClient.create(running.getBean("owner", javax.sql.DataSource.class));
        Papers papers = new Papers(running);
        unit = papers.counter("xa-" + Ids.tail(Ids.next()), "q1").unitId();
        other = papers.counter("phuong-" + Ids.tail(Ids.next()), "q1").unitId();
        admin = Visitor.as(running, unit, Role.UNIT_ADMIN);
    }

    private String create(String name, UUID where, Role role) {
        return admin.post(
                        "/admin/accounts",
                        "/admin/accounts",
                        "name",
                        name,
                        "displayName",
                        "Người Mới",
                        "unit",
                        where + "",
                        "role",
                        role + "")
                .body();
    }

    private UUID id(String name) {
        return application.getBean(Accounts.class).known(name).orElseThrow().id();
    }

    private String act(UUID account, String what, String... fields) {
        return admin.post("/admin/accounts", "/admin/accounts/" + account + "/" + what, fields)
                .body();
    }

    @Test
    void aNewClerkSignsInWithThePasswordThatIsShownOnce() {
        String name = "canbo-" + Ids.tail(Ids.next());
        String page = create(name, unit, Role.CLERK);
        Matcher once = Pattern.compile("id=\"first-password\">([^<]+)<").matcher(page);
        assertThat(once.find()).isTrue();
        assertThat(admin.page("/admin/accounts")).contains(name).doesNotContain(once.group(1));
        Visitor clerk = Visitor.stranger(application);
        var in = clerk.post("/sign-in", "/sign-in", "name", name, "password", once.group(1));
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("sign-in");
        assertThat(clerk.get("/scans").headers().firstValue("Location").orElse(""))
                .endsWith("/password");
        assertThat(written(id(name))).containsExactly("ACCOUNT_CREATED", "ROLE_GIVEN_CLERK", "SIGNED_IN");
        assertThat(create(name, unit, Role.CLERK)).contains("đã có người dùng");
    }

    private List<String> written(UUID subject) {
        return owner.sql("select action from audit_entry where subject_id = ? order by id")
                .param(subject)
                .query(String.class)
                .list();
    }

    @Test
    void nothingOutsideOfTheBranchIsGiven() {
        assertThat(create("x-" + Ids.tail(Ids.next()), other, Role.CLERK)).contains(NOT_YOURS);
        assertThat(create("x-" + Ids.tail(Ids.next()), Units.ROOT, Role.UNIT_ADMIN))
                .contains(NOT_YOURS);
        String stranger = Visitor.account(application, other, Role.CLERK);
        assertThat(admin.page("/admin/accounts")).doesNotContain(stranger);
        assertThat(act(id(stranger), "grant", "unit", unit + "", "role", "CLERK"))
                .contains(NOT_YOURS);
        assertThat(act(id(stranger), "reset")).contains(NOT_YOURS).doesNotContain("first-password");
    }

    @Test
    void whoeverAlsoWorksElsewhereKeepsTheirPassword() {
        String name = Visitor.account(application, unit, Role.CLERK);
        application.getBean(Accounts.class).grant(id(name), other, Role.UNIT_ADMIN);
        assertThat(act(id(name), "reset")).contains(NOT_YOURS);
        assertThat(act(id(name), "active", "on", "false")).contains(NOT_YOURS);
        assertThat(act(id(name), "revoke", "unit", other + "", "role", "UNIT_ADMIN"))
                .contains(NOT_YOURS);
        assertThat(act(id(name), "revoke", "unit", unit + "", "role", "CLERK")).contains("Đã thu hồi vai trò");
    }

    @Test
    void whoIsShutOutIsOutAtOnce() {
        String name = Visitor.account(application, unit, Role.CLERK);
        Visitor clerk = Visitor.stranger(application);
        clerk.signIn(name);
        assertThat(clerk.get("/scans").statusCode()).isEqualTo(200);
        act(id(name), "active", "on", "false");
        assertThat(clerk.get("/scans").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
    }

    @Test
    void theLastAdministratorOfTheWholeStays() {
        Visitor root = new Visitor(application);
        List<UUID> others = owner.sql("""
                        select r.account_id from account_role r join account a on a.id = r.account_id
                        where r.unit_id = ? and r.role = 'UNIT_ADMIN' and a.active and a.name <> ?""")
                .param(Units.ROOT)
                .param(root.name())
                .query(UUID.class)
                .list();
        owner.sql("update account set active = false where id in (:ids)")
                .param("ids", others)
                .update();
        try {
            UUID last = id(root.name());
            for (String[] act :
                    new String[][] {{"active", "on", "false"}, {"revoke", "unit", Units.ROOT + "", "role", "UNIT_ADMIN"}
                    }) {
                String[] fields = java.util.Arrays.copyOfRange(act, 1, act.length);
                assertThat(root.post("/admin/accounts", "/admin/accounts/" + last + "/" + act[0], fields)
                                .body())
                        .contains("Phải còn ít nhất một quản trị");
            }
            assertThat(root.get("/admin/accounts").statusCode()).isEqualTo(200);
        } finally {
            owner.sql("update account set active = true where id in (:ids)")
                    .param("ids", others)
                    .update();
        }
    }

    @Test
    void unitsAndCountersOfTheBranchAreKept() {
        String code = "thon-" + Ids.tail(Ids.next());
        assertThat(admin.post("/admin/units", "/admin/units", "code", code, "name", "Thôn Mới", "parent", unit + "")
                        .body())
                .contains("Đã tạo đơn vị");
        String page = admin.page("/admin/units");
        assertThat(page).contains(code).contains("Thôn Mới");
        UUID made = owner.sql("select id from unit where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
        assertThat(admin.post("/admin/units", "/admin/units/" + made + "/counters", "code", "quay-1", "quiet", "9")
                        .body())
                .contains(code + "/quay-1/");
        assertThat(admin.post("/admin/units", "/admin/units/" + unit, "name", "Xã", "parent", made + "")
                        .body())
                .contains("chính nó");
        assertThat(admin.post("/admin/units", "/admin/units", "code", "y" + code, "name", "Y", "parent", other + "")
                        .body())
                .contains(NOT_YOURS);
    }

    @Test
    void auditorsReadWhatWasDoneInTheirUnitsAndThatIsWrittenToo() {
        String name = "canbo-" + Ids.tail(Ids.next());
        create(name, unit, Role.CLERK);
        Visitor auditor = Visitor.as(application, unit, Role.AUDITOR);
        assertThat(auditor.page("/audit?subject=" + id(name)))
                .contains("ACCOUNT_CREATED")
                .contains(admin.name());
        assertThat(Visitor.as(application, other, Role.AUDITOR).page("/audit?subject=" + id(name)))
                .doesNotContain("ACCOUNT_CREATED");
        assertThat(auditor.page("/audit?action=AUDIT_READ&day=2001-01-01")).contains("Không có dòng nào như vậy");
        assertThat(auditor.page("/audit?action=AUDIT_READ&actor=" + auditor.name()))
                .contains("AUDIT_READ");
    }
}
