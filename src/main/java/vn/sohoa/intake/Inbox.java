package vn.sohoa.intake;

import java.util.Iterator;

/** Where files come from. */
public interface Inbox {
    /** Looks once; hands out the files that are ready, one after the other, while it looks. */
    Iterator<?> look();

    /** Something the file needs was away: hand it out again after a while. */
    void later(Object candidate);

    /** What the last whole look found where no counter takes it. */
    default Misplaced misplaced() {
        return Misplaced.NOTHING;
    }
}
