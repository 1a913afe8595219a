package vn.sohoa.scan;

import java.util.EnumSet;
import java.util.Set;

/** Where a scan, a page or a document stands. Which of them a subject uses is told by {@link Stage}. */
public enum State {
    /** A scan whose bytes are safe; due for splitting. */
    RECEIVED,
    SPLITTING,
    /** A scan: its pages are being read. A page: a recognizer has it. */
    READING,
    /** A scan: all its pages are done; due for understanding. A page: its words are kept. */
    READ,
    UNDERSTANDING,
    /** A scan: its documents are being rendered. A document: someone is at it. */
    RENDERING,
    /** Done as far as a machine can: a person looks next. */
    IN_REVIEW,
    FILED,
    /** The same bytes as another scan of the counter. */
    REPEAT,
    /** Can never work; the file lies in quarantine with its reason. */
    QUARANTINED,
    /** Did not work out; a person has to look. */
    STUCK,
    /** A page that is due for reading. */
    WAITING,
    /** A document that is due for rendering. */
    CUT,
    /** A document whose pages or type a person changed; due for extraction. */
    RECUT,
    EXTRACTING,
    /** A person said that a document is right; due for publication. Published, it is {@link #FILED}. */
    CONFIRMED,
    PUBLISHING,
    /** A person said that a document is not to be kept, and why. Its scan keeps its bytes. */
    DISCARDED,
    /** The pages of a document are now in others: a person split or joined it. */
    REPLACED,
    /** A document that cannot be used as it is: the paper is to be scanned again. */
    SENT_BACK;

    private static final Set<State> SCAN_ENDS = EnumSet.of(IN_REVIEW, FILED, REPEAT, QUARANTINED, STUCK);

    /** Whether a machine has nothing more to do with a scan in this state. */
    public boolean endsScan() {
        return SCAN_ENDS.contains(this);
    }
}
