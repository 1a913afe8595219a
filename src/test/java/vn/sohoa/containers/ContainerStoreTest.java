package vn.sohoa.containers;

import vn.sohoa.storage.ObjectStoreContract;
import vn.sohoa.storage.StoreSettings;

/** The object store on a real S3 server. */
@NeedsContainers(Engine.S3)
class ContainerStoreTest implements ObjectStoreContract {
    private final Engines.S3 s3 = Engines.s3().orElseThrow();

    @Override
    public StoreSettings settings() {
        return new StoreSettings(s3.endpoint(), s3.accessKey(), s3.secretKey(), s3.region());
    }
}
