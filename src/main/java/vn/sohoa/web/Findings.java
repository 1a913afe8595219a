package vn.sohoa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.scan.Cells;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldValue;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Subject;

/** The fields of the documents that a page belongs to, for those who may see the page. Each look is written down. */
@Component
class Findings {
    private static final String UNKNOWN = "unknown";

    private final Fields fields;
    private final Cells cells;
    private final Catalog catalog;
    private final Disclosure disclosure;

    Findings(Fields fields, Cells cells, Catalog catalog, Disclosure disclosure) {
        this.fields = fields;
        this.cells = cells;
        this.catalog = catalog;
        this.disclosure = disclosure;
    }

    /** @param documents of the page's scan */
    FoundPage of(PageView page, List<DocumentView> documents, UUID unit, Words words, Locale locale) {
        boolean vietnamese = !locale.getLanguage().equals("en");
        List<FoundPage.Paper> papers = new ArrayList<>();
        int number = 1;
        for (DocumentView document : documents) {
            boolean here = document.pages().contains(page.id());
            List<FieldView> found = here ? fields.of(document.id()) : List.of();
            FoundPage.Cases cases = here ? cases(document, page, vietnamese) : FoundPage.Cases.NONE;
            if (found.isEmpty() && cases.rows().isEmpty()) {
                continue;
            }
            disclosure.of(Disclosure.Act.FIELDS_VIEWED, unit, Subject.DOCUMENT, document.id());
            List<Field> form =
                    catalog.type(document.type()).map(DocumentType::fields).orElse(List.of());
            List<FoundPage.Line> lines = new ArrayList<>();
            for (FieldView view : found) {
                FoundPage.Line line = FoundPage.Line.of(number, view, form, page, words, vietnamese);
                number += line.number() == 0 ? 0 : 1;
                lines.add(line);
            }
            papers.add(new FoundPage.Paper(name(document.type(), words, locale), lines, cases));
        }
        return new FoundPage(page.width(), page.height(), papers);
    }

    private FoundPage.Cases cases(DocumentView document, PageView page, boolean vietnamese) {
        List<Field> columns =
                catalog.type(document.type()).map(DocumentType::columns).orElse(List.of());
        if (columns.isEmpty()) {
            return FoundPage.Cases.NONE;
        }
        List<Map<String, FieldValue>> rows = cells.of(document.id()).stream()
                .filter(row -> row.stream()
                        .anyMatch(
                                value -> value.page().filter(page.id()::equals).isPresent()))
                .map(row -> row.stream().collect(Collectors.toMap(FieldValue::code, Function.identity())))
                .toList();
        return FoundPage.Cases.of(rows, columns, vietnamese);
    }

    /** What people call a type of the catalog. */
    String name(String type, Words words, Locale locale) {
        if (type.equals(UNKNOWN)) {
            return words.text("document.unknown");
        }
        return catalog.type(type)
                .map(known -> locale.getLanguage().equals("en") ? known.en() : known.vi())
                .orElse(type);
    }
}
