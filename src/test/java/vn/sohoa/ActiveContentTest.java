package vn.sohoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.sohoa.common.Sha256;
import vn.sohoa.imaging.OddPdfs;
import vn.sohoa.organization.Role;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.web.Visitor;

/** A PDF that wants to run, open and send things goes the whole way: kept as it came, harmless where it comes out, told of. */
@ExtendWith(RunningApplication.class)
class ActiveContentTest {
    private static final Duration LONG = Duration.ofSeconds(150);

    @TempDir
    Path folder;

    @Test
    void scriptsActionsAndAttachmentsStayInTheOriginalAndPeopleAreTold(
            ConfigurableApplicationContext application, Scans scans, ObjectStore store) throws Exception {
        Papers papers = new Papers(application);
        var counter = papers.counter("ubnd-xa-noi-dung", "quay-1");
        Path data = Path.of(application.getEnvironment().getRequiredProperty("sohoa.data"));
        byte[] pdf = OddPdfs.active("Words of a paper that was made on a computer and brought on a stick");
        vn.sohoa.intake.Papers.drop(data.resolve("inbox/ubnd-xa-noi-dung/quay-1/a.pdf"), pdf);

        JdbcTemplate owner = new JdbcTemplate(application.getBean("owner", javax.sql.DataSource.class));
        Eventually.until(
                "it has its file",
                LONG,
                () -> !owner.queryForList(
                                "select 1 from document d join scan s on s.id = d.scan_id where s.counter_id = ?"
                                        + " and d.object_key <> ''",
                                counter.id())
                        .isEmpty(),
                () -> owner.queryForList(
                                "select state, reason_code, reason_detail from scan where counter_id = ?", counter.id())
                        .toString());
        UUID id = owner.queryForObject("select id from scan where counter_id = ?", UUID.class, counter.id());
        ScanView scan = scans.scan(id).orElseThrow();
        assertThat(store.fetch(Bucket.ORIGINALS, scan.objectKey(), Files.createTempFile(folder, "original", "")))
                .as("the original, byte for byte")
                .isEqualTo(Sha256.of(pdf));
        for (DocumentView document : scans.documents(id)) {
            Path rendition = folder.resolve(document.id() + ".pdf");
            store.fetch(Bucket.DOCUMENTS, document.objectKey(), rendition);
            assertThat(OddPdfs.text(Files.readAllBytes(rendition)))
                    .doesNotContain(
                            "JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/SubmitForm", "/OpenAction", "cmd.exe");
        }
        assertThat(Visitor.as(application, counter.unitId(), Role.CLERK).page("/scans/" + id + "?lang=vi"))
                .contains("Tệp gốc có mã lệnh (JavaScript)")
                .contains("Tệp gốc có lệnh mở chương trình")
                .contains("Tệp gốc có tệp đính kèm");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("/Launch");
    }
}
