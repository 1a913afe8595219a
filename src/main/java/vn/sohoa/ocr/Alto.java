package vn.sohoa.ocr;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Words with their places as ALTO 4 (Library of Congress, {@code ns-v4}), one file a document, one {@code Page} a page,
 * boxes in pixels of the page as scanned.
 */
public final class Alto {
    private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";
    private static final String PROCESSING = "recognition";
    private static final String SOFTWARE = "sohoa";
    private static final char REPLACEMENT = '\ufffd';

    private final XMLStreamWriter xml;

    private Alto(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes the pages in order, as UTF-8; does not close the stream.
     *
     * @param label what the source file is called; a label, not a path
     */
    public static void write(List<PageText> pages, String label, OutputStream out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            new Alto(xml).document(pages, label);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new java.io.UncheckedIOException(new java.io.IOException("ALTO could not be written", e));
        }
    }

    private void document(List<PageText> pages, String label) throws XMLStreamException {
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement("alto");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("Description");
        element("MeasurementUnit", "pixel");
        xml.writeStartElement("sourceImageInformation");
        element("fileName", label);
        xml.writeEndElement();
        xml.writeStartElement("Processing");
        xml.writeAttribute("ID", PROCESSING);
        element("processingStepDescription", "text recognition");
        xml.writeStartElement("processingSoftware");
        element("softwareName", SOFTWARE);
        element("softwareVersion", version());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("Layout");
        for (int i = 0; i < pages.size(); i++) {
            page(pages.get(i), i + 1);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void page(PageText page, int number) throws XMLStreamException {
        String id = "p" + number;
        xml.writeStartElement("Page");
        xml.writeAttribute("ID", id);
        xml.writeAttribute("PHYSICAL_IMG_NR", Integer.toString(number));
        xml.writeAttribute("WIDTH", Integer.toString(page.width()));
        xml.writeAttribute("HEIGHT", Integer.toString(page.height()));
        if (!page.isEmpty()) {
            xml.writeAttribute("PC", fraction(page.confidence()));
        }
        xml.writeAttribute("PROCESSINGREFS", PROCESSING);
        xml.writeStartElement("PrintSpace");
        place(new Box(0, 0, page.width(), page.height()));
        for (int i = 0; i < page.blocks().size(); i++) {
            block(page.blocks().get(i), id + "_b" + (i + 1));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void block(Block block, String id) throws XMLStreamException {
        xml.writeStartElement("TextBlock");
        xml.writeAttribute("ID", id);
        place(block.box());
        for (int i = 0; i < block.lines().size(); i++) {
            line(block.lines().get(i), id + "_l" + (i + 1));
        }
        xml.writeEndElement();
    }

    private void line(Line line, String id) throws XMLStreamException {
        xml.writeStartElement("TextLine");
        xml.writeAttribute("ID", id);
        place(line.box());
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            if (i > 0) {
                space(line.words().get(i - 1).box(), word.box());
            }
            xml.writeEmptyElement("String");
            xml.writeAttribute("ID", id + "_w" + (i + 1));
            place(word.box());
            xml.writeAttribute("WC", fraction(word.confidence()));
            xml.writeAttribute("CONTENT", legal(word.text()));
        }
        xml.writeEndElement();
    }

    private void space(Box before, Box after) throws XMLStreamException {
        xml.writeEmptyElement("SP");
        xml.writeAttribute("HPOS", Integer.toString(before.right()));
        xml.writeAttribute("VPOS", Integer.toString(before.y()));
        xml.writeAttribute("WIDTH", Integer.toString(Math.max(0, after.x() - before.right())));
    }

    private void place(Box box) throws XMLStreamException {
        xml.writeAttribute("HPOS", Integer.toString(box.x()));
        xml.writeAttribute("VPOS", Integer.toString(box.y()));
        xml.writeAttribute("WIDTH", Integer.toString(box.width()));
        xml.writeAttribute("HEIGHT", Integer.toString(box.height()));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String version() {
        String version = Alto.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** A recognizer or a file name may hold characters that no XML file may (XML 1.0, production 2). */
    private static String legal(String text) {
        if (text.codePoints().allMatch(Alto::legal)) {
            return text;
        }
        return text.codePoints()
                .map(c -> legal(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean legal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000 && c <= 0x10ffff;
    }
}
