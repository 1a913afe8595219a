package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.sohoa.page.Block;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class AltoTest {
    private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";
    private static final Set<String> PLACE = Set.of("HPOS", "VPOS", "WIDTH", "HEIGHT");

    /** What the ALTO 4 schema lets stand in what, as far as we use it; order is checked where the schema has one. */
    private static final Map<String, List<String>> CHILDREN = Map.ofEntries(
            Map.entry("alto", List.of("Description", "Layout")),
            Map.entry("Description", List.of("MeasurementUnit", "sourceImageInformation", "Processing")),
            Map.entry("sourceImageInformation", List.of("fileName")),
            Map.entry("Processing", List.of("processingStepDescription", "processingSoftware")),
            Map.entry("processingSoftware", List.of("softwareName", "softwareVersion")),
            Map.entry("Layout", List.of("Page")),
            Map.entry("Page", List.of("PrintSpace")),
            Map.entry("PrintSpace", List.of("TextBlock")),
            Map.entry("TextBlock", List.of("TextLine")),
            Map.entry("TextLine", List.of("String", "SP")));

    @Test
    void everyWordComesBackFromAnyXmlParserWithItsPlaceAndConfidence() throws Exception {
        Document document = parse(List.of(Texts.twoBlocks(), Texts.page(), Texts.twoBlocks()), "SCN_0001.pdf");

        assertThat(elements(document, "Page")).hasSize(3);
        List<Word> words = new ArrayList<>();
        for (Element string : elements(document, "String")) {
            words.add(new Word(
                    string.getAttribute("CONTENT"),
                    new vn.sohoa.page.Box(
                            number(string, "HPOS"),
                            number(string, "VPOS"),
                            number(string, "WIDTH"),
                            number(string, "HEIGHT")),
                    Float.parseFloat(string.getAttribute("WC"))));
        }
        List<Word> expected = new ArrayList<>(Texts.twoBlocks().words().toList());
        expected.addAll(Texts.twoBlocks().words().toList());
        assertThat(words).isEqualTo(expected);
    }

    @Test
    void structureIsThatOfAlto4() throws Exception {
        Document document = parse(List.of(Texts.twoBlocks(), Texts.page()), "a & b <c>.tif");

        check(document.getDocumentElement());
        Set<String> ids = new HashSet<>();
        for (String name : List.of("Page", "TextBlock", "TextLine", "String", "Processing")) {
            for (Element element : elements(document, name)) {
                assertThat(element.getAttribute("ID")).matches("[a-z][a-z0-9_]*");
                assertThat(ids.add(element.getAttribute("ID"))).isTrue();
            }
        }
        assertThat(ids).contains(elements(document, "Page").get(0).getAttribute("PROCESSINGREFS"));
        assertThat(elements(document, "fileName").get(0).getTextContent()).isEqualTo("a & b <c>.tif");
        assertThat(elements(document, "MeasurementUnit").get(0).getTextContent())
                .isEqualTo("pixel");
        assertThat(elements(document, "softwareName").get(0).getTextContent()).isEqualTo("sohoa");
        assertThat(elements(document, "SP")).hasSize(4);
    }

    @Test
    void charactersNoXmlFileMayHoldAreReplaced() throws Exception {
        Word odd = Texts.word("a\u0000b\u000cc\ud800d\uffffe", 1, 1, 1f);
        PageText page = Texts.page(new Block(List.of(new Line(List.of(odd)))));

        Element string = elements(parse(List.of(page), "\u0001.pdf"), "String").get(0);

        assertThat(string.getAttribute("CONTENT")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
    }

    private static void check(Element element) {
        assertThat(element.getNamespaceURI()).isEqualTo(NAMESPACE);
        String name = element.getLocalName();
        List<String> allowed = CHILDREN.getOrDefault(name, List.of());
        int last = 0;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                int place = allowed.indexOf(inner.getLocalName());
                assertThat(place).as(inner.getLocalName() + " in " + name).isNotNegative();
                if (!name.equals("TextLine")) {
                    assertThat(place).isGreaterThanOrEqualTo(last);
                    last = place;
                }
                check(inner);
            }
        }
        if (Set.of("PrintSpace", "TextBlock", "TextLine", "String").contains(name)) {
            PLACE.forEach(side -> assertThat(number(element, side)).isNotNegative());
        }
        if (name.equals("Page")) {
            assertThat(number(element, "PHYSICAL_IMG_NR")).isPositive();
        }
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagNameNS(NAMESPACE, name);
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            list.add((Element) found.item(i));
        }
        return list;
    }

    private static Document parse(List<PageText> pages, String label) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Alto.write(pages, label, bytes);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
