package vn.sohoa.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours that numbers without a profile mean: sRGB (IEC 61966-2-1) as an ICC profile of version 4.2, its curve
 * written as the formula it is. A sixth of the runtime's own, which is a table, and the same in every release.
 */
final class SrgbProfile {
    private static final int HEADER = 128;
    private static final int DIRECTORY_ENTRY = 12;
    private static final int VERSION = 0x04200000;
    private static final int ONE = 1 << 16;
    /** The white of the profile connection space, D50. */
    private static final double[] D50 = {0.9642, 1.0, 0.8249};

    /** The primaries and the way from D65, as adapted by Bradford's matrix. */
    private static final double[] RED = {0.43607, 0.22249, 0.01392};

    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};
    private static final double[] ADAPTATION = {
        1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168
    };

    /** Gamma, a, b, c, d of the curve (aX + b)^gamma above d and cX below it: ICC.1:2004-10, 10.15, function 3. */
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private static final int CURVE_FUNCTION = 3;

    private SrgbProfile() {}

    static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text("sRGB"));
        tags.put("cprt", text("CC0"));
        tags.put("wtpt", numbers("XYZ ", D50));
        tags.put("chad", numbers("sf32", ADAPTATION));
        tags.put("rXYZ", numbers("XYZ ", RED));
        tags.put("gXYZ", numbers("XYZ ", GREEN));
        tags.put("bXYZ", numbers("XYZ ", BLUE));
        byte[] curve = curve();
        tags.put("rTRC", curve);
        tags.put("gTRC", curve); // one copy serves all three
        tags.put("bTRC", curve);
        return profile(tags);
    }

    private static byte[] profile(Map<String, byte[]> tags) {
        int start = HEADER + 4 + DIRECTORY_ENTRY * tags.size();
        ByteBuffer directory = ByteBuffer.allocate(DIRECTORY_ENTRY * tags.size());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        Map<byte[], Integer> places = new java.util.IdentityHashMap<>();
        tags.forEach((name, value) -> {
            int place = places.computeIfAbsent(value, v -> {
                int here = start + data.size();
                data.writeBytes(v);
                return here;
            });
            directory
                    .put(name.getBytes(StandardCharsets.US_ASCII))
                    .putInt(place)
                    .putInt(value.length);
        });
        ByteBuffer profile = ByteBuffer.allocate(start + data.size());
        profile.putInt(profile.capacity()).putInt(0).putInt(VERSION);
        profile.put("mntrRGB XYZ ".getBytes(StandardCharsets.US_ASCII));
        profile.putShort((short) 2026).putShort((short) 1).putShort((short) 1).position(36);
        profile.put("acsp".getBytes(StandardCharsets.US_ASCII)).position(68);
        for (double value : D50) {
            profile.putInt(fixed(value));
        }
        return profile.position(HEADER)
                .putInt(tags.size())
                .put(directory.flip())
                .put(data.toByteArray())
                .array();
    }

    private static byte[] text(String english) {
        byte[] letters = english.getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer out = ByteBuffer.allocate(28 + (letters.length + 3) / 4 * 4);
        out.put("mluc".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(1).putInt(12);
        out.put("enUS".getBytes(StandardCharsets.US_ASCII))
                .putInt(letters.length)
                .putInt(28);
        return out.put(letters).array();
    }

    private static byte[] numbers(String type, double... values) {
        ByteBuffer out = ByteBuffer.allocate(8 + 4 * values.length);
        out.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(0);
        for (double value : values) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    private static byte[] curve() {
        ByteBuffer out = ByteBuffer.allocate(12 + 4 * CURVE.length);
        out.put("para".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        out.putShort((short) CURVE_FUNCTION).putShort((short) 0);
        for (double value : CURVE) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * ONE);
    }
}
