package vn.sohoa.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one font of a document's invisible text: DejaVu Sans, which has every Vietnamese letter in one piece (Liberation
 * lacks ơ, ư and all below-dotted ones); of it only the letters used go into the file, and in a document whose text is
 * never drawn without their outlines.
 */
final class TextFont implements AutoCloseable {
    private static final int UNKNOWN = 0xfffd;
    private static final float THOUSAND = 1_000f;

    private final TrueTypeFont trueType;
    private final CmapLookup letters;
    private final PDType0Font font;
    private boolean used;

    TextFont(PDDocument document) throws IOException {
        trueType = ParsedFonts.take();
        letters = trueType.getUnicodeCmapLookup();
        font = PDType0Font.load(document, trueType, true);
    }

    PDType0Font font() {
        return font;
    }

    /** The text with every letter that the font lacks, or that no PDF/A may name, as U+FFFD. */
    String drawable(String text) {
        return text.codePoints()
                .map(c -> c > ' ' && c != 0xfeff && letters.getGlyphId(c) != 0 ? c : UNKNOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The codes of drawable text, which the font will have to have. */
    byte[] encode(String drawable) throws IOException {
        used = true;
        drawable.codePoints().forEach(font::addToSubset);
        return font.encode(drawable);
    }

    /** Leaves in the file the letters used, undrawn; after this nothing more can be encoded. */
    void finish(PDDocument document) throws IOException {
        if (used) { // PDFBox does this by itself only for pages that its own content streams write
            font.subset();
            PDFontDescriptor descriptor = font.getDescendantFont().getFontDescriptor();
            byte[] undrawn = UndrawnFont.of(descriptor.getFontFile2().toByteArray());
            PDStream program = new PDStream(document, new ByteArrayInputStream(undrawn), COSName.FLATE_DECODE);
            program.getCOSObject().setInt(COSName.LENGTH1, undrawn.length);
            descriptor.setFontFile2(program);
        }
    }

    /** From the lowest to the highest it reaches, at size 1. */
    float height() {
        PDFontDescriptor descriptor = font.getDescendantFont().getFontDescriptor();
        return (descriptor.getAscent() - descriptor.getDescent()) / THOUSAND;
    }

    /** How far it reaches below the line that letters stand on, at size 1. */
    float depth() {
        return -font.getDescendantFont().getFontDescriptor().getDescent() / THOUSAND;
    }

    /** How wide drawable text is at size 1. */
    float width(String drawable) throws IOException {
        return font.getStringWidth(drawable) / THOUSAND;
    }

    @Override
    public void close() {
        ParsedFonts.giveBack(trueType);
    }
}
