package vn.sohoa.intake;

import java.util.List;
import vn.sohoa.common.Reason;

/**
 * What lies in the inbox where no counter takes it, or where we cannot look. Nothing of it is lost or touched; a person
 * has to move it.
 *
 * @param count how many entries there are
 * @param some the first of them
 */
public record Misplaced(int count, List<Entry> some) {
    public static final Misplaced NOTHING = new Misplaced(0, List.of());

    public Misplaced {
        some = List.copyOf(some);
    }

    /**
     * A file or folder.
     *
     * @param place below the inbox, as text for people; it may hold personal data
     * @param reason why it is not taken and what to do
     */
    public record Entry(String place, Reason reason) {}
}
