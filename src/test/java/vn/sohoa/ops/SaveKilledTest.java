package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.RunningApplication;
import vn.sohoa.keying.Books;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.web.Visitor;

/** A node is killed while a clerk and a keyer save one field after the other: each loses at most the field being typed. */
@Timeout(300)
class SaveKilledTest {
    private static final int KILLS = 1;
    private static final int SHORTEST = 300;
    private static final int LONGEST = 1_200;
    /** Long values: half of one would be seen. */
    private static final String FILLING = " Nguyễn Thị Hường".repeat(90);

    private static final List<String> FIELDS =
            List.of("ho_ten", "ngay_sinh", "gioi_tinh", "noi_sinh", "que_quan", "dan_toc", "quoc_tich");
    private static final List<String> UNSAID = List.of(
            "so",
            "quyen_so",
            "so_dinh_danh",
            "ho_ten_me",
            "nam_sinh_me",
            "ho_ten_cha",
            "nam_sinh_cha",
            "noi_dang_ky",
            "ngay_dang_ky",
            "nguoi_ky");
    private static final List<String> COLUMNS =
            List.of("nksHoTen", "noiDangKy", "nksNoiSinh", "nksQueQuan", "meHoTen", "chaHoTen");
    private static final Pattern VERSION = Pattern.compile("data-version=\"(\\d+)\"");
    private static final Pattern RAISED = Pattern.compile("\"version\":(\\d+)");
    private static final Pattern KEYING = Pattern.compile("data-base=\"(/keying/[^\"]+)\"");
    private static final Pattern DRAFT = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final Path data = RunningApplication.newFolder();
    private final Random random = new Random();
    private UUID document;
    private String clerk;
    private String keyer;

