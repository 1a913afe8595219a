package vn.sohoa.ops;

import java.awt.image.BufferedImage;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.ocr.WordsJson;

/** A page as the engines hand it on. */
@State(Scope.Benchmark)
public class Pages {
    BufferedImage gray;
    byte[] json;

    @Setup(Level.Trial)
    public void decode(Paper paper) {
        gray = Pixels.gray(paper.jpeg, Budgets.DEFAULT);
        json = WordsJson.write(paper.text);
    }
}
