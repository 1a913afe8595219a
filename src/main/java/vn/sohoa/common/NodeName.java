package vn.sohoa.common;

/** The name of this process among the nodes; two that run at the same time never share one. */
public record NodeName(String text) {
    @Override
    public String toString() {
        return text;
    }
}