    @AfterEach
    void clear() throws Exception {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void aKillInTheMiddleOfASaveLosesAtMostTheFieldBeingTyped() throws Exception {
        prepare();
        Hand reviewing = new Hand();
        Hand keying = new Hand();
        for (int kill = 0; kill < KILLS; kill++) {
            try (NodeProcess node = start()) {
                assertNothingIsLost(reviewing, keying);
                killWhileBothSave(node, reviewing, keying);
            }
        }
        try (NodeProcess node = start()) {
            Visitor lan = signedIn(node, clerk);
            assertNothingIsLost(reviewing, keying);
            finish(lan);
            goOnKeying(signedIn(node, keyer));
        }
    }

    private void assertNothingIsLost(Hand reviewing, Hand keying) {
        reviewing.hasLostNothing(kept("select code, said from field where document_id = '" + document
                + "' and said is not null and said_by = '" + clerk + "'"));
        keying.hasLostNothing(kept("select a.key, a.value->>'text' from keying k, jsonb_each(k.answers) a"));
    }

    private NodeProcess start() throws Exception {
        return NodeProcess.start(data, Map.of(), "sohoa.roles=web").awaitReady();
    }

    /** A paper that waits for a clerk, a page that waits for a keyer, and both persons. */
    private void prepare() {
        try (ConfigurableApplicationContext application = QuietApplication.start(data)) {
            Papers papers = new Papers(application);
            Counter counter = papers.counter("ub-01", "quay-1");
            document = papers.birth(counter, "Nguyễn Thị Hường");
            papers.gathered(
                    papers.counter("ub-01", Books.COUNTER.text()), "KS.2007.01", "001.jpg", "SỔ ĐĂNG KÝ KHAI SINH");
            application.getBean(Books.class).round();
            clerk = Visitor.account(application, counter.unitId(), Role.CLERK);
            keyer = Visitor.account(application, counter.unitId(), Role.KEYER);
        }
    }

    private void killWhileBothSave(NodeProcess node, Hand reviewing, Hand keying) throws Exception {
        Visitor lan = signedIn(node, clerk);
        Visitor kinh = signedIn(node, keyer);
        String review = "/review/" + document;
        String sheet = lan.page(review);
        String csrf = lan.token(review);
        String task = kinh.page("/keying");
        String base = found(KEYING, task);
        String other = kinh.token("/keying");
        Thread first = new Thread(() -> reviewing.type(FIELDS, found(VERSION, sheet), (field, version, value) -> answer(
                        lan, review + "/fields/" + field, csrf, "version", version, "word", "CORRECT", "value", value)
                .map(body -> found(RAISED, body))));
        Thread second = new Thread(() -> keying.type(
                COLUMNS,
                found(DRAFT, task),
                (field, version, value) -> answer(
                        kinh,
                        base + "/field",
                        other,
                        "version",
                        version,
                        "column",
                        field,
                        "kind",
                        "VALUE",
                        "text",
                        value)));
        int before = reviewing.saves + keying.saves;
        first.start();
        second.start();
        Thread.sleep(SHORTEST + random.nextInt(LONGEST - SHORTEST));
        node.kill();
        first.join();
        second.join();
        assertThat(reviewing.refused + keying.refused).as("what was refused").isEmpty();
        assertThat(reviewing.saves + keying.saves).as("saves before the kill").isGreaterThan(before + 1);
    }

    /** What one person typed, and what of it the service has said that it keeps. */
    private static final class Hand {
        private final Map<String, String> answered = new ConcurrentHashMap<>();
        private String field = "";
        private String underWay = "";
        private volatile int saves;
        private volatile String refused = "";

        interface Save {
            /** The version for the next save; empty when it was never answered. */
            Optional<String> say(String field, String version, String value);
        }

        /** Types on until nobody answers any more. */
        void type(List<String> fields, String first, Save save) {
            String version = first;
            try {
                for (int n = 0; ; n++) {
                    field = fields.get(n % fields.size());
                    underWay = "lần " + saves + FILLING + " hết";
                    Optional<String> next = save.say(field, version, underWay);
                    if (next.isEmpty()) {
                        return;
                    }
                    version = next.get();
                    answered.put(field, underWay);
                    saves++;
                }
            } catch (AssertionError e) {
                refused = e.getMessage();
            }
        }

        void hasLostNothing(Map<String, String> kept) {
            answered.forEach((name, value) -> {
                if (name.equals(field)) {
                    assertThat(kept.get(name)).as(name + ", under way").isIn(value, underWay);
                } else {
                    assertThat(kept.get(name)).as(name).isEqualTo(value);
                }
            });
            kept.forEach((name, value) -> {
                if (!answered.containsKey(name)) {
                    assertThat(name).as("a field that nobody was told is kept").isEqualTo(field);
                    assertThat(value).isEqualTo(underWay);
                }
            });
            answered.putAll(kept);
        }
    }

    /** The same person gets the same paper again, answers what is open, and is done with it. */
    private void finish(Visitor lan) {
        String review = "/review/" + document;
        HttpResponse<String> next = lan.post("/review", "/review/next");
        assertThat(next.headers().firstValue("Location").orElse("")).endsWith(review);
        String csrf = lan.token(review);
        String version = found(VERSION, lan.page(review));
        for (String field : FIELDS) {
            String value = field.equals("ngay_sinh") ? "05/11/1992" : "Nữ";
            version = answer(
                            lan,
                            review + "/fields/" + field,
                            csrf,
                            "version",
                            version,
                            "word",
                            "CORRECT",
                            "value",
                            value)
                    .map(body -> found(RAISED, body))
                    .orElseThrow();
        }
        for (String field : UNSAID) {
            version = answer(lan, review + "/fields/" + field, csrf, "version", version, "word", "ABSENT")
                    .map(body -> found(RAISED, body))
                    .orElseThrow();
        }
        answer(lan, review + "/confirm", csrf, "version", version).orElseThrow();
        assertThat(kept("select id, state from document")).containsEntry(document.toString(), "CONFIRMED");
    }

    private void goOnKeying(Visitor kinh) {
        String task = kinh.page("/keying");
        assertThat(task).contains(" hết");
        answer(
                        kinh,
                        found(KEYING, task) + "/field",
                        kinh.token("/keying"),
                        "version",
                        found(DRAFT, task),
                        "column",
                        "nguoiKy",
                        "kind",
                        "VALUE",
                        "text",
                        "Trần Văn Tưởng Tượng")
                .orElseThrow();
    }

    private static Visitor signedIn(NodeProcess node, String name) {
        Visitor visitor = Visitor.at(node.base());
        visitor.signIn(name);
        return visitor;
    }

    /** What was answered; empty when the service died over it. */
    private static Optional<String> answer(Visitor visitor, String path, String csrf, String... fields) {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(csrf));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        HttpResponse<String> answer;
        try {
            answer = visitor.send(HttpRequest.newBuilder(URI.create(visitor.base() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body.toString())));
        } catch (java.io.UncheckedIOException e) {
            return Optional.empty();
        }
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        return Optional.of(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    /** Two columns of the database, as its owner sees them. */
    private Map<String, String> kept(String sql) {
        Map<String, String> kept = new java.util.TreeMap<>();
        try (OwnerDatabase database = OwnerDatabase.open(List.of("--sohoa.data=" + data));
                var connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                kept.put(rows.getString(1), rows.getString(2));
            }
            return kept;
        } catch (java.sql.SQLException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
