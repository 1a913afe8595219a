package vn.sohoa.ocr;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Step;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.CleaningSteps;
import vn.sohoa.imaging.Ink;
import vn.sohoa.imaging.Looks;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.imaging.Plane;
import vn.sohoa.ocr.Message.Refused.Cause;
import vn.sohoa.page.Look;
import vn.sohoa.page.PageText;

/**
 * A recognizer child: a process that reads one page after the other as its parent asks, and ends when the parent does.
 * Only this process ever runs Tesseract, so that a segmentation fault costs one page one life.
 */
final class RecognizerMain {
    private static final int CLEAN = 0;
    private static final int BROKEN = 3;
    private static final int DETAIL_LENGTH = 300;
    /** Enough to read small print on a screen; whoever wants more opens the page image itself. */
    private static final int VIEW_SIDE = 1_600;

    private static final int THUMBNAIL_SIDE = 240;
    private static final int FULL_TURN = 360;
    /** The network that was trained on everything written in the Vietnamese alphabet; other mistakes than {@code vie}. */
    private static final String SECOND = "Vietnamese";

    private final OutputStream out;
    private final PageReader reader;
    private final @Nullable Fault fault = Fault.asked();

    private RecognizerMain(OutputStream out, PageReader reader) {
        this.out = out;
        this.reader = reader;
    }

    public static void main(String[] arguments) throws IOException {
        OutputStream out = Isolation.takeStandardOutput();
        Isolation.ignoreStopSignals();
        BlockingQueue<Message.Read> asked = watchParent();
        PageReader reader;
        try {
            PackedEngine.prefer();
            reader = open(arguments[0]);
        } catch (RuntimeException | LinkageError e) {
            Wire.write(out, new Message.NotReady(brief(e)));
            halt(BROKEN);
            return;
        }
        Wire.write(out, new Message.Ready(reader.version()));
        new RecognizerMain(out, reader).serve(asked);
    }

    private static PageReader open(String language) {
        SecondLook second = optional(SECOND).map(SecondLook::new).orElse(null);
        return new PageReader(
                Tesseract.open(trained(language), language),
                Orientation.open(trained(Orientation.LANGUAGE)),
                second,
                new Latin(() -> optional(Latin.LANGUAGE)));
    }

    private static Optional<Tesseract> optional(String language) {
        return TessData.folder(language, System.getenv()).map(folder -> Tesseract.open(folder, language));
    }

    private static Path trained(String language) {
        return TessData.folder(language, System.getenv())
                .orElseThrow(() -> new IllegalStateException("no trained data for '" + language + "'"));
    }

    /** A thread of its own, so that we notice that the parent is gone even while native code reads a page. */
    private static BlockingQueue<Message.Read> watchParent() {
        BlockingQueue<Message.Read> asked = new LinkedBlockingQueue<>();
        DataInputStream in = Wire.in(System.in);
        Thread watch = new Thread(
                () -> {
                    try {
                        while (true) {
                            if (Wire.read(in) instanceof Message.Read page) {
                                asked.add(page);
                            }
                        }
                    } catch (IOException e) {
                        halt(CLEAN);
                    } finally {
                        halt(BROKEN);
                    }
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
        return asked;
    }

    private void serve(BlockingQueue<Message.Read> asked) throws IOException {
        try {
            while (true) {
                Wire.write(out, answer(asked.take()));
            }
        } catch (InterruptedException e) {
            halt(BROKEN);
        } catch (IOException e) {
            halt(CLEAN); // the parent no longer listens
        } catch (Error e) {
            e.printStackTrace(); // an error leaves us in no known state: better a new child
            halt(BROKEN);
        }
    }

    private Message answer(Message.Read page) {
        try {
            return new Message.Done(page.ticket(), read(page));
        } catch (Failure.BadInput e) {
            return refused(page, Cause.BAD_INPUT, e);
        } catch (Failure e) {
            return refused(page, Cause.UNAVAILABLE, e);
        } catch (RuntimeException e) {
            e.printStackTrace();
            return new Message.Refused(page.ticket(), Cause.BUG, ReasonCode.INTERNAL.name(), brief(e));
        }
    }

    private Reading read(Message.Read page) {
        Path image = Path.of(page.image());
        BufferedImage gray = Pixels.gray(image, page.turn(), Budgets.DEFAULT);
        if (!page.view().isEmpty()) {
            Path view = Path.of(page.view());
            Pixels.view(image, view, VIEW_SIDE, Budgets.DEFAULT);
            Pixels.view(view, Path.of(page.thumbnail()), THUMBNAIL_SIDE, Budgets.DEFAULT);
        }
        int width = gray.getWidth();
        int height = gray.getHeight();
        if (fault != null) {
            fault.strike(width, height);
        }
        Step.RECOGNIZER_ASKED.reached();
        Reading reading = read(gray, page);
        Step.RECOGNIZER_READ.reached();
        return reading;
    }

    private Reading read(BufferedImage gray, Message.Read page) {
        Look look = Looks.of(gray, page.dpi());
        if (Ink.of(gray, page.dpi()).blank()) {
            PageText empty =
                    new PageText(gray.getWidth(), gray.getHeight(), page.dpi(), PageText.Source.OCR, List.of());
            return new Reading(asScanned(empty, page), true, look);
        }
        boolean turned = page.turn() != 0; // by a person, who knows better
        PageText text = reader.read(Plane.of(gray, page.dpi()), turned, CleaningSteps.PAPER);
        return new Reading(asScanned(text, page), false, look);
    }

    private static PageText asScanned(PageText upright, Message.Read page) {
        return upright.turned((FULL_TURN - page.turn()) % FULL_TURN);
    }

    private static Message refused(Message.Read page, Cause cause, Failure failure) {
        Reason reason = failure.reason();
        return new Message.Refused(page.ticket(), cause, reason.code().name(), reason.detail());
    }

    private static String brief(Throwable e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return text.length() > DETAIL_LENGTH ? text.substring(0, DETAIL_LENGTH) : text;
    }

    /** Not {@code exit}: nothing here needs an orderly end, and native code may be in the middle of a page. */
    private static void halt(int status) {
        Runtime.getRuntime().halt(status);
    }
}
