package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.ConnectionFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;
import vn.sohoa.RunningApplication;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

@ExtendWith(RunningApplication.class)
class NodeTest {
    @Test
    void databaseAndStoreCarryTheSameId(HikariDataSource database, ObjectStore store) {
        String id = JdbcClient.create(database)
                .sql("select id::text from installation where store_marked")
                .query(String.class)
                .single();
        assertThat(store.bytes(Bucket.ORIGINALS, StoreIdentity.KEY, 64))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(id);
    }

    @Test
    void aMessageGoesThroughTheBrokerItBringsAlong(ConnectionFactory broker) {
        JmsTemplate jms = new JmsTemplate(broker);
        jms.setReceiveTimeout(5_000);
        jms.convertAndSend("test.node", "look");
        assertThat(jms.receiveAndConvert("test.node")).isEqualTo("look");
    }

    @Test
    void itAnswersOnThisMachine(ConfigurableApplicationContext context) throws Exception {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
    }
}
