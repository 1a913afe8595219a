package vn.sohoa.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Where a child finds our own classes while it starts: the folder they were compiled to, or a small copy of the rooms it
 * uses. Not the service's jar itself, whose manifest would bring every library of the service along: some 300 jars, the
 * logging among them, and half as much memory again a child.
 *
 * @param place what stands on the class path
 * @param copy whether to delete it again; a child that is warm holds it open and needs no name any more
 */
record ChildClasses(Path place, boolean copy) implements AutoCloseable {
    private static final List<String> ROOMS =
            List.of("vn/sohoa/common/", "vn/sohoa/page/", "vn/sohoa/imaging/", "vn/sohoa/barcode/", "vn/sohoa/ocr/");

    static ChildClasses here() throws IOException {
        return of(placeOf(RecognizerMain.class));
    }

    static ChildClasses of(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            return new ChildClasses(source, false);
        }
        Path target = Files.createTempFile("sohoa-recognizer-", ".jar");
        try (JarFile jar = new JarFile(source.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(target))) {
            out.setLevel(0);
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (ROOMS.stream().anyMatch(entry.getName()::startsWith) && !entry.isDirectory()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        bytes.transferTo(out);
                    }
                }
            }
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
        return new ChildClasses(target, true);
    }

    /** The folder or jar that a class was loaded from. */
    static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no file holds " + type, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (copy) {
            Files.deleteIfExists(place);
        }
    }
}
