package vn.sohoa.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** PDFs as programs make them: text that is drawn, sometimes signed, sometimes with what should not be there. */
public final class DrawnPdfs {
    private static final String FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";

    /** What may act in a PDF. */
    public enum Act {
        SCRIPT_AT_START,
        SCRIPT_OF_THE_DOCUMENT,
        LAUNCH_BEHIND_A_LINK,
        SCRIPT_OF_A_PAGE,
        ATTACHMENT,
        DYNAMIC_FORM
    }

    private DrawnPdfs() {}

    /** A page for each text. */
    public static byte[] of(String... pages) throws IOException {
        try (PDDocument document = drawn(pages)) {
            return bytes(document);
        }
    }

    private static PDDocument drawn(String... pages) throws IOException {
        PDDocument document = new PDDocument();
        PDFont font;
        try (InputStream file = DrawnPdfs.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, file);
        }
        for (String text : pages) {
            PDPage page = new PDPage(PDRectangle.A5);
            document.addPage(page);
            try (PDPageContentStream canvas = new PDPageContentStream(document, page)) {
                canvas.beginText();
                canvas.setFont(font, 14);
                canvas.setLeading(20);
                canvas.newLineAtOffset(40, 500);
                for (String line : text.split("\n")) {
                    canvas.showText(line);
                    canvas.newLine();
                }
                canvas.endText();
            }
        }
        return document;
    }

    /** Signed as far as a reader can tell without the certificate: by a range of bytes and a container behind it. */
    public static byte[] signed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName("Cơ quan thử nghiệm");
            Calendar date = new GregorianCalendar(2026, Calendar.JANUARY, 5);
            signature.setSignDate(date);
            document.addSignature(signature, content -> {
                content.transferTo(java.io.OutputStream.nullOutputStream());
                return new byte[] {0x30, 0x03, 0x02, 0x01, 0x01};
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    /** Two pages and one thing that acts. */
    public static byte[] acting(Act act) throws IOException {
        try (PDDocument document = drawn(
                "Giấy giới thiệu của Ủy ban nhân dân phường\nKính gửi các cơ quan, có lệnh ẩn",
                "Giấy giới thiệu của Ủy ban nhân dân phường\nKính gửi các cơ quan, trang hai")) {
            add(act, document);
            return bytes(document);
        }
    }

    private static void add(Act act, PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        PDActionJavaScript script = new PDActionJavaScript("app.alert('x')");
        switch (act) {
            case SCRIPT_AT_START -> document.getDocumentCatalog().setOpenAction(script);
            case SCRIPT_OF_THE_DOCUMENT -> {
                PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                COSDictionary tree = new COSDictionary();
                org.apache.pdfbox.cos.COSArray list = new org.apache.pdfbox.cos.COSArray();
                list.add(new COSString("a"));
                list.add(script.getCOSObject());
                tree.setItem(COSName.NAMES, list);
                names.getCOSObject().setItem(COSName.getPDFName("JavaScript"), tree);
                document.getDocumentCatalog().setNames(names);
            }
            case LAUNCH_BEHIND_A_LINK -> {
                PDActionLaunch launch = new PDActionLaunch();
                launch.setF("calc.exe");
                PDAnnotationLink link = new PDAnnotationLink();
                link.setRectangle(new PDRectangle(40, 480, 100, 40));
                link.setAction(launch);
                page.setAnnotations(List.of(link));
            }
            case SCRIPT_OF_A_PAGE -> {
                COSDictionary actions = new COSDictionary();
                actions.setItem(COSName.O, script.getCOSObject());
                page.getCOSObject().setItem(COSName.AA, actions);
            }
            case ATTACHMENT -> {
                PDComplexFileSpecification file = new PDComplexFileSpecification();
                file.setFile("a.exe");
                file.setEmbeddedFile(new PDEmbeddedFile(
                        document, new ByteArrayInputStream("MZ".getBytes(StandardCharsets.US_ASCII))));
                PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
                tree.setNames(Map.of("a.exe", file));
                PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                names.setEmbeddedFiles(tree);
                document.getDocumentCatalog().setNames(names);
            }
            case DYNAMIC_FORM -> {
                PDAcroForm form = new PDAcroForm(document);
                form.getCOSObject().setItem(COSName.XFA, new COSString("<xdp/>"));
                document.getDocumentCatalog().setAcroForm(form);
            }
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
