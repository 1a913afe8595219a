package vn.sohoa.page;

import java.util.BitSet;

/**
 * The squares of a matrix code to be drawn, without the white border it needs.
 *
 * @param size squares on each side
 * @param dark row by row
 */
public record Modules(int size, BitSet dark) {
    public Modules {
        dark = (BitSet) dark.clone();
    }

    @Override
    public BitSet dark() {
        return (BitSet) dark.clone();
    }

    public boolean isDark(int x, int y) {
        return dark.get(y * size + x);
    }
}
