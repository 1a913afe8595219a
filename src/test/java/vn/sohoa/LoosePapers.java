package vn.sohoa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;
import vn.sohoa.organization.Counter;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;
import vn.sohoa.scan.Arrival;
import vn.sohoa.scan.Arrivals;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.DocumentType;
import vn.sohoa.scan.FieldValue;
import vn.sohoa.scan.NewDocument;
import vn.sohoa.scan.NewPage;
import vn.sohoa.scan.NewScan;
import vn.sohoa.scan.PageResult;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Papers of one page, understood, that are due for their dossier and their file. */
public final class LoosePapers {
    private final Arrivals arrivals;
    private final Claims claims;
    private final Walk walk;
    private final ObjectStore store;

    public LoosePapers(ApplicationContext application) {
        arrivals = application.getBean(Arrivals.class);
        claims = application.getBean(Claims.class);
        walk = application.getBean(Walk.class);
        store = application.getBean(ObjectStore.class);
    }

    /**
     * @param folder between the counter and the file
     * @param cover canonical code of the cover sheet before it, or empty
     * @param fields code and value by turns
     */
    public UUID paper(Counter counter, String folder, String type, String cover, String... fields) {
        UUID scan = Ids.next();
        Arrival.Print print = new Arrival.Print(1, java.time.Instant.now(), "");
        Arrival arrival = new Arrival(counter, "test-" + scan, print, "system:intake");
        Arrival.Yours yours = (Arrival.Yours) arrivals.claim(arrival);
        Sha256 sha256 = Sha256.of(scan.toString().getBytes());
        arrivals.settle(
                arrival, yours, new NewScan(scan, "a.pdf", folder, sha256, 1, "PDF", "x/" + scan, Optional.empty()));
        arrivals.over(yours.id(), scan);
        UUID page = Ids.next();
        NewPage.Image image = new NewPage.Image("test/" + page, "PNG", 1240, 1754, 150);
        walk.split(claims.split(scan.toString()), List.of(new NewPage.ToRead(page, image)));
        walk.read(
                claims.read(page.toString()),
                new PageResult(PageKind.DOCUMENT, PageText.Source.OCR, "test/" + page, 0.9f, 100));
        UUID document = Ids.next();
        DocumentType told = DocumentType.told(type, 0.98, "");
        List<FieldValue> values = new java.util.ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.add(value(fields[i], fields[i + 1]));
        }
        walk.understood(
                claims.understand(scan.toString()),
                List.of(new NewDocument(document, told, cover, List.of(page), values)));
        return document;
    }

    private static FieldValue value(String code, String value) {
        return new FieldValue(
                code, value, value, 0.95, FieldValue.Source.OCR, Optional.empty(), Optional.empty(), true, "");
    }

    public Claim claim(UUID document) {
        return claims.render(document.toString());
    }

    /** Gives the paper its file: a person looks at it next. */
    public void rendered(Claim claim) {
        byte[] pdf = ("%PDF-1.7 test " + claim.id()).getBytes();
        String key = "test/" + claim.id() + ".pdf";
        store.put(Bucket.DOCUMENTS, key, pdf, "application/pdf", Map.of());
        walk.rendered(claim, key, Sha256.of(pdf), pdf.length);
    }
}
