package vn.sohoa.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Loads a PDF. PDFBox unfolds streams into memory without asking how large they become, the streams of objects even
 * while it loads: here each stream is measured where it is met first, before anything can be made of it.
 */
public final class PdfLoad extends PDFParser {
    private static final int MOST_ENTRIES = 2_000_000;

    private final Unfolding unfolding;
    private boolean asParser;
    private final Set<COSStream> decrypted = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfLoad(RandomAccessRead source, Budgets budgets) throws IOException {
        super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
        this.unfolding = new Unfolding(budgets);
        this.xrefTrailerResolver = new CountedEntries();
    }

    /**
     * A PDF that only restricts its owner's rights opens with the empty password.
     *
     * @throws IOException it is broken, or encrypted
     * @throws vn.sohoa.common.Failure.BadInput a stream in it unfolds beyond the budget
     */
    public static PDDocument of(Path file, Budgets budgets) throws IOException {
        RandomAccessRead source = new DiskFile(file);
        boolean loaded = false;
        try {
            PDDocument document = new PdfLoad(source, budgets).parse();
            loaded = true;
            return document;
        } finally {
            if (!loaded) {
                IOUtils.closeQuietly(source);
            }
        }
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSStream stream;
        asParser = true;
        try {
            stream = super.parseCOSStream(dictionary);
        } finally {
            asParser = false;
        }
        if (securityHandler == null) {
            measure(stream);
        }
        return stream;
    }

    /**
     * Where the table of objects is broken, PDFBox looks for streams of objects by itself and comes through here only,
     * without what it knows of them.
     */
    @Override
    public RandomAccessReadView createRandomAccessReadView(long start, long length) throws IOException {
        if (!asParser) {
            try (RandomAccessReadView view = super.createRandomAccessReadView(start, length)) {
                unfolding.checkObjects(new RandomAccessInputStream(view));
            }
        }
        return super.createRandomAccessReadView(start, length);
    }

    /** What is encrypted can only be measured after it was decrypted. */
    @Override
    protected synchronized COSBase parseObjectDynamically(COSObjectKey key, boolean existing) throws IOException {
        COSBase object = super.parseObjectDynamically(key, existing);
        if (securityHandler != null && object instanceof COSStream stream && decrypted.add(stream)) {
            measure(stream);
        }
        return object;
    }

    /** The parser goes on where it stood. */
    private void measure(COSStream stream) throws IOException {
        long place = source.getPosition();
        try {
            unfolding.check(stream);
        } finally {
            source.seek(place);
        }
    }

    /** A packed table of objects can name millions of them in a few kilobytes. */
    private static final class CountedEntries extends XrefTrailerResolver {
        private int entries;

        @Override
        public void setXRef(COSObjectKey key, long offset) {
            entries++;
            if (entries > MOST_ENTRIES) {
                throw Unfolding.tooMuch("more than " + MOST_ENTRIES + " objects");
            }
            super.setXRef(key, offset);
        }
    }
}
