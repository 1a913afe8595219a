package vn.sohoa.cli;

import java.nio.charset.StandardCharsets;

/** What the files of a document are called: {@code <source>.<n>}, or a shortened form where that would be too long. */
final class OutputName {
    private static final int LONGEST = 255; // bytes of a file name
    private static final int ENDING = ".alto.xml.part".length();
    private static final int KEPT = 180;

    private OutputName() {}

    /** The path below the output folder, without the ending. */
    static String of(String source, int position) {
        String whole = source + "." + position;
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        if (bytes(name) + ENDING <= LONGEST) {
            return whole;
        }
        int end = 0;
        while (bytes(name.substring(0, name.offsetByCodePoints(end, 1))) <= KEPT) {
            end = name.offsetByCodePoints(end, 1);
        }
        String folder = whole.substring(0, whole.length() - name.length());
        return folder + name.substring(0, end) + "~" + Integer.toHexString(source.hashCode()) + "." + position;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
