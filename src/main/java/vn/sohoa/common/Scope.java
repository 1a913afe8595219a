package vn.sohoa.common;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Whose rows the current thread may see and change: the database is told at the start of every transaction and shows
 * nothing else. The service's own work sees everything; a request from outside sees nothing until it is known who asks.
 */
public sealed interface Scope {
    /** The service itself: routes, sweepers, commands. What a thread has that nobody asked anything of. */
    Scope MACHINE = new Machine();

    /** Nobody yet. */
    Scope NOTHING = new Units(Set.of());

    record Machine() implements Scope {}

    /**
     * A person or another system.
     *
     * @param ids of the units whose rows they may see
     */
    record Units(Set<UUID> ids) implements Scope {
        public Units {
            ids = Set.copyOf(ids);
        }
    }

    static Scope of(Set<UUID> units) {
        return new Units(units);
    }

    static Scope current() {
        return Bound.SCOPE.get();
    }

    /** Until it is closed, on this thread. */
    static Bound bind(Scope scope) {
        return new Bound(scope);
    }

    /** Does something in another scope than the thread's. */
    static <T> T in(Scope scope, Supplier<T> work) {
        try (Bound bound = bind(scope)) {
            return bound.run(work);
        }
    }

    /** A scope that is in force. */
    final class Bound implements AutoCloseable {
        private static final ThreadLocal<Scope> SCOPE = ThreadLocal.withInitial(() -> MACHINE);

        private final Scope before = SCOPE.get();

        private Bound(Scope scope) {
            SCOPE.set(scope);
        }

        private <T> T run(Supplier<T> work) {
            return work.get();
        }

        /** Says that it is held for what follows. */
        public void keep() {
            // holding it is all there is to do
        }

        @Override
        public void close() {
            if (before.equals(MACHINE)) {
                SCOPE.remove();
            } else {
                SCOPE.set(before);
            }
        }
    }
}
