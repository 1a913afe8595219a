package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Ids;
import vn.sohoa.dossier.DossierLine;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.organization.Clients;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.web.Visitor;

/** Every handler of the application × every role × own and other unit. A handler without a line here fails. */
@ExtendWith(QuietApplication.class)
class DoorsTest {
    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> DESK = EnumSet.of(Role.CLERK, Role.UNIT_ADMIN);
    private static final Set<Role> CLERK = EnumSet.of(Role.CLERK);
    private static final Set<Role> KEYER = EnumSet.of(Role.KEYER);
    private static final Set<Role> ARBITER = EnumSet.of(Role.ARBITER);
    private static final Set<Role> ADMIN = EnumSet.of(Role.UNIT_ADMIN);
    private static final String NOT_YOURS = "Không thuộc đơn vị bạn quản trị";

    /** What a stranger of the right role from another unit is told of a row. */
    private enum Elsewhere {
        /** The handler shows no single row. */
        SAME,
        /** As if it were not there. */
        MISSING,
        /** The page says that it is not theirs. */
        REFUSED,
        /** Asked with an id that nobody has. */
        ROLE_ONLY
    }

    /**
     * @param of whose id stands for {@code {id}}: a key of {@link #things}
     * @param parameters that make the handler reach the row
     */
    private record Line(String endpoint, Set<Role> roles, String of, Elsewhere elsewhere, String parameters) {}

    /** Open without signing in. */
    private static final Set<String> OPEN = Set.of("GET /sign-in", "POST /oauth2/token", " /error");

