package vn.sohoa.publication;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.scan.DocumentFile;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;

/**
 * The data of a confirmed document as it lies beside its PDF, whose bytes never change: each value with where it comes
 * from and who confirmed it.
 */
record Sidecar(
        String code,
        DocumentView document,
        ScanView scan,
        Optional<DocumentType> type,
        Holder holder,
        Optional<DossierView> dossier,
        DocumentFile file,
        Scans.Confirmation confirmed,
        List<PageView> pages,
        List<FieldView> values) {
    private static final JsonMapper JSON = new JsonMapper();

    String title() {
        return type.map(DocumentType::vi).orElse(document.type());
    }

    /** UTF-8. */
    byte[] json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("code", code);
        root.put("document", document.id().toString());
        root.put("unit", scan.unit());
        root.put("type", document.type());
        root.put("title", title());
        root.put("typeBy", document.kind().by());
        ObjectNode owner = root.putObject("holder");
        owner.put("name", holder.name());
        owner.put("number", holder.number());
        root.put("dossier", dossier.map(DossierView::code).orElse(""));
        root.put("issueNumber", holder.issueNumber());
        root.put("issueDate", holder.issueDate());
        ObjectNode confirmation = root.putObject("confirmed");
        confirmation.put("by", confirmed.by());
        confirmation.put("at", confirmed.at().toString());
        ObjectNode pdf = root.putObject("pdf");
        pdf.put("key", file.key());
        pdf.put("sha256", file.sha256().hex());
        pdf.put("bytes", file.bytes());
        pdf.put("archival", file.check().name());
        file.rendition().ifPresent(rendition -> {
            ObjectNode beside = root.putObject("rendition");
            beside.put("key", rendition.key());
            beside.put("sha256", rendition.sha256().hex());
            beside.put("bytes", rendition.bytes());
        });
        ObjectNode source = root.putObject("scan");
        source.put("id", scan.id().toString());
        source.put("sha256", scan.sha256().hex());
        ArrayNode numbers = source.putArray("pages");
        pages.forEach(page -> numbers.add(page.position()));
        root.set("fields", array());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /** The fields alone. */
    String fields() {
        return JSON.writeValueAsString(array());
    }

    private ArrayNode array() {
        ArrayNode all = JSON.createArrayNode();
        for (FieldView field : values) {
            ObjectNode one = all.addObject();
            one.put("code", field.code());
            one.put(
                    "label",
                    type.flatMap(known -> known.field(field.code()))
                            .map(known -> known.vi())
                            .orElse(field.code()));
            one.put("value", field.value());
            one.put("standing", field.standing().name());
            one.put(
                    "source",
                    field.isPersons() ? "PERSON" : field.found().source().name());
            one.put("by", field.by());
            field.at().ifPresent(at -> one.put("at", at.toString()));
            ObjectNode machine = one.putObject("machine");
            machine.put("value", field.found().value());
            machine.put("raw", field.found().raw());
            machine.put("source", field.found().source().name());
            machine.put("confidence", field.found().confidence());
            field.found().page().ifPresent(page -> machine.put("page", number(page)));
            field.found().box().ifPresent(box -> {
                ArrayNode corners = machine.putArray("box");
                corners.add(box.x()).add(box.y()).add(box.width()).add(box.height());
            });
        }
        return all;
    }

    /** From 0, in the document. */
    private int number(java.util.UUID page) {
        return document.pages().indexOf(page);
    }
}
