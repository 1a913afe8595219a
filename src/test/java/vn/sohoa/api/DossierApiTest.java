package vn.sohoa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;

/** Dossiers for other systems. */
@ExtendWith(QuietApplication.class)
class DossierApiTest {
    private static final String[] FOR = {"X-Purpose", "kiem-thu"};
    private static final String LIST = """
            [{"MaHoSo": "000.00.18.H23-230215-0012", "MaTTHC": "1.001193", "ChuHoSo": "Bùi Thị Mẫu",
              "SoGiayToChuHoSo": "030185000123"},
             {"MaHoSo": "H23.18-230215-0013", "ChuHoSo": ""}]""";

    private Counter counter;
    private Caller desk;
    private Caller stranger;

    @BeforeEach
    void call(ConfigurableApplicationContext application) {
        Papers papers = new Papers(application);
        counter = papers.counter();
        desk = Caller.as(application, counter.unitId(), Role.CLERK);
        stranger = Caller.as(application, papers.counter().unitId(), Role.CLERK);
    }

    @Test
    void aListIsEnteredAndItsWrongRowsAreTold() {
        Caller.Answer entered = desk.post("/api/v1/dossiers/import?unit=" + counter.unit(), LIST);
        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.json().path("added").asInt()).isEqualTo(1);
        assertThat(entered.json().path("errors").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(entered.json().path("errors").get(0).path("column").asString())
                .isEqualTo("ChuHoSo");
        Caller.Answer again = desk.post("/api/v1/dossiers/import?unit=" + counter.unit(), LIST);
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void aDossierIsFoundInEitherFormAndByItsHolderForAPurpose() {
        desk.post("/api/v1/dossiers/import?unit=" + counter.unit(), LIST);
        assertThat(desk.get("/api/v1/dossiers").code()).isEqualTo("purpose-missing");
        Caller.Answer found = desk.get("/api/v1/dossiers?code=H23.18-230215-0012", FOR);
        assertThat(found.json().path("items").get(0).path("code").asString()).isEqualTo("000.00.18.H23-230215-0012");
        Caller.Answer holder = desk.post("/api/v1/dossiers/search", "{\"holderNumber\": \"030185000123\"}", FOR);
        assertThat(holder.json().path("items").size()).isEqualTo(1);
        String id = holder.json().path("items").get(0).path("id").asString();
        Caller.Answer checklist = desk.get("/api/v1/dossiers/" + id + "/checklist");
        assertThat(checklist.body()).contains("MISSING").contains("MUST_NOT_ASK");
    }

    @Test
    void aDossierIsOpenedByHandOnceAndOfTheCallersUnitOnly() {
        String given = """
                {"unit": "%s", "code": "H23.18-230215-0014", "procedure": "2.000815", "holderName": "Bùi Văn Mẫu"}""".formatted(counter.unit());
        Caller.Answer opened = desk.post("/api/v1/dossiers", given);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(desk.post("/api/v1/dossiers", given).status()).isEqualTo(409);
        assertThat(stranger.post("/api/v1/dossiers", given).status()).isEqualTo(404);
        String id = opened.json().path("id").asString();
        assertThat(stranger.get("/api/v1/dossiers/" + id, FOR).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/dossiers", FOR).json().path("items").size())
                .isZero();
        assertThat(desk.post("/api/v1/dossiers", given.replace("H23.18-230215-0014", "?"))
                        .code())
                .isEqualTo("invalid");
    }

    @Test
    void whatIsNotThereIsNotTold() {
        assertThat(desk.get("/api/v1/dossiers/" + UUID.randomUUID() + "/attachments")
                        .status())
                .isEqualTo(404);
    }
}