    /** One line an endpoint: who may, whose row it is about, what others are told. */
    private static final List<Line> LINES = List.of(
            any("GET /", EVERYONE),
            any("GET /status", EVERYONE),
            any("GET /password", EVERYONE),
            any("POST /password", EVERYONE),
            any("GET /certainty", EVERYONE),
            any("GET /scans", DESK),
            row("GET /scans/{id}", DESK, "scan"),
            row("GET /scans/{id}/standing", DESK, "scan", "known=x"),
            row("GET /scans/{id}/original", DESK, "scan"),
            row("GET /pages/{id}/image", DESK, "page"),
            row("GET /documents/{id}/file", DESK, "document"),
            any("GET /dossiers", DESK),
            any("POST /dossiers", DESK),
            any("GET /dossiers/new", DESK),
            any("POST /dossiers/new", DESK),
            row("GET /dossiers/{id}", DESK, "dossier"),
            row("GET /dossiers/{id}/cover", DESK, "dossier"),
            row("GET /dossiers/{id}/edit", DESK, "dossier"),
            row("POST /dossiers/{id}/edit", DESK, "dossier", "version=99"),
            role("POST /dossiers/{id}/place", DESK),
            role("POST /dossiers/{id}/detach", DESK),
            row("POST /dossiers/{id}/state", DESK, "dossier", "to=OPEN"),
            any("GET /review", CLERK),
            any("POST /review/next", CLERK),
            row("POST /review/again/documents/{id}", CLERK, "sheet"),
            row("POST /review/again/pages/{id}", CLERK, "page"),
            row("POST /review/again/scans/{id}", CLERK, "scan"),
            row("GET /review/{id}", CLERK, "sheet"),
            row("GET /review/{id}/standing", CLERK, "sheet"),
            row("GET /review/{id}/fields/{code}/snippet", CLERK, "sheet"),
            row("GET /review/{id}/pages/{pageId}/thumb", CLERK, "sheet"),
            row("POST /review/{id}/alive", CLERK, "sheet"),
            row("POST /review/{id}/leave", CLERK, "sheet"),
            row("POST /review/{id}/fields/{code}", CLERK, "sheet", "version=99&word=ACCEPT"),
            row("POST /review/{id}/type", CLERK, "sheet", "version=99&type=don_de_nghi"),
            row("POST /review/{id}/dossier", CLERK, "sheet", "version=99&code=H26.33.97-261123-0001"),
            row("POST /review/{id}/turn", CLERK, "sheet", "version=99&quarters=1&page={unit}"),
            row("POST /review/{id}/split", CLERK, "sheet", "version=99&page={unit}"),
            row("POST /review/{id}/join", CLERK, "sheet", "version=99&next=true"),
            row("POST /review/{id}/send-back", CLERK, "sheet", "version=99&reason=OTHER"),
            row("POST /review/{id}/discard", CLERK, "sheet", "version=99&reason=OTHER"),
            row("POST /review/{id}/confirm", CLERK, "sheet", "version=99"),
            any("GET /papers", CLERK),
            any("POST /papers", CLERK),
            row("GET /papers/{id}", CLERK, "paper"),
            row("POST /papers/{id}", CLERK, "paper", "purpose=thu"),
            row("POST /papers/{id}/file", CLERK, "paper", "purpose=thu"),
            row("POST /papers/{id}/data", CLERK, "paper", "purpose=thu"),
            any("GET /api/v1/review/queue", CLERK),
            any("POST /api/v1/review/next", CLERK),
            row("GET /api/v1/documents/{id}", CLERK, "sheet"),
            row("PUT /api/v1/documents/{id}/fields/{code}", CLERK, "sheet", "{'word': 'ACCEPT'}"),
            row("POST /api/v1/documents/{id}/type", CLERK, "sheet", "{'type': 'don_de_nghi'}"),
            row("POST /api/v1/documents/{id}/dossier", CLERK, "sheet", "{'code': 'H26.33.97-261123-0001'}"),
            row("POST /api/v1/documents/{id}/confirm", CLERK, "sheet", ""),
            row("POST /api/v1/documents/{id}/send-back", CLERK, "sheet", "{'reason': 'RESCAN_OTHER'}"),
            row("POST /api/v1/documents/{id}/discard", CLERK, "sheet", "{'reason': 'DISCARD_OTHER'}"),
            any("POST /api/v1/papers/search", CLERK),
            row("GET /api/v1/papers/{id}", CLERK, "paper"),
            row("GET /api/v1/papers/{id}/file", CLERK, "paper"),
            any("GET /audit", EnumSet.of(Role.AUDITOR)),
            any("GET /admin/accounts", ADMIN),
            any("POST /admin/accounts", ADMIN),
            admin("POST /admin/accounts/{id}/grant", "account", "unit={unit}&role=CLERK"),
            admin("POST /admin/accounts/{id}/revoke", "account", "unit={unit}&role=KEYER"),
            admin("POST /admin/accounts/{id}/active", "account", "on=true"),
            admin("POST /admin/accounts/{id}/unlock", "account", ""),
            admin("POST /admin/accounts/{id}/reset", "account", ""),
            any("GET /admin/units", ADMIN),
            any("POST /admin/units", ADMIN),
            admin("POST /admin/units/{id}", "unit", "name=Ten"),
            admin("POST /admin/units/{id}/succession", "unit", "successor={unit}&at=2026-01-01"),
            admin("POST /admin/units/{id}/counters", "unit", "code=q9"),
            any("GET /admin/clients", ADMIN),
            any("POST /admin/clients", ADMIN),
            admin("POST /admin/clients/{id}/renew", "client", ""),
            admin("POST /admin/clients/{id}/deactivate", "client", ""),
            any("GET /admin/words", ADMIN),
            role("POST /admin/words", ADMIN), // and of these only those of all units
            role("POST /admin/words/{number}", ADMIN),
            any("GET /v3/api-docs", EVERYONE),
            any("GET /v3/api-docs.yaml", EVERYONE),
            any("GET /api-docs", EVERYONE),
            any("GET /api/v1/dossiers", DESK),
            any("POST /api/v1/dossiers", DESK),
            any("POST /api/v1/dossiers/search", DESK),
            any("POST /api/v1/dossiers/import", DESK),
            row("GET /api/v1/dossiers/{id}", DESK, "dossier"),
            row("GET /api/v1/dossiers/{id}/attachments", DESK, "dossier"),
            row("GET /api/v1/dossiers/{id}/checklist", DESK, "dossier"),
            row("PUT /api/v1/dossiers/{id}/attachments/{document}", DESK, "dossier"),
            row("DELETE /api/v1/dossiers/{id}/attachments/{document}", DESK, "dossier"),
            any("GET /api/v1/books", DESK),
            any("GET /books", DESK),
            any("GET /keying", KEYER),
            any("GET /keying/decide", ARBITER),
            row("GET /api/v1/books/{id}", DESK, "book"),
            role("GET /api/v1/books/{id}/deliveries/{delivery}", DESK),
            role("GET /api/v1/books/{id}/deliveries/{delivery}/{file:xlsx|zip}", DESK),
            row("POST /api/v1/books/{id}/deliveries", DESK, "book"),
            row(
                    "PUT /api/v1/books/{id}",
                    DESK,
                    "book",
                    "{'kind': 'KS', 'years': '2007', 'number': '01', 'casesAPage': 1}"),
            row("GET /books/{id}", DESK, "book"),
            role("GET /books/{id}/deliveries/{delivery}/{file:xlsx|zip}", DESK),
            role("GET /books/{id}/pages/{page}/image", DESK),
            role("POST /books/{id}/deliver", DESK),
            role("POST /books/{id}/facts", DESK),
            role("POST /books/{id}/pages/{page}/aside", DESK),
            role("POST /books/{id}/pages/{page}/number", DESK),
            role("GET /keying/decide/{id}/image", ARBITER),
            role("POST /keying/decide/{id}", ARBITER),
            role("POST /keying/decide/{id}/beat", ARBITER),
            role("POST /keying/decide/{id}/none", ARBITER),
            role("GET /keying/{id}/image", KEYER),
            role("POST /keying/{id}/beat", KEYER),
            role("POST /keying/{id}/done", KEYER),
            role("POST /keying/{id}/field", KEYER),
            role("POST /keying/{id}/more", KEYER),
            role("POST /keying/{id}/none", KEYER),
            role("POST /keying/{id}/release", KEYER),
            row("POST /api/v1/documents/{id}/turn", CLERK, "sheet", "{'page': '{unit}', 'quarters': 1}"),
            row("POST /api/v1/documents/{id}/split", CLERK, "sheet", "{'page': '{unit}'}"),
            row("POST /api/v1/documents/{id}/join", CLERK, "sheet", "{'next': true}"),
            row("DELETE /api/v1/review/{document}", CLERK, "sheet"),
            row("GET /api/v1/dossiers/{id}/cover", DESK, "dossier"),
            row("PUT /api/v1/dossiers/{id}", DESK, "dossier", "{'holderName': 'Thử'}"),
            any("GET /api/v1/audit", EnumSet.of(Role.AUDITOR)),
            any("GET /api/v1/catalog/types", EVERYONE),
            any("GET /api/v1/catalog/procedures", EVERYONE),
            role("GET /api/v1/catalog/types/{code}", EVERYONE),
            any("GET /api/v1/units", ADMIN),
            any("POST /api/v1/units", ADMIN),
            row("GET /api/v1/units/{id}", ADMIN, "unit"),
            row("PUT /api/v1/units/{id}", ADMIN, "unit", "{'name': 'Thử'}"),
            any("GET /api/v1/accounts", ADMIN),
            any("POST /api/v1/accounts", ADMIN),
            row("GET /api/v1/accounts/{id}", ADMIN, "account"),
            row("POST /api/v1/accounts/{id}/grant", ADMIN, "account", "{'unit': '{unit}', 'role': 'KEYER'}"),
            row("POST /api/v1/accounts/{id}/revoke", ADMIN, "account", "{'unit': '{unit}', 'role': 'CLERK'}"),
            row("POST /api/v1/accounts/{id}/activate", ADMIN, "account"),
            row("POST /api/v1/accounts/{id}/deactivate", ADMIN, "account"),
            row("POST /api/v1/accounts/{id}/unlock", ADMIN, "account"),
            row("POST /api/v1/accounts/{id}/reset", ADMIN, "account"),
            row("GET /api/v1/pages/{id}/image", DESK, "page"),
            any("POST /api/v1/keying/next", KEYER),
            role("GET /api/v1/keying/{id}/image", KEYER),
            row("PUT /api/v1/keying/{id}/fields/{column}", KEYER, "keying", "{'kind': 'ABSENT'}"),
            row("POST /api/v1/keying/{id}/done", KEYER, "keying", "{'answers': {}}"),
            row("POST /api/v1/keying/{id}/no-case", KEYER, "keying"),
            row("POST /api/v1/keying/{id}/one-more", KEYER, "keying"),
            row("POST /api/v1/keying/{id}/alive", KEYER, "keying"),
            row("POST /api/v1/keying/{id}/release", KEYER, "keying"),
            any("POST /api/v1/keying/decisions/next", ARBITER),
            row("POST /api/v1/keying/decisions/{id}/decide", ARBITER, "case", "{'answers': {}}"),
            row("POST /api/v1/keying/decisions/{id}/no-case", ARBITER, "case"),
            any("GET /api/v1/scans", DESK),
            row("GET /api/v1/scans/{id}", DESK, "scan"),
            row("GET /api/v1/scans/{id}/documents", DESK, "scan"));

