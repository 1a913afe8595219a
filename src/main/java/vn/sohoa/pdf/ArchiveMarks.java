package vn.sohoa.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.AdobePDFSchema;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What makes a PDF one for the archive (ISO 19005-2, level U): what it is, when it was made, what its colours mean. */
final class ArchiveMarks {
    private static final int PART = 2;
    private static final String LEVEL = "U";
    private static final float PDF_VERSION = 1.7f;
    private static final String SOFTWARE = "sohoa";
    private static final String LANGUAGE = "vi";
    private static final String SRGB = "sRGB IEC61966-2.1";

    private ArchiveMarks() {}

    static void put(DocumentInfo info, PDDocument document) throws IOException {
        document.setVersion(PDF_VERSION);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(LANGUAGE);
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.addOutputIntent(colours(document));
        document.setDocumentInformation(dictionary(info));
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(info));
        catalog.setMetadata(metadata);
    }

    private static PDDocumentInformation dictionary(DocumentInfo info) {
        PDDocumentInformation dictionary = new PDDocumentInformation();
        dictionary.setTitle(info.title());
        dictionary.setCreator(SOFTWARE);
        dictionary.setProducer(SOFTWARE);
        dictionary.setCreationDate(created(info));
        dictionary.setModificationDate(created(info));
        return dictionary;
    }

    /** Says the same as the dictionary, to the second: PDF/A wants both equal. */
    private static byte[] xmp(DocumentInfo info) throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        try {
            PDFAIdentificationSchema archive = xmp.createAndAddPDFAIdentificationSchema();
            archive.setPart(PART);
            archive.setConformance(LEVEL);
            DublinCoreSchema core = xmp.createAndAddDublinCoreSchema();
            core.setTitle(info.title());
            core.setFormat("application/pdf");
            core.addLanguage(LANGUAGE);
            XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
            basic.setCreateDate(created(info));
            basic.setModifyDate(created(info));
            basic.setCreatorTool(SOFTWARE);
            AdobePDFSchema pdf = xmp.createAndAddAdobePDFSchema();
            pdf.setProducer(SOFTWARE);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            serializer().serialize(xmp, bytes, true);
            return bytes.toByteArray();
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("the metadata could not be written", e);
        }
    }

    /**
     * The JDK's own parts by name. To look for others, as the plain constructor does, opens every jar of the class path
     * for each document: more work than all the rest of a small one, and what is found there differs by what is there.
     */
    private static XmpSerializer serializer() {
        return new XmpSerializer(TransformerFactory.newDefaultInstance(), DocumentBuilderFactory.newDefaultInstance());
    }

    private static Calendar created(DocumentInfo info) {
        return GregorianCalendar.from(info.created().atZone(ZoneOffset.UTC));
    }

    private static PDOutputIntent colours(PDDocument document) throws IOException {
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(SrgbProfile.bytes()));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }
}
