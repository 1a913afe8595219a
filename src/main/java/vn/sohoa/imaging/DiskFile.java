package vn.sohoa.imaging;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** A PDF on the disk, as PDFBox reads it. That the disk or the share does not deliver says nothing about the paper. */
final class DiskFile extends RandomAccessReadBufferedFile {
    DiskFile(Path file) throws IOException {
        super(file.toFile());
    }

    @Override
    public void seek(long position) throws IOException {
        try {
            super.seek(position);
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw told(e);
        }
    }

    /** What PDFBox itself has to say, such as that the file is closed, stays as it is. */
    private IOException told(IOException e) {
        return isClosed() ? e : (FileSystemException) new FileSystemException("", null, "cannot be read").initCause(e);
    }
}
