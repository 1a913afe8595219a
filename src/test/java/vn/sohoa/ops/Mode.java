package vn.sohoa.ops;

import java.util.EnumSet;
import java.util.Set;
import vn.sohoa.common.Faults.Order;

/** What happens at a step. */
enum Mode {
    HALT("the process is gone at once"),
    STORE_DOWN("the object store cannot be reached from here on"),
    DATABASE_DOWN("the database cannot be reached from here on"),
    BROKER_DOWN("the broker cannot be reached from here on"),
    DATABASE_SILENT("the database says nothing from here on"),
    UNAVAILABLE("the step says that something is away"),
    BAD_INPUT("the step says that the input can never work"),
    BUG("the step throws what nobody expects"),
    OVERSLEPT("the step takes longer than its lease");

    static final Set<Mode> OUTAGES = EnumSet.of(STORE_DOWN, DATABASE_DOWN, BROKER_DOWN, DATABASE_SILENT);

    private final String says;

    Mode(String says) {
        this.says = says;
    }

    String says() {
        return says;
    }

    Order order() {
        return switch (this) {
            case HALT -> Order.HALT;
            case UNAVAILABLE -> Order.UNAVAILABLE;
            case BAD_INPUT -> Order.BAD_INPUT;
            case BUG -> Order.BUG;
            default -> Order.GO;
        };
    }
}
