package vn.sohoa.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What another program reads from a PDF: poppler's {@code pdftotext}. */
final class PdfText {
    private PdfText() {}

    static String of(Path pdf, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pdftotext", "-enc", "UTF-8"));
        command.addAll(List.of(options));
        command.addAll(List.of(pdf.toString(), "-"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pdftotext: " + process.exitValue());
        }
        return text;
    }

    static List<String> words(Path pdf, String... options) throws IOException, InterruptedException {
        return List.of(of(pdf, options).strip().split("\\s+"));
    }
}
