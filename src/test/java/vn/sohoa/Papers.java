package vn.sohoa;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.springframework.context.ApplicationContext;
import vn.sohoa.common.Code;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.Sha256;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
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

/** Takes scans through the walk by hand, through the doorways that the real stages use. */
public final class Papers {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Arrivals arrivals;
    private final Claims claims;
    private final Walk walk;
    private final ObjectStore store;
    private final Counters counters;

    public Papers(ApplicationContext application) {
        arrivals = application.getBean(Arrivals.class);
        claims = application.getBean(Claims.class);
        walk = application.getBean(Walk.class);
        store = application.getBean(ObjectStore.class);
        counters = application.getBean(Counters.class);
    }

    public Counter counter(String unit, String counter) {
        return counters.at(new Code(unit), new Code(counter));
    }

    /** A counter that no other test has. */
    public Counter counter() {
        return counter("unit-" + NUMBER.incrementAndGet(), "quay-1");
    }

    /** A scan that has just come in. */
    public UUID received(Counter counter, String name) {
        return received(counter, "", name);
    }

    /** A scan that has just come in from a folder below its counter. */
    public UUID received(Counter counter, String folder, String name) {
        return settled(counter, folder, name, ("bytes of " + Ids.next()).getBytes(), Optional.empty());
    }

    /** A PDF that has just come in, with its real bytes. */
    public UUID received(Counter counter, String name, byte[] pdf) {
        return settled(counter, "", name, pdf, Optional.empty());
    }

    /** Takes a scan of these pages to its end, without documents of its own. */
    public List<UUID> gathered(Counter counter, String folder, String name, String... texts) {
        UUID scan = received(counter, folder, name);
        List<UUID> pages = split(scan, List.of(texts));
        for (int i = 0; i < pages.size(); i++) {
            read(pages.get(i), texts[i]);
        }
        walk.understood(claims.understand(scan.toString()), List.of());
        return pages;
    }

    public UUID quarantined(Counter counter, String name, Reason reason) {
        return settled(counter, "", name, ("bytes of " + Ids.next()).getBytes(), Optional.of(reason));
    }

    private UUID settled(Counter counter, String folder, String name, byte[] bytes, Optional<Reason> refused) {
        UUID id = Ids.next();
        String key = refused.isPresent() ? "" : counter.unit() + "/test/" + id;
        if (!key.isEmpty()) {
            store.put(Bucket.ORIGINALS, key, bytes, "application/pdf", Map.of());
        }
        Arrival.Print print = new Arrival.Print(bytes.length, java.time.Instant.now(), "");
        Arrival arrival = new Arrival(counter, "test-" + id, print, "system:intake");
        Arrival.Yours yours = (Arrival.Yours) arrivals.claim(arrival);
        arrivals.settle(
                arrival, yours, new NewScan(id, name, folder, Sha256.of(bytes), bytes.length, "PDF", key, refused));
        arrivals.over(yours.id(), id);
        return id;
    }

    /** Cuts the scan into pages with this text on their images; returns the ids of the pages. */
    public List<UUID> split(UUID scan, List<String> texts) {
        Claim claim = claims.split(scan.toString());
        List<NewPage> pages = new ArrayList<>();
        for (String text : texts) {
            UUID id = Ids.next();
            String key = "test/" + scan + "/" + id + "/image.png";
            store.put(Bucket.PAGES, key, picture(text, "png"), "image/png", Map.of());
            pages.add(new NewPage.ToRead(id, new NewPage.Image(key, "PNG", 1240, 1754, 150)));
        }
        walk.split(claim, pages);
        return pages.stream().map(NewPage::id).toList();
    }

    /** Cuts the scan into one page, a TIFF; returns its id. */
    public UUID splitFax(UUID scan, byte[] tiff) {
        UUID id = Ids.next();
        String key = "test/" + scan + "/" + id + "/image.tif";
        store.put(Bucket.PAGES, key, tiff, "image/tiff", Map.of());
        NewPage.Image image = new NewPage.Image(key, "TIFF", 2480, 3508, 300);
        walk.split(claims.split(scan.toString()), List.of(new NewPage.ToRead(id, image)));
        return id;
    }

    /** Has the page read; what was read is the text. */
    public void read(UUID page, String text) {
        read(page, text, List.of());
    }

    /** Has the page read; it should better be scanned again. */
    public void read(UUID page, String text, List<Reason> flaws) {
        Claim claim = claims.read(page.toString());
        String key = "test/" + page;
        store.put(Bucket.PAGES, key + "/words.json", WordsJson.write(words(text)), "application/json", Map.of());
        store.put(Bucket.PAGES, key + "/view.jpg", picture(text, "jpg"), "image/jpeg", Map.of());
        walk.read(claim, new PageResult(PageKind.DOCUMENT, PageText.Source.OCR, key, 0.93f, text.length(), flaws));
    }

    public void refusePage(UUID page, Reason reason) {
        claims.refuse(claims.read(page.toString()), reason);
    }

