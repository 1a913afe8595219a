package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationContext;
import org.yaml.snakeyaml.Yaml;
import vn.sohoa.RunningApplication;

/** The route files are the map of the walk: everything on it exists, and nothing is decided on it. */
@ExtendWith(RunningApplication.class)
class RoutesTest {
    private static final Path FOLDER = Path.of("routes");

    /** All that a route may be made of: where it begins, which bean works, where it goes, once for each thing to send. */
    private static final Set<String> STEPS = Set.of("bean", "to", "split");

    private static final Set<String> WORDS = Set.of(
            "route",
            "routeConfiguration",
            "id",
            "description",
            "routeConfigurationId",
            "autoStartup",
            "from",
            "uri",
            "parameters",
            "steps",
            "bean",
            "ref",
            "method",
            "to",
            "split",
            "expression",
            "simple",
            "constant",
            "streaming",
            "parallelProcessing",
            "threads",
            "stopOnException",
            "onException",
            "exception",
            "handled");

    private static final String FAILURES = "95-failures.camel.yaml";

    @Test
    void filesAreNamedByTheirPlaceInTheWalk() throws IOException {
        Map<String, String> numbers = new HashMap<>();
        for (String name : files().keySet()) {
            assertThat(name).matches("[0-9]{2}-[a-z]+\\.camel\\.yaml");
            assertThat(numbers.put(name.substring(0, 2), name))
                    .as("another file with the number of %s", name)
                    .isNull();
        }
        assertThat(numbers).isNotEmpty();
    }

    @Test
    void eachFileIsOneStageUnderItsOwnName() throws IOException {
        files().forEach((name, entries) -> {
            String stage = name.substring(3, name.indexOf('.'));
            assertThat(entries.stream().map(RoutesTest::id))
                    .as("ids in %s", name)
                    .contains(stage);
            assertThat(entries).as(name).hasSizeLessThanOrEqualTo(name.equals(FAILURES) ? 2 : 1);
        });
    }

    @Test
    void eachRouteSaysWhoItIsAndWhatItDoesAndFailsByThePolicy() throws IOException {
        Set<String> ids = new TreeSet<>();
        files().forEach((name, entries) -> routes(entries).forEach(route -> {
            assertThat(route).as(name).containsKeys("id", "description", "from");
            assertThat(ids.add(String.valueOf(route.get("id"))))
                    .as("the id %s is used once", route.get("id"))
                    .isTrue();
            assertThat(String.valueOf(route.get("description"))).as(name).hasSizeGreaterThan(20);
            if (!name.equals(FAILURES)) {
                assertThat(route).as(name).containsEntry("routeConfigurationId", "failures");
            }
        }));
    }

    @Test
    void aNodeCanLeaveEachRouteToOthersByItsRoles() throws IOException {
        files().forEach((name, entries) -> routes(entries).forEach(route -> {
            if (!name.equals(FAILURES)) {
                assertThat(String.valueOf(route.get("autoStartup"))).as(name).matches("\\{\\{sohoa\\.role\\.[a-z]+}}");
            }
        }));
    }

