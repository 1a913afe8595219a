package vn.sohoa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.QuietApplication;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;
import vn.sohoa.web.Visitor;

/**
 * The contract that others build upon is a file, so that nobody changes it without noticing. To renew it: {@code mvn
 * test -Dtest=ContractTest -Dsohoa.openapi.write=true}.
 */
@ExtendWith(QuietApplication.class)
class ContractTest {
    private static final Path FILE = Path.of("docs", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void theContractIsTheOneThatIsCheckedIn(ConfigurableApplicationContext application) throws IOException {
        String now = sorted(Visitor.as(application, Units.ROOT, Role.CLERK).page("/v3/api-docs"));
        if (Boolean.getBoolean("sohoa.openapi.write")) {
            Files.writeString(FILE, now);
        }
        assertThat(now)
                .as("docs/openapi.json; renew it with -Dsohoa.openapi.write=true")
                .isEqualTo(Files.readString(FILE));
    }

    @Test
    void readersNeedAPurposeByContract(ConfigurableApplicationContext application) {
        assertThat(Visitor.as(application, Units.ROOT, Role.CLERK).page("/v3/api-docs"))
                .contains("\"X-Purpose\"")
                .contains("/api/v1/scans/{id}/documents")
                .doesNotContain("\"Person\"");
    }

    @SuppressWarnings("unchecked")
    private static String sorted(String contract) {
        Map<String, Object> tree = JSON.readValue(contract, TreeMap.class);
        tree.remove("servers");
        return JSON.writeValueAsString(tree) + "\n";
    }
}
