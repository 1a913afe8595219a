package vn.sohoa.papers;

import java.awt.image.BufferedImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/** How many dots of a TIFF's page make an inch. */
final class TiffDensity {
    private TiffDensity() {}

    static IIOMetadata of(ImageWriter writer, BufferedImage image, ImageWriteParam how, int dpi) {
        IIOMetadata standard = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
        try {
            TIFFDirectory directory = TIFFDirectory.createFromMetadata(standard);
            BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
            long[][] density = {{dpi, 1}};
            for (int tag : new int[] {BaselineTIFFTagSet.TAG_X_RESOLUTION, BaselineTIFFTagSet.TAG_Y_RESOLUTION}) {
                directory.addTIFFField(new TIFFField(tags.getTag(tag), TIFFTag.TIFF_RATIONAL, 1, density));
            }
            directory.addTIFFField(new TIFFField(
                    tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
            return directory.getAsMetadata();
        } catch (IIOInvalidTreeException e) {
            throw new IllegalStateException(e);
        }
    }
}