    @Test
    void eachBeanExistsWithItsPublicMethod(ApplicationContext application) throws IOException {
        List<String> wrong = new ArrayList<>();
        walk((word, value) -> {
            if (word.equals("bean")) {
                Map<?, ?> bean = (Map<?, ?>) value;
                String name = String.valueOf(bean.get("ref"));
                String method = String.valueOf(bean.get("method"));
                if (!application.containsBean(name)) {
                    wrong.add("no bean " + name);
                } else if (!hasOne(AopUtils.getTargetClass(application.getBean(name)), method)) {
                    wrong.add("no public method, or more than one, " + name + "." + method);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** One, because Camel chooses among several by what the body happens to be. */
    private static boolean hasOne(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                        .filter(m -> m.getName().equals(method) && !m.isBridge())
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .map(Method::toGenericString)
                        .count()
                == 1;
    }

    @Test
    void eachQueueIsNamedAfterAStageAndHasOneConsumer() throws IOException {
        Set<String> sent = new TreeSet<>();
        walk((word, value) -> {
            if (word.equals("to")) {
                sent.add(String.valueOf(((Map<?, ?>) value).get("uri")));
            }
        });
        List<String> consumed = new ArrayList<>();
        files().values().forEach(entries -> routes(entries)
                .forEach(route -> consumed.add(String.valueOf(((Map<?, ?>) route.get("from")).get("uri")))));
        assertThat(consumed).as("where routes begin").doesNotHaveDuplicates().containsAll(sent);
        assertThat(sent).allMatch(uri -> uri.matches("jms:queue:sohoa\\.[a-z]+|direct:announce"));
        Set<String> queues = new TreeSet<>();
        files().forEach((name, entries) -> routes(entries).forEach(route -> {
            String uri = String.valueOf(((Map<?, ?>) route.get("from")).get("uri"));
            if (uri.startsWith("jms:")) {
                assertThat(uri).as(name).isEqualTo("jms:queue:sohoa." + route.get("id"));
                queues.add(uri);
            }
        }));
        assertThat(sent.stream().filter(uri -> uri.startsWith("jms:"))).containsExactlyElementsOf(queues);
    }

    @Test
    void nothingIsDecidedInARouteFile() throws IOException {
        Set<String> words = new TreeSet<>();
        walk((word, value) -> {
            words.add(word);
            if (word.equals("steps")) {
                ((List<?>) value).forEach(step -> assertThat(STEPS)
                        .as("a step %s", step)
                        .containsAll(((Map<?, ?>) step)
                                .keySet().stream().map(String::valueOf).toList()));
            }
            if (word.equals("simple")) {
                assertThat(String.valueOf(((Map<?, ?>) value).get("expression")))
                        .as("an expression that only names a part of the body")
                        .matches("\\$\\{body(\\.[a-zA-Z]+)*}");
            }
        });
        words.removeAll(WORDS);
        words.removeAll(Set.of("period", "delay", "concurrentConsumers"));
        assertThat(words).as("words that decide, compute or script").isEmpty();
    }

    @Test
    void thePackedFilesAreThoseOfTheFolder() throws IOException {
        for (String name : files().keySet()) {
            try (var packed = RoutesTest.class.getResourceAsStream("/routes/" + name)) {
                assertThat(packed).as("packed %s", name).isNotNull();
                assertThat(new String(packed.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo(Files.readString(FOLDER.resolve(name)));
            }
        }
    }

    @Test
    void allRoutesRunInANodeWithAllRoles(CamelContext camel) throws IOException {
        Set<String> ids = new TreeSet<>();
        files().values().forEach(entries -> routes(entries).forEach(route -> ids.add(String.valueOf(route.get("id")))));
        assertThat(camel.getRoutes().stream().map(Route::getId)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allSatisfy(id -> assertThat(
                        camel.getRouteController().getRouteStatus(id).isStarted())
                .as("route %s runs", id)
                .isTrue());
    }

    @Test
    void aFolderReplacesOneFileAndLeavesTheOthers(@TempDir Path own) throws Exception {
        Files.writeString(own.resolve("50-render.camel.yaml"), """
                - route:
                    id: render
                    description: Leaves the documents of this agency to a program of its own
                    routeConfigurationId: failures
                    from:
                      uri: direct:elsewhere
                      steps:
                        - bean:
                            ref: claims
                            method: render
                """);
        Files.writeString(own.resolve("55-mine.camel.yaml"), """
                - route:
                    id: mine
                    description: A stage that only this agency has
                    routeConfigurationId: failures
                    from:
                      uri: direct:mine
                      steps:
                        - bean:
                            ref: claims
                            method: render
                """);
        Files.writeString(own.resolve("notes.txt"), "not a route");
        Map<String, String> packed = begins(Map.of());
        Map<String, String> replaced = begins(Map.of("sohoa.routes", own.toString()));
        assertThat(packed).containsEntry("render", "jms:queue:sohoa.render");
        Map<String, String> expected = new TreeMap<>(packed);
        expected.put("render", "direct:elsewhere");
        expected.put("mine", "direct:mine");
        assertThat(replaced).isEqualTo(expected);
    }

    /** Where each route begins that a bare Camel has loaded with these settings; none of them runs. */
    private static Map<String, String> begins(Map<String, String> values) throws Exception {
        Settings settings =
                new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("sohoa", Settings.class);
        Map<String, String> begins = new TreeMap<>();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            new Spine().routes(settings).beforeApplicationStart(camel);
            camel.getRouteDefinitions()
                    .forEach(route -> begins.put(
                            route.getRouteId(),
                            route.getInput().getEndpointUri().replaceAll("\\?.*", "")));
        }
        return begins;
    }

    private static Map<String, List<Map<?, ?>>> files() throws IOException {
        Map<String, List<Map<?, ?>>> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(FOLDER)) {
            for (Path file : found.toList()) {
                List<Map<?, ?>> entries = new Yaml().load(Files.readString(file));
                files.put(String.valueOf(file.getFileName()), entries);
            }
        }
        return files;
    }

    @SuppressWarnings("unchecked") // a mapping in a route file has words for keys
    private static Stream<Map<String, Object>> routes(List<Map<?, ?>> entries) {
        return entries.stream().filter(entry -> entry.containsKey("route")).map(entry ->
                (Map<String, Object>) entry.get("route"));
    }

    private static String id(Map<?, ?> entry) {
        return String.valueOf(((Map<?, ?>) entry.values().iterator().next()).get("id"));
    }

    private static void walk(BiConsumer<String, Object> visitor) throws IOException {
        files().values().forEach(entries -> walk(entries, visitor));
    }

    private static void walk(Object part, BiConsumer<String, Object> visitor) {
        if (part instanceof List<?> list) {
            list.forEach(entry -> walk(entry, visitor));
        } else if (part instanceof Map<?, ?> map) {
            map.forEach((word, value) -> {
                visitor.accept(String.valueOf(word), value);
                walk(value, visitor);
            });
        }
    }
}
