package vn.sohoa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The structure that docs/ARCHITECTURE.md promises: rooms on floors, arrows downward, walls around libraries. */
class HouseTest {
    private static final String ROOT = "vn.sohoa";

    /** Ground first. A room that is not here does not belong to the house. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("common", "page"),
            Set.of("imaging", "barcode", "ocr", "classification", "extraction", "pdf", "signing"),
            Set.of("organization", "audit", "storage", "catalog"),
            Set.of("scan", "dossier", "register", "dataset"),
            Set.of("intake", "recognition", "filing", "review", "keying", "publication", "reconciliation", "reporting"),
            Set.of("web", "api", "cli", "ops"));

    /** Within a floor only these arrows are drawn: values build on each other, and two engines work on pixels. */
    private static final Map<String, Set<String>> WITHIN_FLOOR =
            Map.of("page", Set.of("common"), "ocr", Set.of("imaging", "barcode"), "pdf", Set.of("imaging"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyRoomStandsOnItsFloor() {
        Set<String> known = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(rooms()).isSubsetOf(known);
    }

    @Test
    void arrowsGoDownwardOnly() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass origin : HOUSE) {
            for (Dependency arrow : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = arrow.getTargetClass().getBaseComponentType();
                if (inHouse(origin) && inHouse(target) && !allowed(room(origin), room(target))) {
                    wrong.add(arrow.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void roomsFormNoCircle() {
        ApplicationModules.of(Sohoa.class).verify();
    }

    @Test
    void everyRoomSaysWhatItOwns() throws ClassNotFoundException {
        for (String room : rooms()) {
            Package described =
                    Class.forName(ROOT + "." + room + ".package-info").getPackage();
            assertThat(described.isAnnotationPresent(NullMarked.class))
                    .as("room %s is null-marked", room)
                    .isTrue();
        }
    }

    @Test
    void librariesStayBehindTheirWalls() {
        wall("io.minio..", "storage");
        wall("okhttp3..", "storage");
        wall("net.sourceforge..", "ocr");
        wall("com.sun.jna..", "ocr", "ops");
        wall("org.apache.pdfbox..", "imaging", "pdf", "signing");
        wall("org.verapdf..", "pdf");
        wall("org.apache.camel..", "ops");
        wall("org.gaul..", "ops");
        wall("io.zonky..", "ops");
        wall("org.apache.activemq..", "ops");
        wall("jakarta.jms..", "ops");
        wall(
                "jakarta.persistence..",
                "organization",
                "audit",
                "catalog",
                "scan",
                "dossier",
                "register",
                "dataset",
                "ops");
        wall("org.hibernate..", "organization", "audit", "catalog", "scan", "dossier", "register", "dataset");
        wall("com.google.zxing..", "barcode");
        wall("org.apache.poi..", "register");
        wall("org.springframework.security..", "organization", "web", "api", "ops");
        wall("javax.imageio..", "imaging", "pdf");
    }

    @Test
    void enginesArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(FLOORS.get(0)))
                .or()
                .resideInAnyPackage(packages(FLOORS.get(1)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..", "java.sql..")
                .check(HOUSE);
    }

    @Test
    void entitiesNeverLeaveTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl)$")
                .check(HOUSE);
    }

    @Test
    void workRoomsHoldNoTables() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(FLOORS.get(4)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .check(HOUSE);
    }

    @Test
    void everyRoomHasADoorway() {
        for (String room : rooms()) {
            long open = HOUSE.stream()
                    .filter(type -> inHouse(type) && room(type).equals(room))
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .count();
            if (!room.equals("ops") && !room.equals("web")) {
                assertThat(open).as("public types of %s", room).isPositive();
            }
        }
    }

    private static void wall(String library, String... rooms) {
        String[] inside = Arrays.stream(rooms).map(r -> ROOT + "." + r + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackages(inside)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE);
    }

    private static boolean allowed(String origin, String target) {
        if (origin.equals(target) || origin.isEmpty()) {
            return true; // a room knows itself; the main class opens the doors
        }
        return floor(target) < floor(origin)
                || WITHIN_FLOOR.getOrDefault(origin, Set.of()).contains(target);
    }

    private static int floor(String room) {
        for (int i = 0; i < FLOORS.size(); i++) {
            if (FLOORS.get(i).contains(room)) {
                return i;
            }
        }
        return FLOORS.size();
    }

    private static Set<String> rooms() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            if (inHouse(type) && !room(type).isEmpty()) {
                rooms.add(room(type));
            }
        }
        return rooms;
    }

    private static boolean inHouse(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    private static String room(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
    }

    private static String[] packages(Set<String> rooms) {
        return rooms.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new);
    }
}
