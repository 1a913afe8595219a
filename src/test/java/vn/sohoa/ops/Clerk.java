package vn.sohoa.ops;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.RunningApplication;
import vn.sohoa.Sohoa;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.scan.Desk;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.FieldAnswers;
import vn.sohoa.scan.FieldAnswers.Word;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.Recuts;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Verdicts;

/** A person who reviews, at a node of their own that only shows: what they do is done by the other nodes. */
final class Clerk implements AutoCloseable {
    private static final String TYPE = "giay_khai_sinh";

    private final Path data = RunningApplication.newFolder();
    private final ConfigurableApplicationContext node;
    private final UUID account = Ids.next();

    Clerk(Map<String, String> engines) {
        List<String> arguments = new ArrayList<>(
                List.of("--sohoa.data=" + data, "--sohoa.port=0", "--sohoa.roles=web", "--camel.main.name=clerk"));
        engines.forEach((name, value) -> arguments.add("--"
                + name.toLowerCase(java.util.Locale.ROOT)
                        .replaceFirst("_", ".")
                        .replaceFirst("_", ".")
                        .replace('_', '-')
                + "=" + value));
        node = new SpringApplicationBuilder(Sohoa.class).run(arguments.toArray(String[]::new));
    }

    /** Says of which type a document is; it is read anew. */
    void retype(UUID document) {
        node.getBean(Recuts.class).type(taken(document), TYPE);
    }

    /** Says that a document is right; it is published. */
    void confirm(UUID document) {
        Edit edit = taken(document);
        for (FieldView field : node.getBean(Fields.class).of(document)) {
            if (field.standing() == FieldView.Standing.PENDING) {
                node.getBean(FieldAnswers.class).say(edit, field.code(), Word.ABSENT, "");
                edit = taken(document);
            }
        }
        node.getBean(Verdicts.class).confirm(edit, Set.of());
    }

    private Edit taken(UUID document) {
        DocumentView view = view(document);
        Person person = new Person(account, "can-bo", "Cán bộ", Map.of(Role.CLERK, Set.of(view.unitId())), false);
        node.getBean(Desk.class).take(document, person);
        return new Edit(document, view(document).version(), person);
    }

    private DocumentView view(UUID document) {
        return node.getBean(Scans.class).document(document).orElseThrow();
    }

    @Override
    public void close() throws java.io.IOException {
        node.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
