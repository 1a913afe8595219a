package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.sohoa.barcode.CoverSheet;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Ids;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.common.Workplace;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.pdf.CoverSheetText;
import vn.sohoa.pdf.CoverSheets;

/** The cover sheet of a dossier, to be printed and put before its papers. It tells nothing of anybody. */
@Controller
class CoverSheetController {
    private final Dossiers dossiers;
    private final Catalog catalog;
    private final Workplace workplace;

    CoverSheetController(Dossiers dossiers, Catalog catalog, Workplace workplace) {
        this.dossiers = dossiers;
        this.catalog = catalog;
        this.workplace = workplace;
    }

    @GetMapping("/dossiers/{id}/cover")
    void cover(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        DossierView dossier = dossiers.view(id).orElseThrow(DossierController::missing);
        try (WorkFolder folder = WorkFolder.in(workplace.folder())) {
            Path file = folder.file("cover.pdf");
            CoverSheets.write(List.of(sheet(dossier)), file);
            response.setContentType("application/pdf");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.inline()
                            .filename("cover-" + Ids.tail(id) + ".pdf")
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        }
    }

    /** The office's papers are in Vietnamese, whatever the screen speaks. */
    private CoverSheetText sheet(DossierView dossier) {
        String procedure = catalog.procedure(dossier.procedure())
                .map(known -> known.code() + " " + known.vi())
                .orElse(dossier.procedure());
        DossierCode code = new DossierCode(dossier.code(), dossier.canonical());
        return new CoverSheetText(dossier.code(), procedure, CoverSheet.qr(code));
    }
}
