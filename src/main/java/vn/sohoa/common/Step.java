package vn.sohoa.common;

/**
 * Every place of the walk between two effects, where an effect is something that a crash does not undo: a stored object,
 * a committed transaction, a message, a moved file, the answer of another process. What holds at each of them is one of
 * two things: it is done again from the start, or only the rest is done. Tests make a process die, fail or wait at each
 * of them ({@link Faults}).
 */
public enum Step {
    // a file of a watched folder
    INTAKE_CLAIMED,
    INTAKE_STORED,
    INTAKE_COMMITTED,
    INTAKE_ANNOUNCED,
    INTAKE_PLACE_KEPT,
    INTAKE_PLACE_RECORDED,
    INTAKE_MOVED,
    INTAKE_OVER,
    /** The reason lies in quarantine, the file not yet. */
    REFUSAL_EXPLAINED,

    // an object that must never be lost
    /** A large file is in the store, without a name of its own. */
    OBJECT_STAGED,
    /** It has its name, uploaded or copied there, and is not proven yet. */
    OBJECT_UPLOADED,
    OBJECT_READ_BACK,
    OBJECT_FORCED,

    // a scan is cut into pages
    SPLIT_CLAIMED,
    SPLIT_FETCHED,
    SPLIT_IMAGE_STORED,
    SPLIT_CUT,
    SPLIT_COMMITTED,

    // a page is read
    READ_CLAIMED,
    READ_FETCHED,
    /** In the recognizer's process: it has the page and has written the views of it. */
    RECOGNIZER_ASKED,
    /** In the recognizer's process: it knows the words and has not said them. */
    RECOGNIZER_READ,
    READ_ANSWERED,
    PAGE_WORDS_STORED,
    PAGE_ALTO_STORED,
    PAGE_VIEW_STORED,
    READ_STORED,
    READ_COMMITTED,

    // the pages of a scan are cut into documents
    UNDERSTAND_CLAIMED,
    UNDERSTAND_UNDERSTOOD,
    UNDERSTAND_COMMITTED,

    // a document that a person changed is read anew
    EXTRACT_CLAIMED,
    EXTRACT_EXTRACTED,
    EXTRACT_COMMITTED,

    // a document finds its dossier and gets its file
    RENDER_CLAIMED,
    RENDER_ATTACHED,
    RENDER_WRITTEN,
    RENDER_STORED,
    RENDER_COMMITTED,

    // a confirmed document goes into the shared data set
    PUBLISH_CLAIMED,
    PUBLISH_CODED,
    PUBLISH_SIDECAR_STORED,
    /** Inside of the transaction: the paper is entered, its document not yet filed. */
    PUBLISH_ENTERED,
    PUBLISH_COMMITTED,

    // a list of dossiers
    LIST_QUIET,
    LIST_ROW_ENTERED,
    LIST_ENTERED,
    LIST_EXPLAINED,
    LIST_MOVED,

    // a page of a civil-registry book
    BOOK_SCAN_ENDED,
    BOOK_SCAN_TAKEN,

    // files that were taken
    ARRIVAL_FOUND_MOVED,
    LATE_PLACE_KEPT,
    LATE_PLACE_RECORDED,
    LATE_MOVED,
    DONE_READ,
    DONE_DELETED,

    // what runs beside the walk
    FIXITY_READ,
    FIXITY_NOTED,
    /** Inside of the transaction: the links are there, the entries still wait for them. */
    SEAL_LINKED,
    SEAL_COMMITTED,
    SWEEP_GIVEN_BACK,
    SWEEP_MARKED,

    // what becomes of a failure
    FAILURE_CAUGHT,
    FAILURE_RECORDED;

    /** The effect before this step is there, the one after it is not. */
    public void reached() {
        Faults.at(this);
    }
}
