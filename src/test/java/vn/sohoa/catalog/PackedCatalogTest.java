package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.Sheet;
import vn.sohoa.classification.Classify;
import vn.sohoa.common.Folding;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.extraction.Found;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** What the packed types say of titles and labels is enough to read papers whose print was read without an error. */
class PackedCatalogTest {
    private static final Path PACKED = Path.of("src/main/resources/catalog");
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final double MOST = 0.99;

    private int right;
    private int wanted;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void papersReadWithoutErrorsAreUnderstood() throws IOException {
        CatalogFiles catalog = CatalogFiles.read(files("types"), files("procedures"));
        Classify classify =
                new Classify(catalog.types().stream().map(DocumentType::rule).toList());
        for (Path sample : list(SAMPLES, ".json")) {
            JsonNode truth = JsonMapper.shared().readTree(sample);
            for (JsonNode document : truth.get("documents")) {
                JsonNode page =
                        truth.get("pages").get(document.get("pages").get(0).asInt());
                PageText text = typed(page, truth.get("dpi").asInt());
                String type = document.get("type").asString();
                String told = classify.page(text).type();
                if (!told.equals(type)) {
                    wrong.add(sample.getFileName() + " is " + type + ", told " + told);
                }
                catalog.types().stream()
                        .filter(t -> t.code().equals(type))
                        .forEach(t -> compare(sample, t, text, document.get("fields")));
            }
        }
        assertThat(wrong.stream().filter(line -> line.contains(" is "))).isEmpty();
        assertThat((double) right / wanted)
                .as("%d of %d; wrong: %s", right, wanted, String.join("\n", wrong))
                .isGreaterThan(MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIẤY MỜI HỌP",
                "HÓA ĐƠN GIÁ TRỊ GIA TĂNG",
                "BIÊN BẢN BÀN GIAO TÀI SẢN",
                "ĐƠN XIN NGHỈ PHÉP",
                "HỢP ĐỒNG LAO ĐỘNG",
                "THÔNG BÁO",
                "ĐƠN KHIẾU NẠI",
                "GIẤY GIỚI THIỆU",
                "GIẤY PHÉP LÁI XE",
                "GIẤY CHỨNG NHẬN ĐĂNG KÝ XE",
                "GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP",
                "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
                "GIẤY XÁC NHẬN CÔNG TÁC",
                "TỜ KHAI THUẾ",
                "HỢP ĐỒNG MUA BÁN NHÀ",
                "BẰNG KHEN"
            })
    void papersOutsideTheCatalogAreUnknown(String title) {
        Classify classify = new Classify(CatalogFiles.read(files("types"), List.of()).types().stream()
                .map(DocumentType::rule)
                .toList());
        String paper = """
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                %s
                Số: 12/AB
                Họ và tên: Trần Thị Mẫu
                Địa chỉ: xã Mẫu, tỉnh Mẫu
                Điện thoại: 0912345678
                """;
        assertThat(classify.page(Sheet.of(paper.formatted(title))).isKnown()).isFalse();
    }

    private void compare(Path sample, DocumentType type, PageText text, JsonNode fields) {
        Map<String, String> found =
                Extraction.of(List.of(text), type.form(), List.of(), Certainty.NONE, LocalDate.of(2026, 11, 27))
                        .stream()
                        .collect(Collectors.toMap(Found::code, Found::value));
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (!field.getValue().isString() || type.field(field.getKey()).isEmpty()) {
                continue;
            }
            wanted++;
            String value = found.getOrDefault(field.getKey(), "");
            if (Folding.exact(value).equals(Folding.exact(field.getValue().asString()))) {
                right++;
            } else {
                wrong.add(sample.getFileName() + " " + field.getKey() + ": "
                        + field.getValue().asString() + " <> " + value);
            }
        }
        found.keySet().stream()
                .filter(code -> !fields.has(code))
                .forEach(code -> wrong.add(sample.getFileName() + " has no " + code + " <> " + found.get(code)));
    }

    /** The printed lines of a page as words in their places, as if it had been scanned upright. */
    private static PageText typed(JsonNode page, int dpi) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : page.get("lines")) {
            if (line.get("kind").asString().equals("stamp")) {
                continue;
            }
            JsonNode box = line.get("bbox");
            String text = line.get("text").asString();
            double letter = box.get(2).asDouble() / Math.max(1, text.length());
            List<Word> words = new ArrayList<>();
            int at = 0;
            for (String word : text.split(" ", -1)) {
                if (!word.isEmpty()) {
                    int x = (int) (box.get(0).asInt() + at * letter);
                    Box place = new Box(
                            x,
                            box.get(1).asInt(),
                            (int) (word.length() * letter),
                            box.get(3).asInt());
                    words.add(new Word(word, place, 0.95f));
                }
                at += word.length() + 1;
            }
            if (!words.isEmpty()) {
                lines.add(new Line(words));
            }
        }
        return new PageText(
                page.get("width").asInt(),
                page.get("height").asInt(),
                dpi,
                PageText.Source.OCR,
                List.of(new Block(lines)));
    }

    private static List<CatalogFiles.File> files(String kind) {
        return list(PACKED.resolve(kind), ".yaml").stream()
                .map(file -> new CatalogFiles.File(file.getFileName().toString(), read(file)))
                .toList();
    }

    private static List<Path> list(Path folder, String end) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
