package vn.sohoa.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;

/** Units, accounts, the audit, the catalog and cover sheets for other systems. */
@ExtendWith(QuietApplication.class)
class AdministrationApiTest {
    private ConfigurableApplicationContext application;
    private Counter counter;
    private Caller admin;

    @BeforeEach
    void begin(ConfigurableApplicationContext running) {
        application = running;
        counter = new Papers(running).counter();
        admin = Caller.as(running, counter.unitId(), Role.UNIT_ADMIN);
    }

    @Test
    void aUnitIsMadeAndChangedByItsAdministrator() {
        String code = "don-vi-" + Ids.tail(Ids.next()).toLowerCase();
        Caller.Answer made = admin.post(
                "/api/v1/units",
                "{\"code\": \"%s\", \"name\": \"Xã Thử\", \"parent\": \"%s\"}".formatted(code, counter.unitId()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = made.header("Location");
        Caller.Answer seen = admin.get(path);
        assertThat(seen.header("ETag")).isEqualTo(made.header("ETag"));
        String facts = "{\"name\": \"Phường Thử\"}";
        assertThat(admin.send("PUT", path, facts).status()).isEqualTo(428);
        assertThat(admin.send("PUT", path, facts, "If-Match", seen.header("ETag"))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Phường Thử");
        assertThat(admin.send("PUT", path, facts, "If-Match", seen.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(admin.get("/api/v1/units").json().size()).isEqualTo(2);
        assertThat(admin.post(
                                "/api/v1/units",
                                "{\"code\": \"%s\", \"name\": \"Lại\", \"parent\": \"%s\"}"
                                        .formatted(code, counter.unitId()))
                        .code())
                .isEqualTo("unit-taken");
    }

    @Test
    void anAccountIsMadeAndLooksAfterItself() {
        String name = "nguoi-" + Ids.tail(Ids.next()).toLowerCase();
        Caller.Answer made = admin.post(
                "/api/v1/accounts",
                "{\"name\": \"%s\", \"displayName\": \"Người Thử\", \"unit\": \"%s\", \"role\": \"KEYER\"}"
                        .formatted(name, counter.unitId()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("password").asString()).isNotEmpty();
        assertThat(made.header("Cache-Control")).contains("no-store");
        String path = made.header("Location");
        String clerk = "{\"unit\": \"%s\", \"role\": \"CLERK\"}".formatted(counter.unitId());
        assertThat(admin.post(path + "/grant", clerk).json().path("roles").size())
                .isEqualTo(2);
        assertThat(admin.post(path + "/revoke", clerk).status()).isEqualTo(204);
        assertThat(admin.post(path + "/deactivate", "").json().path("active").asBoolean())
                .isFalse();
        assertThat(admin.post(path + "/activate", "").json().path("active").asBoolean())
                .isTrue();
        assertThat(admin.post(path + "/unlock", "").status()).isEqualTo(200);
        assertThat(admin.post(path + "/reset", "").json().path("password").asString())
                .isNotEqualTo(made.json().path("password").asString());
        Caller other = Caller.as(application, new Papers(application).counter().unitId(), Role.UNIT_ADMIN);
        assertThat(other.post(path + "/reset", "").status()).isEqualTo(404);
        assertThat(other.get("/api/v1/accounts").body()).doesNotContain(name);
    }

    @Test
    void theAuditIsReadInPartsAndTellsThatItWasRead() {
        anAccountIsMadeAndLooksAfterItself();
        Caller auditor = Caller.as(application, counter.unitId(), Role.AUDITOR);
        Caller.Answer first = auditor.get("/api/v1/audit?limit=2&action=ROLE_GIVEN_KEYER");
        assertThat(first.json().path("items").size()).isEqualTo(1);
        Caller.Answer part = auditor.get("/api/v1/audit?limit=2");
        assertThat(part.json().path("items").get(0).path("action").asString()).isEqualTo("AUDIT_READ");
        Caller.Answer next = auditor.get(
                "/api/v1/audit?limit=2&after=" + part.json().path("next").asString());
        assertThat(next.json().path("items").get(0).path("id").asString())
                .isLessThan(part.json().path("items").get(1).path("id").asString());
        assertThat(admin.get("/api/v1/audit").status()).isEqualTo(403);
        Caller other = Caller.as(application, new Papers(application).counter().unitId(), Role.AUDITOR);
        assertThat(other.get("/api/v1/audit").body()).contains("items").doesNotContain("ROLE_GIVEN");
    }

    @Test
    void everyoneReadsTheCatalog() {
        Caller keyer = Caller.as(application, counter.unitId(), Role.KEYER);
        assertThat(keyer.get("/api/v1/catalog/types/giay_khai_sinh")
                        .json()
                        .path("fields")
                        .size())
                .isGreaterThan(5);
        assertThat(keyer.get("/api/v1/catalog/types").json().size()).isGreaterThan(15);
        assertThat(keyer.get("/api/v1/catalog/procedures").body()).contains("1.001193");
        assertThat(keyer.get("/api/v1/catalog/types/khong_co").status()).isEqualTo(404);
    }

    @Test
    void aDossierIsCorrectedAndHasACoverSheet() {
        Caller clerk = Caller.as(application, counter.unitId(), Role.CLERK);
        Caller.Answer made = clerk.post(
                "/api/v1/dossiers",
                "{\"unit\": \"%s\", \"code\": \"000.00.01.H50-261123-%04d\", \"holderName\": \"Trần Văn Thử\"}"
                        .formatted(counter.unit().text(), System.nanoTime() % 10_000));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = made.header("Location");
        String tag = made.header("ETag");
        String facts = "{\"holderName\": \"Trần Văn Thử Lại\"}";
        assertThat(clerk.send("PUT", path, facts).status()).isEqualTo(428);
        assertThat(clerk.send("PUT", path, facts, "If-Match", "\"99\"").status())
                .isEqualTo(412);
        Caller.Answer amended = clerk.send("PUT", path, facts, "If-Match", tag);
        assertThat(amended.json().path("holderName").asString()).isEqualTo("Trần Văn Thử Lại");
        assertThat(amended.header("ETag")).isNotEqualTo(tag);
        String attachment = path + "/attachments/" + Ids.next();
        assertThat(clerk.send("PUT", attachment, "{}").status()).isEqualTo(428);
        assertThat(clerk.send("PUT", attachment, "{}", "If-Match", tag).status())
                .isEqualTo(412);
        Caller.Answer cover = clerk.get(path + "/cover");
        assertThat(cover.body()).startsWith("%PDF");
        assertThat(cover.header("Content-Type")).isEqualTo("application/pdf");
    }
}
