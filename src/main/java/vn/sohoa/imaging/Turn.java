package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.lang.reflect.Array;
import java.util.Objects;

/**
 * One of the eight ways a picture can lie: columns and rows are exchanged first, then mirrored.
 *
 * @param transposed columns become rows
 * @param flipX left and right are exchanged
 * @param flipY top and bottom are exchanged
 */
record Turn(boolean transposed, boolean flipX, boolean flipY) {
    static final Turn NONE = new Turn(false, false, false);

    /** By the number of the EXIF and TIFF tag "orientation"; anything unknown is as it is. */
    static Turn ofExif(int orientation) {
        return switch (orientation) {
            case 2 -> new Turn(false, true, false);
            case 3 -> new Turn(false, true, true);
            case 4 -> new Turn(false, false, true);
            case 5 -> new Turn(true, false, false);
            case 6 -> new Turn(true, true, false);
            case 7 -> new Turn(true, true, true);
            case 8 -> new Turn(true, false, true);
            default -> NONE;
        };
    }

    /** By where the picture's own axes (right, down) point on the page as shown, where y grows downwards. */
    static Turn ofAxes(double rightX, double rightY, double downX, double downY) {
        boolean transposed = Math.abs(rightY) > Math.abs(rightX);
        return transposed ? new Turn(true, downX < 0, rightY < 0) : new Turn(false, rightX < 0, downY < 0);
    }

    /** Clockwise by 0, 90, 180 or 270 degrees. */
    static Turn clockwise(int degrees) {
        return switch (degrees) {
            case 0 -> NONE;
            case 90 -> ofExif(6);
            case 180 -> ofExif(3);
            case 270 -> ofExif(8);
            default -> throw new IllegalArgumentException("pictures are turned by quarters: " + degrees);
        };
    }

    /** The picture turned, pixel for pixel, in the same pixel format. */
    BufferedImage apply(BufferedImage image) {
        if (equals(NONE)) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        Raster from = image.getRaster();
        WritableRaster to =
                from.createCompatibleWritableRaster(transposed ? height : width, transposed ? width : height);
        Object row = null;
        for (int y = 0; y < height; y++) {
            row = from.getDataElements(0, y, width, 1, row);
            Object pixels = (transposed ? flipY : flipX) ? reversed(Objects.requireNonNull(row), width) : row;
            if (transposed) {
                to.setDataElements(flipX ? height - 1 - y : y, 0, 1, width, pixels);
            } else {
                to.setDataElements(0, flipY ? height - 1 - y : y, width, 1, pixels);
            }
        }
        return new BufferedImage(image.getColorModel(), to, image.isAlphaPremultiplied(), null);
    }

    private static Object reversed(Object row, int width) {
        int length = Array.getLength(row);
        int elements = length / width;
        Object result = Array.newInstance(row.getClass().getComponentType(), length);
        for (int x = 0; x < width; x++) {
            System.arraycopy(row, x * elements, result, (width - 1 - x) * elements, elements);
        }
        return result;
    }
}