    /** Cuts the scan into one document, with a PDF. Returns its id. */
    public UUID render(UUID scan, List<UUID> pages, byte[] pdf) {
        UUID id = Ids.next();
        walk.understood(claims.understand(scan.toString()), List.of(NewDocument.plain(id, "unknown", pages)));
        String key = "test/" + id + ".pdf";
        store.put(Bucket.DOCUMENTS, key, pdf, "application/pdf", Map.of());
        walk.rendered(claims.render(id.toString()), key, Sha256.of(pdf), pdf.length);
        return id;
    }

    /** Cuts the scan into these documents, which have no PDF yet. */
    public void understood(UUID scan, List<NewDocument> documents) {
        walk.understood(claims.understand(scan.toString()), documents);
    }

    /** Cuts the scan into these documents, each with a PDF. */
    public void render(UUID scan, List<NewDocument> documents) {
        walk.understood(claims.understand(scan.toString()), documents);
        documents.forEach(document -> rendered(document.id()));
    }

    /** Gives a document that is due for it its PDF. */
    public void rendered(UUID id) {
        byte[] pdf = ("%PDF-1.7 test " + id).getBytes();
        Claim claim = claims.render(id.toString());
        String key = "test/" + id + "." + claim.attempt() + ".pdf";
        store.put(Bucket.DOCUMENTS, key, pdf, "application/pdf", Map.of());
        walk.rendered(claim, key, Sha256.of(pdf), pdf.length);
    }

    /** Has a document that a person changed read anew. */
    public void extracted(UUID id, DocumentType type, List<FieldValue> fields) {
        walk.extracted(claims.extract(id.toString()), type, fields, List.of());
    }

    /**
     * A birth certificate on one page, with the fields that its catalog calls main, waiting for a person.
     *
     * @param name of the person on it
     */
    public UUID birth(Counter counter, String name) {
        UUID scan = received(counter, "SCN_" + NUMBER.incrementAndGet() + ".pdf");
        String text =
                "GIẤY KHAI SINH\nHọ, chữ đệm, tên: " + name.toUpperCase() + "\nNgày sinh: 05/11/1992\nGiới tính: Nữ";
        UUID page = split(scan, List.of(text)).get(0);
        read(page, text);
        UUID id = Ids.next();
        DocumentType type = DocumentType.told("giay_khai_sinh", 0.98, "tiêu đề: GIẤY KHAI SINH");
        render(scan, List.of(new NewDocument(id, type, "", List.of(page), birthFields(page, name))));
        return id;
    }

    /** A page of a register of births with two cases, waiting for a person; the answer is its scan. */
    public UUID register(Counter counter, String first, String second) {
        UUID scan = received(counter, "SCN_" + NUMBER.incrementAndGet() + ".pdf");
        UUID page = split(scan, List.of("SỔ ĐĂNG KÝ KHAI SINH")).get(0);
        read(page, "SỔ ĐĂNG KÝ KHAI SINH");
        render(
                scan,
                List.of(new NewDocument(
                        Ids.next(),
                        DocumentType.told("so_dang_ky_khai_sinh", 0.98, ""),
                        "",
                        List.of(page),
                        List.of(),
                        List.of(
                                List.of(
                                        field("so", "1", page, 1, 100, true),
                                        field("ho_ten", first, page, 1, 200, true)),
                                List.of(
                                        field("so", "2", page, 2, 100, true),
                                        field("ho_ten", second, page, 2, 200, true),
                                        field("ngay_sinh", "05/11/1992", page, 2, 500, true))))));
        return scan;
    }

    public static List<FieldValue> birthFields(UUID page, String name) {
        return List.of(
                field("ho_ten", name, page, 1, 200, true),
                field("ngay_sinh", "05/11/1992", page, 2, 280, true),
                field("gioi_tinh", "Nữ", page, 3, 280, false));
    }

    private static FieldValue field(String code, String value, UUID page, int line, int x, boolean doubted) {
        return new FieldValue(
                code,
                value,
                value.toUpperCase(),
                doubted ? 0.7 : 0.99,
                FieldValue.Source.OCR,
                Optional.of(page),
                Optional.of(new Box(x, 120 + line * 56, 560, 52)),
                doubted,
                "");
    }

    /** Takes a scan of these pages to where a person looks at it. */
    public UUID reviewed(Counter counter, String name, String... texts) {
        UUID scan = received(counter, name);
        List<UUID> pages = split(scan, List.of(texts));
        for (int i = 0; i < pages.size(); i++) {
            read(pages.get(i), texts[i]);
        }
        render(scan, pages, "%PDF-1.7 test".getBytes());
        return scan;
    }

    private static PageText words(String text) {
        List<Line> lines = text.lines()
                .map(line -> new Line(java.util.Arrays.stream(line.split(" "))
                        .map(word -> new Word(word, new Box(0, 0, 10, 10), 0.9f))
                        .toList()))
                .toList();
        return new PageText(1240, 1754, 150, PageText.Source.OCR, List.of(new Block(lines)));
    }

    private static byte[] picture(String text, String format) {
        BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 34));
        int y = 160;
        for (String line : text.lines().toList()) {
            pen.drawString(line, 120, y);
            y += 56;
        }
        pen.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
