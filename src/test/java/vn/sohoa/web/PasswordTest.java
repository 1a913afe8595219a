package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.Role;

@ExtendWith(QuietApplication.class)
class PasswordTest {
    private static final String FRESH = "Đổi rồi nhé 2@";

    private ConfigurableApplicationContext application;
    private Visitor visitor;
    private String name;
    private UUID account;

    @BeforeEach
    void begin(ConfigurableApplicationContext running) {
        application = running;
        visitor = Visitor.stranger(running);
        UUID unit = new Papers(running).counter().unitId();
        Accounts accounts = running.getBean(Accounts.class);
        name = "moi-" + Ids.tail(Ids.next());
        new TransactionTemplate(running.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            account = accounts.create(name, "Người mới", Visitor.PASSWORD);
            accounts.grant(account, unit, Role.CLERK);
        });
    }

    @Test
    void aPasswordThatSomebodyElseGaveIsChangedBeforeAnythingElse() {
        visitor.signIn(name);
        for (String path : List.of("/", "/scans", "/review")) {
            var answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/password");
        }
        var rest = visitor.get("/api/v1/scans");
        assertThat(rest.statusCode()).isEqualTo(403);
        assertThat(rest.body()).contains("\"code\":\"password-must-change\"");
        assertThat(change(Visitor.PASSWORD, FRESH).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/scans").statusCode()).isEqualTo(200);
        assertThat(audit()).containsExactly("SIGNED_IN", "PASSWORD_CHANGED");
    }

    @Test
    void badPasswordsAreRefusedWithTheReason() {
        visitor.signIn(name);
        Map<String, String> bad = Map.of(
                "Ngắn 1!",
                "ít nhất 8 ký tự",
                "không có hoa 1!",
                "phải có chữ hoa",
                "TOÀN CHỮ HOA 1!",
                "phải có chữ thường",
                "Không có số!!",
                "phải có chữ số",
                "Không đặc biệt 1",
                "phải có ký tự đặc biệt",
                "Của " + name + " 1!",
                "không được chứa tên đăng nhập",
                Visitor.PASSWORD,
                "phải khác mật khẩu hiện tại");
        bad.forEach((password, reason) -> assertThat(
                        change(Visitor.PASSWORD, password).body())
                .as(password)
                .contains(reason));
        assertThat(change("sai", FRESH).body()).contains("Mật khẩu hiện tại không đúng");
        assertThat(visitor.post("/password", "/password", "present", Visitor.PASSWORD, "fresh", FRESH, "again", "x")
                        .body())
                .contains("không giống nhau");
    }

    @Test
    void theSamePasswordTypedOnAnotherMachineIsTheSame() {
        visitor.signIn(name);
        String decomposed = java.text.Normalizer.normalize(Visitor.PASSWORD, java.text.Normalizer.Form.NFD);
        assertThat(change(decomposed, FRESH).statusCode()).isEqualTo(302);
    }

    @Test
    void otherSessionsEndWithThePassword() {
        visitor.signIn(name);
        Visitor elsewhere = Visitor.stranger(application);
        elsewhere.signIn(name);
        assertThat(elsewhere.get("/password").statusCode()).isEqualTo(200);
        change(Visitor.PASSWORD, FRESH);
        assertThat(elsewhere.get("/scans").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
        assertThat(visitor.get("/scans").statusCode()).isEqualTo(200);
    }

    @Test
    void triesToSignInCountAreOnRecordAndLock(QuietApplication.HandClock clock) {
        for (int i = 0; i < 5; i++) {
            visitor.post("/sign-in", "/sign-in", "name", name, "password", "sai " + i);
        }
        assertThat(visitor.signIn(name).headers().firstValue("Location").orElseThrow())
                .endsWith("?locked");
        assertThat(audit())
                .containsExactly(
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_LOCKED",
                        "SIGN_IN_LOCKED");
        clock.forward(java.time.Duration.ofMinutes(16));
        assertThat(visitor.signIn(name).headers().firstValue("Location").orElseThrow())
                .doesNotContain("sign-in");
    }

    @Test
    void theSessionIsAnotherAfterSigningInAndItsCookieIsForUsAlone() {
        String before =
                visitor.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(before).contains("HttpOnly").contains("SameSite=Strict");
        String after = visitor.signIn(name).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(after.substring(0, after.indexOf(';'))).isNotEqualTo(before.substring(0, before.indexOf(';')));
    }

    private java.net.http.HttpResponse<String> change(String present, String fresh) {
        return visitor.post("/password", "/password", "present", present, "fresh", fresh, "again", fresh);
    }

    private List<String> audit() {
        return JdbcClient.create(application.getBean("owner", javax.sql.DataSource.class))
                .sql("select action from audit_entry where subject_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }
}
