package vn.sohoa.pdf;

import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * An image object and how it lies on its page.
 *
 * @param place the six numbers of the matrix from its unit square to the page's
 */
record PlacedImage(PDImageXObject image, String place) {
    static final String UPRIGHT = "1 0 0 1 0 0";

    static PlacedImage upright(PDImageXObject image) {
        return new PlacedImage(image, UPRIGHT);
    }

    boolean isUpright() {
        return place.equals(UPRIGHT);
    }
}
