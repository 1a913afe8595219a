package vn.sohoa.intake;

import java.util.List;
import java.util.function.Function;
import vn.sohoa.scan.Shelves.Order;
import vn.sohoa.scan.Shelves.Shelved;

/**
 * Goes through a long list of taken files part by part, and from the beginning again after its end. What cannot be done
 * at the moment, since a folder is away for instance, stays in the list and must not keep the rest of it waiting.
 */
final class Turn {
    private final int most;
    private Order last = Order.START;

    /**
     * @param most how many a full part has
     */
    Turn(int most) {
        this.most = most;
    }

    /** The next part. */
    List<Shelved> next(Function<Order, List<Shelved>> behind) {
        List<Shelved> part = behind.apply(last);
        last = part.size() < most ? Order.START : part.get(part.size() - 1).in();
        return part;
    }
}
