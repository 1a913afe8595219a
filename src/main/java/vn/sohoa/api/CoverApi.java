package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.barcode.CoverSheet;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.common.Workplace;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.pdf.CoverSheetText;
import vn.sohoa.pdf.CoverSheets;

/** The cover sheet of a dossier, to be printed and put before its papers. It tells nothing of anybody. */
@RestController
@Tag(name = "dossiers")
class CoverApi {
    private final Dossiers dossiers;
    private final Catalog catalog;
    private final Workplace workplace;

    CoverApi(Dossiers dossiers, Catalog catalog, Workplace workplace) {
        this.dossiers = dossiers;
        this.catalog = catalog;
        this.workplace = workplace;
    }

    @GetMapping(path = "/api/v1/dossiers/{id}/cover", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The cover sheet of a dossier, as PDF")
    byte[] cover(@PathVariable UUID id) throws IOException {
        DossierView dossier = dossiers.view(id).orElseThrow(Problem::notFound);
        try (WorkFolder folder = WorkFolder.in(workplace.folder())) {
            Path file = folder.file("cover.pdf");
            CoverSheets.write(List.of(sheet(dossier)), file);
            return Files.readAllBytes(file);
        }
    }

    private CoverSheetText sheet(DossierView dossier) {
        String procedure = catalog.procedure(dossier.procedure())
                .map(known -> known.code() + " " + known.vi())
                .orElse(dossier.procedure());
        DossierCode code = new DossierCode(dossier.code(), dossier.canonical());
        return new CoverSheetText(dossier.code(), procedure, CoverSheet.qr(code));
    }
}
