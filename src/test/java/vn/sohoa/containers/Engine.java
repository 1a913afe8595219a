package vn.sohoa.containers;

/** A server that the tests meet in a container, and the image it is taken from. */
public enum Engine {
    POSTGRES("sohoa.test.postgres-image", "sohoa-test/postgres"),
    S3("sohoa.test.s3-image", "sohoa-test/ceph-rgw");

    private final String property;
    private final String local;

    Engine(String property, String local) {
        this.property = property;
        this.local = local;
    }

    /** The image that the system property names, else the one that {@code infra/containers.sh up} builds. */
    String image() {
        return System.getProperty(property, local);
    }

    /** Whether a registry may be asked for the image: only for one that somebody has named. */
    boolean mayBePulled() {
        return System.getProperty(property) != null;
    }
}
