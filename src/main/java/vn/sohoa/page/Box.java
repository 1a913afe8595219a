package vn.sohoa.page;

/**
 * A rectangle in pixels of the page as scanned, before any rotation is undone; the origin is the upper left corner.
 */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a box has no negative sides: " + width + " x " + height);
        }
    }

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    /**
     * Where the box lies once its page has been turned clockwise.
     *
     * @param degrees 0, 90, 180 or 270
     * @param pageWidth of the page before it is turned
     * @param pageHeight of the page before it is turned
     */
    public Box turned(int degrees, int pageWidth, int pageHeight) {
        return switch (degrees) {
            case 0 -> this;
            case 90 -> new Box(pageHeight - bottom(), x, height, width);
            case 180 -> new Box(pageWidth - right(), pageHeight - bottom(), width, height);
            case 270 -> new Box(y, pageWidth - right(), height, width);
            default -> throw new IllegalArgumentException("pages are turned by quarters: " + degrees);
        };
    }

    /** Whether both have a pixel in common. */
    public boolean meets(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** Whether the middle of the other one lies inside. */
    public boolean holdsMiddleOf(Box other) {
        double middleX = other.x + other.width / 2.0;
        double middleY = other.y + other.height / 2.0;
        return middleX >= x && middleX < right() && middleY >= y && middleY < bottom();
    }

    /** The smallest box around both. */
    public Box union(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** With room around it on every side, as far as its page of this size reaches. */
    public Box grown(int room, int pageWidth, int pageHeight) {
        int left = Math.max(0, x - room);
        int top = Math.max(0, y - room);
        return new Box(
                left, top, Math.min(pageWidth, right() + room) - left, Math.min(pageHeight, bottom() + room) - top);
    }
}
