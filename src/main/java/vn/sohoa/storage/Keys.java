package vn.sohoa.storage;

import java.util.regex.Pattern;

/**
 * Which keys we give out: plain enough for every S3 server and for the folder behind the embedded one. In that folder a
 * key is a path, so no key may be the beginning of another up to a slash.
 */
final class Keys {
    /** The folder behind the embedded store allows 255 bytes a name and appends up to 45 of its own. */
    private static final int SEGMENT_LENGTH = 200;

    private static final int KEY_LENGTH = 512;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*|\\.sohoa");

    /** The embedded store writes {@code <key>-<uuid>} beside the key and then renames: such names are uploads under way. */
    private static final Pattern UNDER_WAY =
            Pattern.compile(".*-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Keys() {}

    static String checked(String key) {
        if (key.isEmpty() || key.length() > KEY_LENGTH || underWay(key)) {
            throw new IllegalArgumentException("not a key of ours: " + key);
        }
        for (String segment : key.split("/", -1)) {
            if (segment.length() > SEGMENT_LENGTH || !SEGMENT.matcher(segment).matches()) {
                throw new IllegalArgumentException("not a key of ours: " + key);
            }
        }
        return key;
    }

    static boolean underWay(String key) {
        return UNDER_WAY.matcher(key).matches();
    }
}
