package vn.sohoa.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.Component;
import vn.sohoa.catalog.Procedure;
import vn.sohoa.dossier.Attachment;
import vn.sohoa.dossier.Checklist;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.State;
import vn.sohoa.scan.Subject;

/**
 * A dossier as its screen shows it.
 *
 * @param procedure code and name; empty where it is not known
 */
record DossierPage(
        UUID id,
        int version,
        String code,
        String procedure,
        String holderName,
        String holderNumber,
        String received,
        boolean open,
        String state,
        String source,
        String created,
        List<Line> lines,
        List<Paper> others,
        List<Choice> components,
        long missing) {

    /**
     * A component of the procedure.
     *
     * @param basis on which the citizen must not be asked for it; empty where it may be asked
     */
    record Line(String name, String standing, String standingText, String basis, List<Paper> papers) {}

    /**
     * A paper on the dossier.
     *
     * @param href where it can be seen; empty where it cannot yet
     */
    record Paper(UUID id, String type, String href, String state, String how, String actor, String at) {}

    /** A component to choose. */
    record Choice(String code, String name) {}

    /** One line of the list; of the number only its end is shown. */
    record Row(
            UUID id,
            String code,
            String procedure,
            String holderName,
            String holderNumber,
            String received,
            boolean open,
            String state) {}

    /** Turns records into what the screens say, in one language. */
    record Teller(Catalog catalog, Words words, boolean vietnamese, boolean reviews) {
        private static final int SHOWN_DIGITS = 4;

        Row row(DossierView dossier) {
            String number = dossier.holderNumber();
            return new Row(
                    dossier.id(),
                    Label.of(dossier.code()),
                    procedure(dossier.procedure()),
                    Label.of(dossier.holderName()),
                    number.length() > SHOWN_DIGITS ? "…" + number.substring(number.length() - SHOWN_DIGITS) : number,
                    dossier.received().map(words::date).orElse(""),
                    dossier.state() == DossierView.State.OPEN,
                    words.text("dossier.state." + dossier.state()));
        }

        DossierPage page(Checklist checklist, java.util.function.Function<UUID, Optional<DocumentView>> documents) {
            DossierView dossier = checklist.dossier();
            return new DossierPage(
                    dossier.id(),
                    dossier.version(),
                    Label.of(dossier.code()),
                    procedure(dossier.procedure()),
                    Label.of(dossier.holderName()),
                    dossier.holderNumber(),
                    dossier.received().map(words::date).orElse(""),
                    dossier.state() == DossierView.State.OPEN,
                    words.text("dossier.state." + dossier.state()),
                    words.text("dossier.source." + dossier.source()),
                    words.time(dossier.createdAt()),
                    checklist.lines().stream()
                            .map(line -> line(line, documents))
                            .toList(),
                    papers(checklist.others(), documents),
                    checklist.lines().stream()
                            .map(line -> new Choice(line.component().code(), name(line.component())))
                            .toList(),
                    checklist.lines().stream()
                            .filter(line -> line.standing() == Checklist.Standing.MISSING)
                            .count());
        }

        private Line line(Checklist.Line line, java.util.function.Function<UUID, Optional<DocumentView>> documents) {
            return new Line(
                    name(line.component()),
                    line.standing().name().toLowerCase(java.util.Locale.ROOT),
                    words.text("dossier.standing." + line.standing()),
                    line.component().mustNotAsk().orElse(""),
                    papers(line.documents(), documents));
        }

        private List<Paper> papers(
                List<Attachment> attachments, java.util.function.Function<UUID, Optional<DocumentView>> documents) {
            return attachments.stream()
                    .flatMap(one -> documents.apply(one.document()).map(document -> paper(one, document)).stream())
                    .toList();
        }

        private Paper paper(Attachment attachment, DocumentView document) {
            return new Paper(
                    document.id(),
                    type(document.type()),
                    href(document),
                    words.state(Subject.DOCUMENT, document.state()),
                    words.text("dossier.how." + attachment.how()),
                    attachment.actor().startsWith("system:") ? "" : attachment.actor(),
                    words.time(attachment.at()));
        }

        private String href(DocumentView document) {
            if (document.state() == State.IN_REVIEW && reviews) {
                return "/review/" + document.id();
            }
            return document.objectKey().isEmpty() ? "" : "/documents/" + document.id() + "/file";
        }

        private String type(String code) {
            return catalog.type(code)
                    .map(type -> vietnamese ? type.vi() : type.en())
                    .orElseGet(() -> words.text("document.unknown"));
        }

        private String name(Component component) {
            return vietnamese ? component.vi() : component.en();
        }

        String name(Procedure procedure) {
            return vietnamese ? procedure.vi() : procedure.en();
        }

        private String procedure(String code) {
            return catalog.procedure(code)
                    .map(known -> code + " – " + name(known))
                    .orElse(code);
        }
    }
}
