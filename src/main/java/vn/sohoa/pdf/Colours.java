package vn.sohoa.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * The colour spaces of one document. Beside an output intent of sRGB gray and RGB may stay without a profile; CMYK may
 * not (ISO 19005-2, 6.2.4.3) and gets one. One copy serves all pages.
 */
final class Colours {
    /** A press profile for whoever has none (CGATS TR 001, public domain), which PDFBox brings along. */
    private static final String PRESS = "/org/apache/pdfbox/resources/icc/CGATS001Compat-v2-micro.icc";

    private static final Map<COSName, Integer> DEVICE = Map.of(COSName.DEVICEGRAY, 1, COSName.DEVICERGB, 3);
    private static final int CMYK = 4;
    private static final int PROFILE_HEADER = 128;
    private static final int NEXT_MAJOR_VERSION = 5;
    private static final Set<String> CLASSES = Set.of("scnr", "mntr", "prtr", "spac");
    private static final Map<Integer, String> SPACES = Map.of(1, "GRAY", 3, "RGB ", CMYK, "CMYK");

    /**
     * @param components how many numbers a pixel has; 0 where the picture itself says it
     */
    record Space(COSBase object, int components) {}

    private final PDDocument document;

    private @Nullable COSArray press;

    Colours(PDDocument document) {
        this.document = document;
    }

    /** The same colours said so that an archive may keep them; nothing where that cannot be. */
    Optional<Space> archival(@Nullable COSBase space) throws IOException {
        if (space instanceof COSName name) {
            return DEVICE.containsKey(name)
                    ? Optional.of(new Space(name, DEVICE.get(name)))
                    : Optional.of(new Space(cmyk(), CMYK)).filter(s -> COSName.DEVICECMYK.equals(name));
        }
        if (!(space instanceof COSArray array) || !(array.getObject(0) instanceof COSName kind)) {
            return Optional.empty();
        }
        if (COSName.ICCBASED.equals(kind) && array.getObject(1) instanceof COSStream profile) {
            return profiled(array, profile);
        }
        if (COSName.INDEXED.equals(kind)) {
            Optional<Space> base = archival(array.getObject(1));
            base.ifPresent(found -> array.set(1, found.object()));
            return base.map(found -> new Space(array, 1));
        }
        return Optional.of(new Space(array, COSName.CALGRAY.equals(kind) ? 1 : 3));
    }

    private Optional<Space> profiled(COSArray space, COSStream profile) throws IOException {
        int components = profile.getInt(COSName.N);
        byte[] head;
        try (InputStream in = profile.createInputStream()) {
            head = in.readNBytes(PROFILE_HEADER);
        }
        if (isSound(head, components)) {
            return Optional.of(new Space(space, components));
        }
        return switch (components) {
            case 1 -> Optional.of(new Space(COSName.DEVICEGRAY, 1));
            case 3 -> Optional.of(new Space(COSName.DEVICERGB, 3));
            case CMYK -> Optional.of(new Space(cmyk(), CMYK));
            default -> Optional.empty();
        };
    }

    /** What ISO 19005-2, 6.2.4.2, asks of a profile. */
    private static boolean isSound(byte[] head, int components) {
        if (head.length < PROFILE_HEADER || !SPACES.containsKey(components)) {
            return false;
        }
        return "acsp".equals(text(head, 36))
                && CLASSES.contains(text(head, 12))
                && SPACES.get(components).equals(text(head, 16))
                && head[8] < NEXT_MAJOR_VERSION;
    }

    private static String text(byte[] head, int at) {
        return StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(head, at, 4)).toString();
    }

    /** Four inks by a profile. */
    COSArray cmyk() throws IOException {
        if (press == null) {
            try (InputStream profile = PDDocument.class.getResourceAsStream(PRESS)) {
                if (profile == null) {
                    throw new IllegalStateException("the profile is not on the class path: " + PRESS);
                }
                PDStream stream =
                        new PDStream(document, new ByteArrayInputStream(profile.readAllBytes()), COSName.FLATE_DECODE);
                stream.getCOSObject().setInt(COSName.N, CMYK);
                press = new COSArray();
                press.add(COSName.ICCBASED);
                press.add(stream);
            }
        }
        return press;
    }
}