    private static Line any(String endpoint, Set<Role> roles) {
        return new Line(endpoint, roles, "", Elsewhere.SAME, "");
    }

    /** Who may open it is looked at here; whose rows it shows is looked at by a test of its own. */
    private static Line role(String endpoint, Set<Role> roles) {
        return new Line(endpoint, roles, "nothing", Elsewhere.ROLE_ONLY, "");
    }

    private static Line row(String endpoint, Set<Role> roles, String of) {
        return row(endpoint, roles, of, "");
    }

    private static Line row(String endpoint, Set<Role> roles, String of, String parameters) {
        return new Line(endpoint, roles, of, Elsewhere.MISSING, parameters);
    }

    private static Line admin(String endpoint, String of, String parameters) {
        return new Line(endpoint, ADMIN, of, Elsewhere.REFUSED, parameters);
    }

    /** Rows of the unit, by the name that lines use. */
    private static Map<String, UUID> things(ConfigurableApplicationContext application, Counter counter) {
        Papers papers = new Papers(application);
        UUID scan = papers.received(counter, "a.pdf");
        List<UUID> pages = papers.split(scan, List.of("GIẤY KHAI SINH"));
        papers.read(pages.get(0), "GIẤY KHAI SINH");
        Map<String, UUID> things = new LinkedHashMap<>();
        things.put("nothing", UUID.randomUUID());
        things.put("scan", scan);
        things.put("page", pages.get(0));
        things.put("document", papers.render(scan, pages, "%PDF".getBytes()));
        things.put("sheet", papers.birth(counter, "Nguyễn Thử Cửa"));
        things.put(
                "pageId",
                application
                        .getBean(vn.sohoa.scan.Scans.class)
                        .document(things.get("sheet"))
                        .orElseThrow()
                        .pages()
                        .get(0));
        things.put("paper", paper(application, counter, things.get("document")));
        things.put("unit", counter.unitId());
        book(application, counter, things);
        things.put("dossier", dossier(application, counter.unitId()));
        things.put("account", id(application, Visitor.account(application, counter.unitId(), Role.KEYER)));
        things.put(
                "client",
                application
                        .getBean(Clients.class)
                        .create(counter.unitId(), "he-" + Ids.tail(Ids.next()), Set.of(Role.CLERK), "thu")
                        .id());
        return things;
    }

