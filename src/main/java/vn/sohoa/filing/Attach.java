package vn.sohoa.filing;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Step;
import vn.sohoa.dossier.Attachment;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;

/**
 * Puts a paper on its dossier: by its folder, its cover sheet, or a personal number on it. Where none of them is sure, a
 * person gets the dossiers that may be right. Doing it again changes nothing, and a person's word stays.
 */
public class Attach {
    static final String ACTOR = "system:filing";

    /** The counter of register books, whose pages belong to no dossier. */
    private static final String REGISTERS = "so-ho-tich";

    /** A page of a civil-registry book belongs to its book. */
    private static final String BOOK_PAGE = "trang_so_ho_tich";

    private static final Set<FieldKind> NUMBERS = EnumSet.of(FieldKind.PERSONAL_NUMBER, FieldKind.IDENTITY_NUMBER);

    private final Scans scans;
    private final Fields fields;
    private final Catalog catalog;
    private final Dossiers dossiers;

    public Attach(Scans scans, Fields fields, Catalog catalog, Dossiers dossiers) {
        this.scans = scans;
        this.fields = fields;
        this.catalog = catalog;
        this.dossiers = dossiers;
    }

    /** Leaves the claim to the next step. */
    public Claim document(Claim claim) {
        Step.RENDER_CLAIMED.reached();
        DocumentView document = scans.document(claim.id()).orElseThrow();
        ScanView scan = scans.scan(document.scanId()).orElseThrow();
        boolean ofBook = scan.counter().equals(REGISTERS) || document.type().equals(BOOK_PAGE);
        if (!ofBook && !dossiers.isPersons(document.id())) {
            attach(document, scan);
        }
        Step.RENDER_ATTACHED.reached();
        return claim;
    }

    private void attach(DocumentView document, ScanView scan) {
        String folder = scan.folder().split("/")[0];
        Optional<DossierView> ofFolder = DossierCode.parse(folder).flatMap(code -> ofFolder(document, code));
        if (ofFolder.isPresent()) {
            dossiers.attach(document.id(), ofFolder.get().id(), Attachment.How.FOLDER, ACTOR);
            return;
        }
        Optional<DossierView> ofCover =
                DossierCode.parse(document.dossierCode()).map(code -> dossiers.named(document.unitId(), code, ACTOR));
        if (ofCover.isPresent()) {
            dossiers.attach(document.id(), ofCover.get().id(), Attachment.How.COVER, ACTOR);
            return;
        }
        match(document);
    }

    /** Other systems number as they like, and so do people who name folders: only a number of the law opens a dossier. */
    private Optional<DossierView> ofFolder(DocumentView document, DossierCode code) {
        return code.isNational()
                ? Optional.of(dossiers.named(document.unitId(), code, ACTOR))
                : dossiers.find(document.unitId(), code);
    }

    private void match(DocumentView document) {
        Optional<DocumentType> type = catalog.type(document.type());
        Map<String, FieldKind> kinds = type.stream()
                .flatMap(known -> known.fields().stream())
                .collect(Collectors.toMap(Field::code, Field::kind));
        Set<String> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (FieldView field : fields.of(document.id())) {
            FieldKind kind = kinds.getOrDefault(field.code(), FieldKind.TEXT);
            if (NUMBERS.contains(kind)) {
                numbers.add(field.value());
            } else if (kind == FieldKind.PERSON_NAME) {
                names.add(field.value());
            }
        }
        dossiers.match(document.id(), type.isPresent(), numbers, names, ACTOR);
    }
}
