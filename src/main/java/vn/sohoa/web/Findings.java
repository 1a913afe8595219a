package vn.sohoa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Subject;

/** The fields of the documents that a page belongs to, for those who may see the page. Each look is written down. */
@Component
class Findings {
    private static final String UNKNOWN = "unknown";

    private final Fields fields;
    private final Catalog catalog;
    private final Disclosure disclosure;

    Findings(Fields fields, Catalog catalog, Disclosure disclosure) {
        this.fields = fields;
        this.catalog = catalog;
        this.disclosure = disclosure;
    }

    /** @param documents of the page's scan */
    FoundPage of(PageView page, List<DocumentView> documents, UUID unit, Words words, Locale locale) {
        boolean vietnamese = !locale.getLanguage().equals("en");
        List<FoundPage.Paper> papers = new ArrayList<>();
        int number = 1;
        for (DocumentView document : documents) {
            List<FieldView> found = document.pages().contains(page.id()) ? fields.of(document.id()) : List.of();
            if (found.isEmpty()) {
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
            papers.add(new FoundPage.Paper(name(document.type(), words, locale), lines));
        }
        return new FoundPage(page.width(), page.height(), papers);
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
