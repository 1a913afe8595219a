package vn.sohoa.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sohoa.common.Code;

/**
 * What {@code digitize} was asked to do.
 *
 * @param in the folder with scans; it is only read
 * @param out where results go; {@code out/.sohoa} keeps the state of the run
 * @param workers recognizers at a time
 */
record DigitizeArguments(Path in, Path out, Code unit, int workers, boolean pdf, boolean resume) {
    static final String USAGE = """
            Cách dùng / usage:
              digitize --in DIR --out DIR [--unit CODE] [--workers N] [--no-pdf] [--resume]""";

    private static final int MOST_WORKERS = 64;

    static DigitizeArguments parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Path in = null;
        Path out = null;
        Code unit = new Code("digitize");
        int workers = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        boolean pdf = true;
        boolean resume = false;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--in" -> in = path(option, value(option, rest));
                case "--out" -> out = path(option, value(option, rest));
                case "--unit" -> unit = unit(value(option, rest));
                case "--workers" -> workers = workers(value(option, rest));
                case "--no-pdf" -> pdf = false;
                case "--resume" -> resume = true;
                default ->
                    throw new Unusable(
                            "Không hiểu tham số " + option + ".", "The option " + option + " is not known.\n" + USAGE);
            }
        }
        if (in == null || out == null) {
            throw new Unusable("Thiếu --in hoặc --out.", "--in or --out is missing.\n" + USAGE);
        }
        Path from = readable(in);
        return new DigitizeArguments(from, apart(from, writable(out)), unit, workers, pdf, resume);
    }

    private static Path readable(Path in) {
        Path from = in.toAbsolutePath().normalize();
        if (!Files.isDirectory(from) || !Files.isReadable(from) || !Files.isExecutable(from)) {
            throw new Unusable(
                    "Không đọc được thư mục " + in + ". Hãy kiểm tra --in.",
                    "The folder " + in + " cannot be read. Check --in.");
        }
        return from;
    }

    private static Path writable(Path out) {
        Path to = out.toAbsolutePath().normalize();
        try {
            Files.createDirectories(to);
        } catch (IOException e) {
            throw unwritable(out);
        }
        if (!Files.isWritable(to)) {
            throw unwritable(out);
        }
        return to;
    }

    private static Unusable unwritable(Path out) {
        return new Unusable(
                "Không ghi được vào thư mục " + out + ". Hãy kiểm tra --out.",
                "The folder " + out + " cannot be written. Check --out.");
    }

    /** Results below the scans are left out of the run; scans below the results would be mixed with them. */
    private static Path apart(Path in, Path out) {
        try {
            if (in.toRealPath().startsWith(out.toRealPath())) {
                throw new Unusable(
                        "--out không được trùng hoặc chứa thư mục --in. Hãy chọn thư mục khác.",
                        "--out must not be or hold the folder of --in. Choose another folder.");
            }
            return out;
        } catch (IOException e) {
            throw unwritable(out);
        }
    }

    private static Path path(String option, String text) {
        try {
            if (!text.isEmpty() && text.indexOf('\uFFFD') < 0) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new Unusable(
                "Không hiểu tên thư mục sau " + option + ". Nếu tên có dấu, hãy đặt LC_ALL=C.UTF-8 rồi chạy lại.",
                "The folder name after " + option + " cannot be understood. If it has letters beyond ASCII,"
                        + " set LC_ALL=C.UTF-8 and run again.");
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new Unusable("Thiếu giá trị sau " + option + ".", option + " needs a value.\n" + USAGE);
        }
        return rest.pop();
    }

    private static Code unit(String text) {
        return Code.parse(text)
                .orElseThrow(() -> new Unusable(
                        "Mã đơn vị không hợp lệ: chỉ gồm chữ không dấu, số, . _ - (tối đa 50).",
                        "Not a unit code: letters, digits, . _ - only, at most 50."));
    }

    private static int workers(String text) {
        try {
            int workers = Integer.parseInt(text);
            if (workers >= 1 && workers <= MOST_WORKERS) {
                return workers;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Unusable("--workers phải là số từ 1 đến 64.", "--workers takes a number from 1 to 64.");
    }

    /** Where what belongs to the run and to nobody else lies. */
    Path state() {
        return out.resolve(".sohoa");
    }

    static @Nullable String help(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h") ? USAGE : null;
    }
}
