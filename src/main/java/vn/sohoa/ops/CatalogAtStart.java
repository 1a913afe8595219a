package vn.sohoa.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Calibration;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CatalogFault;
import vn.sohoa.catalog.CatalogFiles;
import vn.sohoa.catalog.PackedWords;
import vn.sohoa.catalog.WordModels;

/** Loads the packed catalog, and over it the office's own folder, before any work begins. */
@Component
final class CatalogAtStart implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(CatalogAtStart.class);

    private static final String CERTAINTY = "certainty.yaml";

    private final Catalog catalog;
    private final WordModels words;
    private final @Nullable Path own;

    CatalogAtStart(Catalog catalog, WordModels words, Settings settings) {
        this.catalog = catalog;
        this.words = words;
        this.own = settings.catalog();
    }

    @Override
    public void afterSingletonsInstantiated() {
        CatalogFiles files = files(own);
        catalog.load(files);
        words.pack(PackedWords.open());
        log.info(
                "The catalog holds {} document types and {} procedures",
                files.types().size(),
                files.procedures().size());
    }

    static CatalogFiles files(@Nullable Path own) {
        return checked(() -> CatalogFiles.read(all("types", own), all("procedures", own)));
    }

    /** The office's own measuring takes the packed one's place; one without sorts has every value looked at. */
    static Calibration calibration(@Nullable Path own) {
        Path file = own == null ? Path.of(CERTAINTY) : own.resolve(CERTAINTY);
        return checked(() -> Calibration.read(own != null && Files.exists(file) ? file(file) : packedCertainty()));
    }

    private static <T> T checked(Supplier<T> read) {
        try {
            return read.get();
        } catch (CatalogFault e) {
            throw new StartRefused(
                    e.vi() + " Hãy sửa tệp rồi khởi động lại.", e.en() + " Correct the file, then start again.", e);
        }
    }

    private static CatalogFiles.File packedCertainty() {
        try {
            return new CatalogFiles.File(
                    CERTAINTY,
                    new ClassPathResource("catalog/" + CERTAINTY).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CatalogFiles.File> all(String kind, @Nullable Path own) {
        List<CatalogFiles.File> files = new ArrayList<>(packed(kind));
        if (own != null) {
            files.addAll(in(own, kind));
        }
        return files;
    }

    private static List<CatalogFiles.File> packed(String kind) {
        try {
            Resource[] resources =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:catalog/" + kind + "/*.yaml");
            List<CatalogFiles.File> files = new ArrayList<>();
            for (Resource resource : resources) {
                files.add(new CatalogFiles.File(
                        kind + "/" + resource.getFilename(), resource.getContentAsString(StandardCharsets.UTF_8)));
            }
            files.sort(Comparator.comparing(CatalogFiles.File::name));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CatalogFiles.File> in(Path own, String kind) {
        if (!Files.isDirectory(own)) {
            throw new StartRefused(
                    "Không có thư mục danh mục " + own + ". Hãy kiểm tra SOHOA_CATALOG.",
                    "There is no catalog folder " + own + ". Check SOHOA_CATALOG.");
        }
        Path folder = own.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Path[] found = entries.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toArray(Path[]::new);
            return Arrays.stream(found).map(CatalogAtStart::file).toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static CatalogFiles.File file(Path file) {
        try {
            return new CatalogFiles.File(file.toString(), Files.readString(file));
        } catch (MalformedInputException e) {
            throw new StartRefused(
                    "Tệp danh mục " + file + " không phải UTF-8. Hãy lưu lại dạng UTF-8.",
                    "The catalog file " + file + " is not UTF-8. Save it as UTF-8.",
                    e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static StartRefused unreadable(Path place, IOException e) {
        return new StartRefused(
                "Không đọc được danh mục " + place + " (" + e.getMessage() + "). Hãy kiểm tra SOHOA_CATALOG.",
                "The catalog " + place + " cannot be read (" + e.getMessage() + "). Check SOHOA_CATALOG.",
                e);
    }
}