    /** A book with a case that somebody is keying. */
    private static void book(ConfigurableApplicationContext application, Counter counter, Map<String, UUID> things) {
        Papers papers = new Papers(application);
        Counter books = papers.counter(counter.unit().text(), "so-ho-tich");
        papers.gathered(books, "KS.2007.01", "001.jpg", "trang 1");
        application.getBean(vn.sohoa.keying.Books.class).round();
        things.put(
                "book",
                application
                        .getBean(vn.sohoa.register.BookBoard.class)
                        .book(counter.unitId(), "KS.2007.01")
                        .orElseThrow()
                        .id());
        UUID keying = application
                .getBean(vn.sohoa.register.Keyings.class)
                .next(new vn.sohoa.register.Hand(Ids.next(), "thu", Set.of(counter.unitId())))
                .orElseThrow()
                .keying();
        things.put("keying", keying);
        org.springframework.jdbc.core.simple.JdbcClient owner = org.springframework.jdbc.core.simple.JdbcClient.create(
                application.getBean("owner", javax.sql.DataSource.class));
        things.put(
                "case",
                owner.sql("select case_id from keying where id = :id")
                        .param("id", keying)
                        .query(UUID.class)
                        .single());
    }

    private static UUID dossier(ConfigurableApplicationContext application, UUID unit) {
        DossierCode code = DossierCode.parse("000.00.01.H50-261123-%04d".formatted(System.nanoTime() % 10_000))
                .orElseThrow();
        DossierLine line = new DossierLine(code, "", "Người Thử Một", "", Optional.empty());
        return application.getBean(Dossiers.class).open(unit, line, "thu").id();
    }

