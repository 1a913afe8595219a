package vn.sohoa.scan;

/** What has a state. */
public enum Subject {
    SCAN("ScanRow"),
    PAGE("PageRow"),
    DOCUMENT("DocumentRow");

    private final String entity;

    Subject(String entity) {
        this.entity = entity;
    }

    String entity() {
        return entity;
    }
}
