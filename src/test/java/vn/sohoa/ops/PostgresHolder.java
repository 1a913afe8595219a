package vn.sohoa.ops;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A node in little, for tests that kill one: holds a data folder and its database until it is stopped. */
final class PostgresHolder {
    private PostgresHolder() {}

    public static void main(String[] arguments) throws Exception {
        DataFolder data = DataFolder.claim(Path.of(arguments[0]));
        OwnPostgres postgres = OwnPostgres.start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        System.out.println("READY " + postgres.url() + " " + postgres.password());
        new CountDownLatch(1).await();
    }
}