    private static UUID paper(ConfigurableApplicationContext application, Counter counter, UUID document) {
        String key = "test/" + document + ".pdf";
        vn.sohoa.common.Sha256 hash = vn.sohoa.common.Sha256.of("%PDF".getBytes());
        application
                .getBean(vn.sohoa.storage.ObjectStore.class)
                .put(vn.sohoa.storage.Bucket.DOCUMENTS, key, "%PDF".getBytes(), "application/pdf", Map.of());
        vn.sohoa.dataset.Papers dataset = application.getBean(vn.sohoa.dataset.Papers.class);
        var paper = new vn.sohoa.dataset.NewPaper(
                document,
                counter.unitId(),
                "." + document,
                "giay_khai_sinh",
                "Giấy khai sinh",
                "Nguyễn Thử",
                "",
                "",
                java.util.Optional.empty(),
                "",
                "",
                "[]",
                key,
                hash,
                key,
                hash,
                "thu",
                java.time.Instant.now(),
                List.of(),
                "");
        new org.springframework.transaction.support.TransactionTemplate(
                        application.getBean(org.springframework.transaction.PlatformTransactionManager.class))
                .executeWithoutResult(status -> dataset.enter(paper));
        return dataset.find(document.toString(), 1, 0).get(0).id();
    }

    private static UUID id(ConfigurableApplicationContext application, String name) {
        return application
                .getBean(vn.sohoa.organization.Accounts.class)
                .known(name)
                .orElseThrow()
                .id();
    }

    @Test
    void everyHandlerHasItsLine(ConfigurableApplicationContext application) {
        Set<String> known = new TreeSet<>(OPEN);
        LINES.forEach(line -> known.add(line.endpoint()));
        assertThat(handlers(application)).isSubsetOf(known);
    }

    @Test
    void everyHandlerHasItsDoor(ConfigurableApplicationContext application) {
        for (String handler : handlers(application)) {
            if (!OPEN.contains(handler)) {
                assertThat(Doors.of(handler.substring(handler.indexOf(' ') + 1)))
                        .as("a door for " + handler)
                        .isPresent();
            }
        }
    }

