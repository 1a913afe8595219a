package vn.sohoa.ops;

/**
 * The engines that this node brings along, starting side by side from the first moment on: each of them mostly waits for
 * disks, processes and class files of its own.
 */
final class HeadStart implements AutoCloseable {
    private final Ahead<OwnPostgres> postgres;
    private final Ahead<OwnObjectStore> store;
    private final Ahead<OwnBroker> broker;

    private HeadStart(DataFolder data) {
        postgres = new Ahead<>("postgres", () -> OwnPostgres.start(data));
        store = new Ahead<>("object-store", () -> OwnObjectStore.start(data));
        broker = new Ahead<>("broker", OwnBroker::start);
    }

    /** Begins what the settings name no other for. */
    static HeadStart of(Settings settings, DataFolder data) {
        HeadStart engines = new HeadStart(data);
        if (settings.db().embedded()) {
            engines.postgres.begin();
        }
        if (settings.s3().embedded()) {
            engines.store.begin();
        }
        if (settings.broker().embedded()) {
            engines.broker.begin();
        }
        return engines;
    }

    OwnPostgres postgres() {
        return postgres.get();
    }

    OwnObjectStore store() {
        return store.get();
    }

    OwnBroker broker() {
        return broker.get();
    }

    @Override
    public void close() {
        postgres.close();
        store.close();
        broker.close();
    }
}
