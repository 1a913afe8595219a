package vn.sohoa.storage;

import java.io.IOException;

/** Makes an object that the server has accepted survive a power cut. */
@FunctionalInterface
public interface Durability {
    /** Returns when the object is on the disk; throws when that cannot be promised. */
    void force(Bucket bucket, String key) throws IOException;

    /** For a real server, whose acknowledgement already is that promise. */
    static Durability ofServer() {
        return (bucket, key) -> {};
    }
}