    private static Set<String> handlers(ConfigurableApplicationContext application) {
        Set<String> found = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping :
                application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    if (methods.isEmpty()) {
                        found.add(" " + pattern);
                    }
                    methods.forEach(method -> found.add(method + " " + pattern));
                }
            }
        }
        return found;
    }

    @Test
    void everyoneSeesWhatTheirRoleOpensAndOfTheirUnitOnly(ConfigurableApplicationContext application) {
        Papers papers = new Papers(application);
        Counter own = papers.counter("cua-minh-" + Ids.tail(Ids.next()), "q1");
        Counter other = papers.counter("cua-nguoi-" + Ids.tail(Ids.next()), "q1");
        Map<String, UUID> things = things(application, own);
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            check(Visitor.as(application, own.unitId(), role), role, true, things, wrong);
            check(Visitor.as(application, other.unitId(), role), role, false, things, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyGetsInUnknown(ConfigurableApplicationContext application) {
        Map<String, UUID> things = things(application, new Papers(application).counter());
        Visitor stranger = Visitor.stranger(application);
        for (Line line : LINES) {
            int status = send(stranger, line, things, "").statusCode();
            boolean rest = line.endpoint().contains(" /api/");
            boolean change = !line.endpoint().startsWith("GET");
            assertThat(status).as(line.endpoint()).isEqualTo(change ? 403 : rest ? 401 : 302);
        }
    }

    private static void check(Visitor visitor, Role role, boolean own, Map<String, UUID> things, List<String> wrong) {
        String token = visitor.token("/password");
        for (Line line : LINES) {
            HttpResponse<String> answer = send(visitor, line, things, token);
            String told = told(answer);
            boolean mayOpen = line.roles().contains(role);
            String expected = !mayOpen
                    ? "403"
                    : own || line.elsewhere() == Elsewhere.SAME
                            ? "open"
                            : line.elsewhere() == Elsewhere.MISSING ? "404" : "refused";
            boolean roleOnly = mayOpen && line.elsewhere() == Elsewhere.ROLE_ONLY;
            if (roleOnly ? told.equals("403") || told.equals("500") : !told.equals(expected)) {
                wrong.add(
                        role + (own ? " own " : " other ") + line.endpoint() + ": " + told + " instead of " + expected);
            }
        }
    }

    private static String told(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200, 201, 202, 204, 302, 400, 409, 412, 415, 422, 428 ->
                answer.body().contains(NOT_YOURS) ? "refused" : "open";
            default -> String.valueOf(answer.statusCode());
        };
    }

    private static HttpResponse<String> send(Visitor visitor, Line line, Map<String, UUID> things, String token) {
        String[] words = line.endpoint().split(" ");
        String path = line.of().isEmpty()
                ? words[1]
                : filled(
                        words[1].replace("{id}", "{" + line.of() + "}")
                                .replace("review/{document}", "review/{" + line.of() + "}"),
                        things);
        String parameters = filled(line.parameters(), things);
        boolean body = parameters.startsWith("{");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(visitor.base() + path + (parameters.isEmpty() || body ? "" : "?" + parameters)))
                .header("Accept", "text/html,*/*")
                .header("X-Purpose", "kiem-thu");
        if (words[0].equals("GET")) {
            return visitor.send(request.GET());
        }
        boolean rest = words[1].startsWith("/api/");
        return visitor.send(request.header("X-CSRF-TOKEN", token)
                .header("Content-Type", rest ? "application/json" : "application/x-www-form-urlencoded")
                .header("If-Match", words[1].contains("/attachments/") ? "\"0\"" : "\"99\"")
                .method(words[0], BodyPublishers.ofString(rest ? (body ? parameters.replace('\'', '"') : "{}") : "")));
    }

    private static String filled(String text, Map<String, UUID> things) {
        String filled = text.replace("{file:xlsx|zip}", "zip")
                .replace("{code}", "ho_ten")
                .replaceAll("\\{delivery}", "{nothing}")
                .replace("{column}", "so")
                .replace("{number}", "1");
        for (Map.Entry<String, UUID> thing : things.entrySet()) {
            filled = filled.replace("{" + thing.getKey() + "}", thing.getValue().toString());
        }
        return filled;
    }
}
