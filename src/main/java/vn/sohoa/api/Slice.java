package vn.sohoa.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next for {@code after} in the next request; absent when this is the last part
 */
public record Slice<T>(List<T> items, Optional<String> next) {
    static final int MOST = 200;

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * @param found one more than asked for, where there are more
     * @param limit how many were asked for
     */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, UUID> id) {
        if (found.size() <= limit) {
            return new Slice<>(found, Optional.empty());
        }
        List<T> shown = found.subList(0, limit);
        return new Slice<>(shown, Optional.of(new Cursor(id.apply(shown.get(limit - 1))).toString()));
    }

    /** The limit as asked for, when it may be asked for. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Problem.invalid("limit", "phải từ 1 đến " + MOST + ".", "must be 1 to " + MOST + ".");
        }
        return asked;
    }

    /** The same part with each item seen in another way. */
    public <R> Slice<R> map(Function<T, R> view) {
        return new Slice<>(items.stream().map(view).toList(), next);
    }
}
