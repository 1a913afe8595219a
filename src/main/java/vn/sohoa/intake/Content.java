package vn.sohoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.imaging.Wholeness;

/** Looks into a quiet file: is it whole, is it something we can take, or does it have to wait? */
final class Content {
    private static final int HEAD = 16;

    private final Budgets budgets;

    Content(Budgets budgets) {
        this.budgets = budgets;
    }

    /**
     * @param last there is no more waiting: what is not whole now is refused
     * @return nothing when the file has to wait
     */
    Optional<Candidate.Verdict> judge(Path file, boolean last) {
        try {
            return judgeWhole(file, last);
        } catch (BadInput e) {
            return Optional.of(new Candidate.Verdict.Refuse(e.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Candidate.Verdict> judgeWhole(Path file, boolean last) throws IOException {
        if (Files.size(file) == 0) {
            return refuseIf(last, Reason.of(ReasonCode.EMPTY_FILE));
        }
        Optional<SourceFormat> format = SourceFormat.sniff(file);
        if (format.isEmpty()) {
            byte[] head = head(file);
            boolean mayStillComeToBe = head.length < HEAD || allZero(head);
            return refuseIf(last || !mayStillComeToBe, Reason.of(ReasonCode.UNKNOWN_FORMAT, guess(head)));
        }
        if (Wholeness.of(file, format.get()) instanceof Wholeness.Incomplete missing) {
            return refuseIf(last, Reason.of(ReasonCode.INCOMPLETE_FILE, missing.detail()));
        }
        SourceFile.open(file, format.get(), budgets).close();
        return Optional.of(new Candidate.Verdict.Take(format.get()));
    }

    private static Optional<Candidate.Verdict> refuseIf(boolean now, Reason reason) {
        return now ? Optional.of(new Candidate.Verdict.Refuse(reason)) : Optional.empty();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean allZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** A hint at what was dropped instead: an office file, a web page, or nothing we know. */
    private static String guess(byte[] head) {
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K') {
            return "ZIP/Office";
        }
        if (head.length >= 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
            return "Office 97–2003";
        }
        return head.length > 0 && head[0] == '<' ? "HTML/XML" : "?";
    }
}
